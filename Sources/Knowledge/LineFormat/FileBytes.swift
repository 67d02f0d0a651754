import Glibc
import System

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
    do {
      let size = Int(status.st_size)
      guard let bytes = try Descriptor.content(of: descriptor, size: size, limit: limit) else {
        return .failure(.tooLarge)
      }
      return .success(bytes)
    } catch {
      return .failure(.unreadable)
    }
  }
}
