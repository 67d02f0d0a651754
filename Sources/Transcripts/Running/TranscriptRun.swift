import Conversation
import Knowledge
import Understanding

/// Everything that came of running transcripts.
package struct TranscriptRun: Sendable {
  /// The results of a file's conversations; none where the file is broken.
  package struct FileResult: Sendable {
    package let path: String
    package let conversations: [ConversationResult]
    package let problems: [Problem]
  }

  package private(set) var files: [FileResult] = []
  /// Paths that lead nowhere, and everything that is wrong with the files.
  package private(set) var problems: [Problem]

  /// Runs the transcripts that the paths mean: files, folders, or `file:line`. Nothing of a broken
  /// file is run.
  package init(paths: [String], responder: Responder) {
    self.init(TranscriptFiles.find(paths), responder: responder)
  }

  package init(_ found: TranscriptFiles, responder: Responder) {
    problems = found.problems
    let runner = TranscriptRunner(responder: responder)
    let knowledge = responder.knowledge
    for result in found.files.mapInParallel({ Self.run($0, runner, knowledge) }) {
      problems += result.problems
      files.append(result)
    }
  }

  private static func run(
    _ file: TranscriptFile, _ runner: TranscriptRunner, _ knowledge: KnowledgeBase
  ) -> FileResult {
    let bytes: [UInt8]
    switch FileBytes.read(file.path, isNamed: true) {
    case .success(let content): bytes = content
    case .failure(let fault):
      let cause: any ProblemCause = fault == .unreadable ? TranscriptCause.unreadableFile : fault
      let problem = Problem(.error, cause, at: Position(file: file.path))
      return FileResult(path: file.path, conversations: [], problems: [problem])
    }
    let reader = TranscriptReader(bytes: bytes, file: file.path, knowledge: knowledge)
    var problems = reader.problems.limited
    var selected: [TranscriptConversation] = []
    if problems.isEmpty {
      let (chosen, missed) = file.select(reader.transcript.conversations)
      selected = chosen
      problems = missed.map {
        Problem(
          .error, TranscriptCause.noConversationAtLine($0),
          at: Position(file: file.path, line: $0, column: 1))
      }
    }
    return FileResult(
      path: file.path, conversations: selected.mapInParallel(runner.run), problems: problems)
  }

  package var conversations: [ConversationResult] { files.flatMap(\.conversations) }
  package var passedCount: Int { conversations.count(where: \.isGood) }
  package var failedCount: Int { conversations.count { !$0.isGood } }
  package var knownFailureCount: Int {
    conversations.count { if case .failedAsKnown = $0.outcome { true } else { false } }
  }
}
