import Glibc

/// Reads whole files of knowledge and of transcripts.
package enum FileBytes {
  /// No file of either may be larger: some eight times the largest that people have written.
  package static let limit = 4 << 20
  static let limitText = "4 MiB"

  /// The bytes of a file. A folder is none; nor is a pipe or a device, unless the user has named it.
  package static func read(
    _ path: String, isNamed: Bool = false
  ) -> Result<[UInt8], FileCause> {
    // Without waiting: a pipe that nobody writes to would never end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isNamed ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { return .failure(.unreadable) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isNamed || status.st_mode & S_IFMT == S_IFREG else {
      return .failure(.unreadable)
    }
    guard status.st_size <= limit else { return .failure(.tooLarge) }
    // A byte more than there should be shows the end at once.
    var bytes = [UInt8](repeating: 0, count: max(0, Int(status.st_size)) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(.unreadable) }
      if count == 0 { break }
      filled += count
      guard filled <= limit else { return .failure(.tooLarge) }
    }
    bytes.removeLast(bytes.count - filled)
    return .success(bytes)
  }
}
