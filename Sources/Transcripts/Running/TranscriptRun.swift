import Conversation
import FoundationEssentials
import Knowledge

/// Everything that came of running transcripts.
package struct TranscriptRun: Sendable {
  /// The results of a file's conversations.
  package struct FileResult: Sendable {
    package let path: String
    package let conversations: [ConversationResult]
  }

  package private(set) var files: [FileResult] = []
  /// Files that cannot be read, and lines that are no transcript.
  package private(set) var problems: [Problem]

  /// Runs the transcripts that the paths mean: files, folders, or `file:line`.
  package init(paths: [String], responder: Responder) {
    let found = TranscriptFiles.find(paths)
    problems = found.problems
    let runner = TranscriptRunner(responder: responder)
    for file in found.files {
      guard let data = FileManager.default.contents(atPath: file.path) else {
        problems.append(
          Problem(.error, TranscriptCause.unreadableFile, at: Position(file: file.path)))
        continue
      }
      let reader = TranscriptReader(
        bytes: [UInt8](data), file: file.path, knowledge: responder.knowledge)
      problems += reader.problems
      let selected = reader.transcript.conversations.filter(file.selects)
      files.append(FileResult(path: file.path, conversations: selected.map(runner.run)))
    }
  }

  package var conversations: [ConversationResult] { files.flatMap(\.conversations) }
  package var passedCount: Int { conversations.count(where: \.isGood) }
  package var failedCount: Int { conversations.count { !$0.isGood } }
}
