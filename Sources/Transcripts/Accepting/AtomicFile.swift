import Glibc

/// Replaces files whole: whoever reads, and whatever kills the program, meets the old text or the
/// new one, never a part.
package enum AtomicFile {
  package enum Failure: Error, Equatable {
    case cannotWrite(path: String, code: Int32)
  }

  /// Writes beside the file, makes the disk take it, and puts it in the file's place; the file's
  /// mode stays.
  package static func replace(_ path: String, with text: String) throws(Failure) {
    // A link stays a link; its target is replaced.
    let target = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let place = target ?? path
    let temporary = place + ".new\(getpid())"
    var status = stat()
    let mode = stat(place, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    var bytes = Array(text.utf8)[...]
    var isWritten = true
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isWritten = false
        break
      }
      bytes = bytes.dropFirst(count)
    }
    fchmod(descriptor, mode)
    let code = errno
    isWritten = isWritten && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(temporary, place) == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, code: code)
    }
  }
}
