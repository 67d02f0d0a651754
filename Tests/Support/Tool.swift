import Foundation

/// Programs that are not this package's, which a test drives; none is installed by a test.
package enum Tool {
  /// Also where only root's PATH looks.
  private static let folders =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    + ["/usr/sbin", "/sbin"]

  package static func path(_ name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// On CI every tool is installed, so that a missing one is a failure there.
  package static let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty
}
