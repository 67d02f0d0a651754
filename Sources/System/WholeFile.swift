import Glibc

/// Writes files whole: whoever reads, and whatever kills the program, meets the old content or the new,
/// never a part.
package enum WholeFile {
  /// Replaces a file that people work with: its mode stays, and a link stays a link.
  ///
  /// Killed in between, it leaves a hidden file behind, which nothing reads and the next try removes.
  /// What is no file, a pipe or a device, is written to.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try write(bytes, through: path)
    }
    let target = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let place = target ?? path
    let mode = stat(place, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    try put(bytes, at: place, by: hiddenName(beside: place), mode: mode)
  }

  /// Writes `temporary`, in the same folder, and puts it in the place of `path`, whatever stands there.
  ///
  /// - Parameter lasts: Whether the disk must have taken it before it is there. Without that a computer
  ///   that loses its power may leave a file of nothing.
  package static func put(
    _ bytes: [UInt8], at path: String, by temporary: String, mode: mode_t, lasts: Bool = true
  ) throws(SystemError) {
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last }
    do throws(SystemError) {
      defer { close(descriptor) }
      try Descriptor.write(bytes, to: descriptor)
      // What the process's mask took away.
      try check(fchmod(descriptor, mode))
      if lasts { try check(fsync(descriptor)) }
      try check(rename(temporary, path))
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], through path: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try Descriptor.write(bytes, to: descriptor)
  }

  private static func check(_ result: Int32) throws(SystemError) {
    if result != 0 { throw .last }
  }

  /// `folder/.name.new`.
  private static func hiddenName(beside path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).new" }
    let name = path.index(after: slash)
    return "\(path[..<name]).\(path[name...]).new"
  }
}
