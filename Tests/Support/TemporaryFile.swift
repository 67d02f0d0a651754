import Foundation
import Glibc

/// An empty file, open for writing, that is gone with this value.
package final class TemporaryFile {
  package let descriptor: Int32
  package let path: String

  package init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("vagvisare-\(UUID().uuidString)").path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw POSIXError(.EIO) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// What has been written.
  package func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
