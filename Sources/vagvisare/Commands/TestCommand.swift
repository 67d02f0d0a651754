import Conversation
import Knowledge
import Transcripts

/// `vagvisare test`: runs transcripts.
struct TestCommand {
  let context: CommandContext

  var options: CommandLineOptions { context.options }
  var paths: [String] { context.transcriptPaths }

  func run() throws(UsageError) -> ExitCode {
    try checkOptions()
    _ = try context.reportFile("--junit")
    guard let responder = context.loadResponder() else { return .unreadable }
    if options.has("--watch") { return watch(responder) }
    let run = TranscriptRun(paths: paths, responder: responder)
    report(run, responder.knowledge)
    guard writeJUnit(run, responder.knowledge) else { return .unreadable }
    if options.has("--accept") { return accept(run) }
    if !run.problems.isEmpty { return .unreadable }
    if options.has("--tap") { return run.failedCount > 0 ? .found : .good }
    if run.failedCount > 0 {
      context.nextStep(
        "rätta Knowledge; är de nya svaren rätt, vagvisare test --accept",
        "mend Knowledge; where the new answers are right, vagvisare test --accept")
      return .found
    }
    context.nextStep("vagvisare compare --against HEAD", "vagvisare compare --against HEAD")
    return .good
  }

  /// A build server must not change what it checks; and what changes or repeats is for people, not
  /// for programs that read reports.
  private func checkOptions() throws(UsageError) {
    if options.has("--accept"), context.environment.isContinuousIntegration {
      throw .refusedInCI("--accept")
    }
    let exclusive = ["--accept", "--watch", "--tap"].filter(options.has)
    if exclusive.count > 1 { throw .excludingOptions(exclusive[0], exclusive[1]) }
    if options.has("--watch"), options.has("--junit") {
      throw .excludingOptions("--watch", "--junit")
    }
  }

  func report(_ run: TranscriptRun, _ knowledge: KnowledgeBase) {
    let failures = FailureReport(knowledge, context.interface)
    for problem in run.problems { Output.message(problem.description(in: context.interface)) }
    if options.has("--tap") {
      for line in TAPReport(run, failures, in: context.interface).lines { Output.line(line) }
      return
    }
    for result in run.conversations {
      for line in failures.lines(result) { context.show(line) }
    }
    if options.has("--coverage") {
      for line in Coverage(run, knowledge).lines(in: context.interface) { Output.line(line) }
    }
    Output.line(summary(run))
  }

  private func summary(_ run: TranscriptRun) -> String {
    let (known, files) = (run.knownFailureCount, run.files.count)
    let passed = run.passedCount - known
    let swedish = [
      "\(passed) samtal lyckades, \(run.failedCount) misslyckades",
      known == 0 ? "" : ", \(known) \(known == 1 ? "känt fel" : "kända fel")",
      " (\(files) \(files == 1 ? "fil" : "filer"))",
    ]
    let english = [
      "\(passed) \(passed == 1 ? "conversation" : "conversations") passed, \(run.failedCount) failed",
      known == 0 ? "" : ", \(known) known \(known == 1 ? "failure" : "failures")",
      " (\(files) \(files == 1 ? "file" : "files"))",
    ]
    return context.text(swedish.joined(), english.joined())
  }

  private func writeJUnit(_ run: TranscriptRun, _ knowledge: KnowledgeBase) -> Bool {
    guard let file = options["--junit"] else { return true }
    let failures = FailureReport(knowledge, context.interface)
    let report = JUnitReport(run, failures, in: context.interface)
    return context.write(Array(report.text.utf8), to: file)
  }
}
