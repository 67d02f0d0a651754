import Conversation
import FoundationEssentials
import Knowledge
import Transcripts

/// `vagvisare check`: errors and warnings in the knowledge base.
struct CheckCommand {
  let context: CommandContext

  private var isSwedish: Bool { context.interface == .swedish }

  func run() throws(UsageError) -> ExitCode {
    guard let folder = context.folder else {
      return context.loadKnowledge() == nil ? .unreadable : .good
    }
    let unformatted: [Problem]
    if context.options.has("--fix") {
      guard fix(folder) else { return .unreadable }
      unformatted = []
    } else {
      unformatted = files(folder).filter { $0.new != nil }.map {
        Problem(.warning, ReviewCause.unformatted, at: Position(file: folder + "/" + $0.file.path))
      }
    }
    let opened = context.source.open(folder: folder, checking: true)
    var problems = opened.problems
    if let interpreter = opened.interpreter {
      let today = CalendarDate.today
      let changed = GitHistory(folder: folder).lastChanges(of: interpreter.knowledge, today: today)
      problems +=
        KnowledgeReview(Responder(interpreter: interpreter), today: today, changed: changed)
        .warnings
        + unformatted
      problems.sort { $0.position < $1.position }
    }
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count - errors
    if context.options.has("--json") {
      writeJSON(problems)
    } else {
      for problem in problems { write(problem) }
      Output.line(
        isSwedish
          ? "\(errors) fel, \(warnings) varningar" : "\(errors) errors, \(warnings) warnings")
    }
    if opened.interpreter == nil { return .unreadable }
    return context.options.has("--strict") && warnings > 0 ? .found : .good
  }

  /// Errors with their line and caret; warnings on a line each.
  private func write(_ problem: Problem) {
    if problem.severity == .error {
      Output.line(problem.description(in: context.interface))
    } else {
      let remedy = problem.cause.wording(in: context.interface).remedy
      Output.line("\(problem.headline(in: context.interface)). \(remedy)")
    }
  }

  private struct Entry: Encodable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
    let remedy: String
  }

  private func writeJSON(_ problems: [Problem]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let entries = problems.map { problem in
      let wording = problem.cause.wording(in: context.interface)
      return Entry(
        severity: problem.severity.rawValue, file: problem.position.file,
        line: problem.position.line, column: problem.position.column, message: wording.message,
        remedy: wording.remedy)
    }
    if let data = try? encoder.encode(entries) {
      Output.line(String(decoding: data, as: UTF8.self))
    }
  }

  // MARK: Formatting

  /// The folder's files, each with its formatted text where that is another.
  private func files(_ folder: String) -> [(file: KnowledgeFile, new: String?)] {
    (KnowledgeFile.all(in: folder) ?? []).map { file in
      guard let bytes = file.bytes,
        let text = FileFormatter.format(bytes: bytes, kind: FileKind(rawValue: file.ending))
      else { return (file, nil) }
      return (file, Array(text.utf8) == bytes ? nil : text)
    }
  }

  /// Formats the files; whether all could be written.
  private func fix(_ folder: String) -> Bool {
    for (file, new) in files(folder) {
      guard let new else { continue }
      let path = folder + "/" + file.path
      do {
        try AtomicFile.replace(path, with: new)
        Output.message(isSwedish ? "ordnad: \(path)" : "put in order: \(path)")
      } catch {
        Output.message(
          "\(path): error: "
            + (isSwedish ? "filen kan inte skrivas" : "the file cannot be written"))
        return false
      }
    }
    return true
  }
}
