import FoundationEssentials
import Knowledge
import Transcripts

/// `vagvisare test`: runs transcripts.
struct TestCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let responder = context.loadResponder() else { return .unreadable }
    let paths = context.options.arguments.isEmpty ? ["Transcripts"] : context.options.arguments
    let files = TranscriptFiles.find(paths)
    let runner = TranscriptRunner(responder: responder)
    var failed = 0
    var passed = 0
    var problems: [Problem] = files.problems
    for file in files.files {
      guard let data = FileManager.default.contents(atPath: file.path) else {
        problems.append(
          Problem(.error, TranscriptCause.unreadableFile, at: Position(file: file.path)))
        continue
      }
      let reader = TranscriptReader(
        bytes: [UInt8](data), file: file.path, knowledge: responder.knowledge)
      problems += reader.problems
      for conversation in reader.transcript.conversations where file.selects(conversation) {
        let result = runner.run(conversation)
        if result.isGood { passed += 1 } else { failed += 1 }
        for line in FailureReport(responder.knowledge, context.interface).lines(result) {
          Output.line(line)
        }
      }
    }
    for problem in problems { Output.message(problem.description(in: context.interface)) }
    Output.line("\(passed) passed, \(failed) failed")
    if !problems.isEmpty { return .unreadable }
    return failed > 0 ? .found : .good
  }
}
