import Foundation
import TestSupport

/// A folder for one test, with a small knowledge and room for what servers write; gone with it.
final class WorkFolder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("bridge-\(UUID().uuidString)")
  let knowledge: URL

  init(knowledge files: [String: String] = SmallKnowledge.files) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let written = try SmallKnowledge.write(files)
    knowledge = url.appendingPathComponent("Knowledge")
    try FileManager.default.moveItem(at: written, to: knowledge)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Starts a program on the small knowledge.
  func launch(_ words: [String], environment: [String: String] = [:], input: String? = nil) throws
    -> LaunchedProgram
  {
    let variables = ["VAGVISARE_KNOWLEDGE": knowledge.path].merging(environment) { $1 }
    return try LaunchedProgram(words, environment: variables, input: input, folder: url)
  }
}
