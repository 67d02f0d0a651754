import Foundation
import Knowledge

/// The knowledge that the package ships.
package enum ShippedKnowledge {
  /// The package's folder.
  package static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let folder = package.appendingPathComponent("Knowledge")

  /// Loaded once; throws what is wrong with it.
  package static func base() throws -> KnowledgeBase { try loaded.get() }

  private static let loaded = Result {
    let loaded = KnowledgeLoader.load(folder: folder.path)
    guard let base = loaded.base else {
      throw SmallKnowledge.LoadFailure(
        description: loaded.problems.map { $0.description(in: .english) }.joined(separator: "\n"))
    }
    return base
  }
}
