import Foundation

/// A folder of the small knowledge, or of other files, that is gone with this value.
package final class TemporaryKnowledge {
  package let url: URL

  package init(_ files: [String: String] = SmallKnowledge.files) throws {
    url = try SmallKnowledge.write(files)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Replaces or adds a file.
  package func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(path), options: .atomic)
  }
}
