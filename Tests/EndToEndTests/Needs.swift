import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips where a tool is missing, and says which; on CI the test runs, and fails.
  static func needs(_ tools: String...) -> Self {
    let missing = tools.filter { Tool.path($0) == nil }
    return .enabled(
      if: Tool.isCI || missing.isEmpty, "not installed: \(missing.joined(separator: ", "))")
  }
}
