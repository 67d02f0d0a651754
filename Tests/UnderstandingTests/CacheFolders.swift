import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Understanding

/// A cache folder and a knowledge folder of a test, removed with it.
final class Folders {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("vagvisare-cache-\(UUID().uuidString)")
  let knowledge: URL

  init(_ files: [String: String] = SmallKnowledge.files) throws {
    knowledge = try SmallKnowledge.write(files)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
    try? FileManager.default.removeItem(at: knowledge)
  }

  var cacheFolder: String { root.path + "/deep/cache" }
  var cache: CompiledCache { CompiledCache(folder: cacheFolder, program: 7) }

  /// The one file of the cache.
  func file() throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(atPath: cacheFolder)
    try #require(names.count == 1)
    return URL(fileURLWithPath: cacheFolder + "/" + names[0])
  }
}

private let questions = [
  "Är det olagligt att köpa sex?", "Vem är koordinator i Malmö?", "help me now he is coming", "hej",
  "vad händer om man inte betalar", "§ 6 kap. 12 §", "???", "", "kirunaa",
]

func answers(_ interpreter: Interpreter) -> [String] {
  questions.map { question in
    let found = interpreter.interpret(question)
    let candidates = found.candidates.map { "\($0.subject) \($0.probability)" }
    let evidence = interpreter.evidence(for: 0, in: found).map { "\($0.word) \($0.weight)" }
    return
      "\(candidates) \(evidence) \(found.danger) \(found.language) \(found.recognition.places) \(found.recognition.concepts)"
  }
}
