import Glibc

/// Replaces files whole: whoever reads, and whatever kills the program, meets the old text or the
/// new one, never a part.
package enum AtomicFile {
  package enum Failure: Error, Equatable {
    /// `code` is the system's error number.
    case cannotWrite(path: String, code: Int32)
  }

  /// Writes beside the file, makes the disk take it, and puts it in the file's place; the file's
  /// mode stays, and a link stays a link.
  ///
  /// Killed in between, it leaves a hidden file behind, which nothing reads and the next try
  /// removes. What is no file, a pipe or a device, is written to.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    var kind = stat()
    if stat(path, &kind) == 0, kind.st_mode & S_IFMT != S_IFREG {
      return try write(bytes, through: path)
    }
    let target = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let place = target ?? path
    let temporary = hiddenName(beside: place)
    var status = stat()
    let mode = stat(place, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    do throws(Errno) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      try check(fchmod(descriptor, mode))
      try check(fsync(descriptor))
      try check(rename(temporary, place))
    } catch {
      unlink(temporary)
      throw .cannotWrite(path: path, code: error.code)
    }
  }

  private static func write(_ bytes: [UInt8], through path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    defer { close(descriptor) }
    do throws(Errno) {
      try write(bytes, to: descriptor)
    } catch {
      throw .cannotWrite(path: path, code: error.code)
    }
  }

  private struct Errno: Error {
    let code: Int32
  }

  private static func check(_ result: Int32) throws(Errno) {
    if result != 0 { throw Errno(code: errno) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Errno(code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// `folder/.name.new`.
  private static func hiddenName(beside path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).new" }
    let name = path.index(after: slash)
    return "\(path[..<name]).\(path[name...]).new"
  }
}
