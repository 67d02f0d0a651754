import Conversation
import Knowledge
import Transcripts

/// `vagvisare report`: one self-contained page to look at.
struct ReportCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let file = try context.reportFile("--html") else {
      throw .missingArgument(context.text("--html FIL", "--html FILE"))
    }
    guard let folder = context.folder, let responder = context.loadResponder() else {
      return .unreadable
    }
    let paths = context.transcriptPaths
    let files = QuestionSet.files(below: paths)
    guard let sets = context.questionSets(files, responder.knowledge) else {
      return .unreadable
    }
    let run = TranscriptRun(
      paths: paths.filter { !$0.hasSuffix(".jsonl") }, responder: responder)
    for problem in run.problems { Output.message(problem.description(in: context.interface)) }
    let today = CalendarDate.today
    let changed = GitHistory(folder: folder)
      .lastChanges(of: responder.knowledge, today: today)
    let review = KnowledgeReview(responder, today: today, changed: changed)
    let report = HTMLReport(
      run: run, evaluated: EvaluatedSets(sets, responder), knowledge: responder.knowledge,
      warnings: review.warnings, today: today, in: context.interface)
    guard context.write(Array(report.text.utf8), to: file) else { return .unreadable }
    Output.message(
      context.text(
        "Skrev \(file); öppna den i en webbläsare", "Wrote \(file); open it in a browser"))
    return run.problems.isEmpty ? .good : .unreadable
  }
}
