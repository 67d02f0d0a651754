import Conversation
import Knowledge
import Transcripts

/// `vagvisare report`: one self-contained page to look at.
struct ReportCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let file = context.options["--html"] else { throw .missingArgument("--html") }
    guard let folder = context.folder, let responder = context.loadResponder() else {
      return .unreadable
    }
    let paths = context.options.arguments.isEmpty ? ["Transcripts"] : context.options.arguments
    let run = TranscriptRun(
      paths: paths.filter { !$0.hasSuffix(".jsonl") }, responder: responder)
    for problem in run.problems { Output.message(problem.description(in: context.interface)) }
    var evaluation = Evaluation()
    for path in QuestionSet.files(below: paths) {
      for (line, question) in QuestionSet(file: path)?.questions ?? [] {
        evaluation.ask(question, line: line, responder)
      }
    }
    let today = CalendarDate.today
    let changed = GitHistory(folder: folder)
      .lastChanges(of: responder.knowledge, today: today)
    let review = KnowledgeReview(responder, today: today, changed: changed)
    let report = HTMLReport(
      run: run, evaluation: evaluation, knowledge: responder.knowledge,
      warnings: review.warnings, today: today, in: context.interface)
    do {
      try AtomicFile.replace(file, with: report.text)
    } catch {
      Output.message(
        "\(file): error: "
          + (context.interface == .swedish
            ? "filen kan inte skrivas" : "the file cannot be written"))
      return .unreadable
    }
    return run.problems.isEmpty ? .good : .unreadable
  }
}
