import FoundationEssentials
import Knowledge

/// A transcript file to run, whole or at some lines.
package struct TranscriptFile: Equatable, Sendable {
  package let path: String
  /// Only the conversations around these lines; empty for all.
  package var lines: [Int]

  package init(path: String, lines: [Int] = []) {
    self.path = path
    self.lines = lines
  }

  /// The conversations to run, and the lines around which there is none.
  func select(
    _ conversations: [TranscriptConversation]
  ) -> (chosen: [TranscriptConversation], missed: [Int]) {
    if lines.isEmpty { return (conversations, []) }
    let chosen = conversations.filter { conversation in lines.contains(where: conversation.spans) }
    return (chosen, lines.filter { line in !conversations.contains { $0.spans(line) } })
  }
}

extension TranscriptConversation {
  /// Whether a line stands between the heading and the last expectation.
  fileprivate func spans(_ line: Int) -> Bool {
    let last = turns.map(\.end).max() ?? position.line
    return line >= position.line && line <= last
  }
}

/// Finds the transcripts that paths mean: files, folders, or `file:line`.
package struct TranscriptFiles: Sendable {
  /// Each file once, in the order of the paths.
  package private(set) var files: [TranscriptFile] = []
  package private(set) var problems: [Problem] = []

  package static func find(_ paths: [String]) -> TranscriptFiles {
    var found = TranscriptFiles()
    for path in paths { found.add(path) }
    return found
  }

  /// Only the files that fulfil a condition, without the problems.
  package func filter(_ isIncluded: (TranscriptFile) -> Bool) -> TranscriptFiles {
    var chosen = TranscriptFiles()
    chosen.files = files.filter(isIncluded)
    return chosen
  }

  /// The path without a line after it: what the file system knows.
  package static func withoutLine(_ path: String) -> String {
    exists(path) ? path : fields(path)?.file ?? path
  }

  /// `file:line` of a file that exists, also with a column after it, as messages show it.
  private static func fields(_ path: String) -> (file: String, line: Int)? {
    var file = path[...]
    for _ in 0..<2 {
      guard let colon = file.lastIndex(of: ":"),
        let line = Int(file[file.index(after: colon)...]), line > 0
      else { return nil }
      file = file[..<colon]
      if exists(String(file)) { return (String(file), line) }
    }
    return nil
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private mutating func add(_ path: String) {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder { addFolder(path) } else { append(TranscriptFile(path: path)) }
    } else if let (file, line) = Self.fields(path) {
      append(TranscriptFile(path: file, lines: [line]))
    } else {
      problems.append(Problem(.error, TranscriptCause.unreadableFile, at: Position(folder: path)))
    }
  }

  private mutating func addFolder(_ path: String) {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    // Hidden files are what editors leave behind while they write; a listing has none.
    let inside = (FolderListing(folder: path)?.entries ?? [])
      .filter { $0.path.hasSuffix(".transcript") }
    if inside.isEmpty {
      problems.append(Problem(.error, TranscriptCause.noTranscripts, at: Position(folder: path)))
    }
    for entry in inside {
      if let fault = entry.fault {
        problems.append(Problem(.error, fault, at: Position(file: prefix + entry.path)))
      } else {
        append(TranscriptFile(path: prefix + entry.path))
      }
    }
  }

  private mutating func append(_ file: TranscriptFile) {
    guard let place = files.firstIndex(where: { $0.path == file.path }) else {
      files.append(file)
      return
    }
    // The whole file is more than a line of it.
    let isWhole = files[place].lines.isEmpty || file.lines.isEmpty
    files[place].lines = isWhole ? [] : files[place].lines + file.lines
  }
}
