import Foundation
import Testing

/// Programs that are not this package's, which a test drives; none is installed by a test.
enum Tool {
  /// Also where only root's PATH looks.
  private static let folders =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    + ["/usr/sbin", "/sbin"]

  static func path(_ name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// On CI every tool is installed, so that a missing one is a failure there.
  static let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty
}

extension Trait where Self == ConditionTrait {
  /// Skips where a tool is missing, and says which; on CI the test runs, and fails.
  static func needs(_ tools: String...) -> Self {
    let missing = tools.filter { Tool.path($0) == nil }
    return .enabled(
      if: Tool.isCI || missing.isEmpty, "not installed: \(missing.joined(separator: ", "))")
  }
}
