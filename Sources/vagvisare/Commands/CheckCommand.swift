import Conversation
import FoundationEssentials
import Knowledge
import Transcripts
import Understanding

/// `vagvisare check`: errors and warnings in the knowledge base.
struct CheckCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    if let surplus = context.options.arguments.first { throw .surplusArgument(surplus) }
    guard let folder = context.folder else {
      return context.loadKnowledge() == nil ? .unreadable : .good
    }
    if context.options.has("--fix"), !fix(folder) { return .unreadable }
    let opened = context.source.open(folder: folder, checking: true)
    var problems = opened.problems
    if let interpreter = opened.interpreter {
      problems += warnings(of: interpreter, folder) + unformatted(folder)
      problems.sort { $0.position < $1.position }
    }
    if context.options.has("--json") {
      writeJSON(problems)
    } else {
      for group in ProblemGroup.all(of: problems, listingEach: context.options.has("--all")) {
        Output.line(context.styling.render(group, in: context.interface))
      }
      Output.line(summary(problems))
    }
    if opened.interpreter == nil { return .unreadable }
    if problems.errorCount > 0 { return .found }
    if context.options.has("--strict"), !problems.isEmpty { return .found }
    if context.options.has("--json") { return .good }
    if problems.isEmpty {
      context.nextStep("vagvisare test", "vagvisare test")
    } else {
      context.nextStep(
        "ta hand om varningarna, sedan vagvisare test", "see to the warnings, then vagvisare test")
    }
    return .good
  }

  private func warnings(of interpreter: Interpreter, _ folder: String) -> [Problem] {
    let today = CalendarDate.today
    let changed = GitHistory(folder: folder).lastChanges(of: interpreter.knowledge, today: today)
    return KnowledgeReview(
      Responder(interpreter: interpreter), today: today, changed: changed,
      heldOut: HeldOutQuestions(below: context.transcriptPaths)
    ).warnings
  }

  private func summary(_ problems: [Problem]) -> String {
    let errors = problems.errorCount
    let warnings = problems.count - errors
    return context.text(
      "\(errors) fel, \(warnings) \(warnings == 1 ? "varning" : "varningar")",
      "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")")
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
      let wording = problem.wording(in: context.interface)
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

  private struct Reformatting {
    let path: String
    let bytes: [UInt8]
    /// The first line that changes, counted from 1.
    let line: Int
  }

  /// The folder's files that are not in their usual shape.
  private func reformattings(_ folder: String) -> [Reformatting] {
    (KnowledgeFile.all(in: folder) ?? []).compactMap { file in
      guard let old = file.bytes, let kind = FileKind(rawValue: file.ending),
        let new = FileFormatter.format(bytes: old, kind: kind),
        let line = FileFormatter.firstChange(from: old, to: new)
      else { return nil }
      return Reformatting(path: folder + "/" + file.path, bytes: new, line: line)
    }
  }

  private func unformatted(_ folder: String) -> [Problem] {
    reformattings(folder).map {
      Problem(
        .warning, ReviewCause.unformatted, at: Position(file: $0.path, line: $0.line, column: 1))
    }
  }

  /// Formats the files; whether all could be written.
  private func fix(_ folder: String) -> Bool {
    for file in reformattings(folder) {
      guard context.write(file.bytes, to: file.path) else { return false }
      Output.message(context.text("ordnad: \(file.path)", "put in order: \(file.path)"))
    }
    return true
  }
}
