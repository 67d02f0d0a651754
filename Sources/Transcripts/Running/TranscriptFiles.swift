import FoundationEssentials
import Knowledge

/// A transcript file to run, whole or at one line.
package struct TranscriptFile: Equatable, Sendable {
  package let path: String
  /// Only the conversation around this line; nil for all.
  package let line: Int?

  /// Whether the conversation is one of those to run.
  package func selects(_ conversation: TranscriptConversation) -> Bool {
    guard let line else { return true }
    let last = conversation.turns.map(\.end).max() ?? conversation.position.line
    return (conversation.position.line...max(last, conversation.position.line)).contains(line)
  }
}

/// Finds the transcripts that paths mean: files, folders, or `file:line`.
package struct TranscriptFiles: Sendable {
  package private(set) var files: [TranscriptFile] = []
  package private(set) var problems: [Problem] = []

  package static func find(_ paths: [String]) -> TranscriptFiles {
    var found = TranscriptFiles()
    for path in paths { found.add(path) }
    return found
  }

  private mutating func add(_ path: String) {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if !isFolder {
        files.append(TranscriptFile(path: path, line: nil))
        return
      }
      let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
      let transcripts = inside.filter { $0.hasSuffix(".transcript") }.sorted()
      if transcripts.isEmpty {
        problems.append(
          Problem(.error, TranscriptCause.noTranscripts, at: Position(folder: path)))
      }
      files += transcripts.map { TranscriptFile(path: path + "/" + $0, line: nil) }
      return
    }
    let fields = path.split(separator: ":")
    if fields.count >= 2, let line = Int(fields[1]),
      FileManager.default.fileExists(atPath: String(fields[0]))
    {
      files.append(TranscriptFile(path: String(fields[0]), line: line))
      return
    }
    problems.append(Problem(.error, TranscriptCause.unreadableFile, at: Position(file: path)))
  }
}
