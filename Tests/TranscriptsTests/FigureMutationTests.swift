import Conversation
import Dispatch
import Foundation
import Knowledge
import Synchronization
import Testing
import Transcripts
import Understanding

/// A wrong number is the worst slip there is. So every figure of the shipped knowledge is changed,
/// one at a time, in every way of ``Figure/slips``: `check` or `test` must notice.
@Suite struct FigureMutationTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func noChangedFigureSurvives() throws {
    let folder = Self.package.appendingPathComponent("Knowledge").path
    let files = try #require(KnowledgeFile.all(in: folder))
    let original = Interpreter(knowledge: try #require(Self.loads(files)))
    // A paragraph that a question names is found by its words as well: a slip in a header's shows nowhere.
    let figures = Figure.all(in: files)
      .filter { !"\(files[$0.file].lines[$0.line])".hasPrefix("statute:") }
    let mutants = figures.flatMap { figure in figure.slips.map { (figure, $0) } }
    let outlines = files.map(\.outline)
    let unnoticed = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: mutants.count) { number in
      let (figure, slip) = mutants[number]
      let changed = figure.replaced(by: slip, in: files)[figure.file]
      if Self.isFaultless(changed, at: figure.file, among: outlines) {
        unnoticed.withLock { $0.append(number) }
      }
    }
    // What that lets through, the whole folder must tell, or a transcript.
    let left = unnoticed.withLock { $0.sorted() }
    let fates = Mutex([Fate](repeating: .survived, count: left.count))
    DispatchQueue.concurrentPerform(iterations: left.count) { place in
      let (figure, slip) = mutants[left[place]]
      let fate = Self.fate(of: figure.replaced(by: slip, in: files), original)
      fates.withLock { $0[place] = fate }
    }
    let found = fates.withLock { $0 }
    for (number, fate) in zip(left, found) where fate == .survived {
      let (figure, slip) = mutants[number]
      let file = files[figure.file]
      Issue.record("\(file.path): \(figure.text) → \(slip): \(file.lines[figure.line])")
    }
    let byFolder = found.count { $0 == .foundByFolder }
    let byTest = found.count { $0 == .foundByTest }
    let survivors = found.count { $0 == .survived }
    let byCheck = mutants.count - byTest - survivors
    print(
      "figures: \(figures.count), changes: \(mutants.count), found by check: \(byCheck) (\(byFolder) by other files), by test: \(byTest), by none: \(survivors)"
    )
    #expect(!figures.isEmpty)
  }

  /// Whether a changed file has no fault of its own among outlines of the others, which hold all that
  /// it can refer to. A file of facts or phrases is for the whole folder to judge.
  private static func isFaultless(
    _ changed: KnowledgeFile, at place: Int, among outlines: [KnowledgeFile]
  ) -> Bool {
    guard changed.ending == "topic" else { return true }
    var files = outlines
    files[place] = changed.withoutQuestions
    return !KnowledgeLoader.load(files: files, folder: "").problems.contains {
      $0.position.file == changed.path && $0.severity == .error
    }
  }

  private enum Fate { case foundByFolder, foundByTest, survived }

  /// What becomes of a changed folder. Questions are understood as in the original: a figure is of what
  /// is said.
  private static func fate(of files: [KnowledgeFile], _ original: Interpreter) -> Fate {
    guard let base = loads(files) else { return .foundByFolder }
    let interpreter = Interpreter(original, answering: base) ?? Interpreter(knowledge: base)
    return passesTranscripts(Responder(interpreter: interpreter)) ? .survived : .foundByTest
  }

  private static func loads(_ files: [KnowledgeFile]) -> KnowledgeBase? {
    KnowledgeLoader.load(files: files, folder: "Knowledge").base
  }

  private static func passesTranscripts(_ responder: Responder) -> Bool {
    let run = TranscriptRun(
      paths: [package.appendingPathComponent("Transcripts").path], responder: responder)
    return run.failedCount == 0
  }
}
