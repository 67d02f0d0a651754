import Conversation
import Knowledge
import Transcripts
import Understanding

/// `vagvisare compare`: re-asks every known question under two versions of the knowledge.
struct CompareCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let against = context.options["--against"] else {
      throw .missingArgument(
        context.text("--against MAPP-eller-REVISION", "--against DIR-or-REVISION"))
    }
    guard let folder = context.existingFolder() else { return .unreadable }
    let version = KnowledgeVersion(name: against, folder: folder)
    let source = context.source
    // Both versions are learnt at the same time, where they are not known yet.
    let (responder, opened) = inParallel({ context.loadResponder() }, { version.open(source) })
    guard let new = responder else { return .unreadable }
    guard let opened else {
      Output.message(
        context.text(
          "vagvisare compare: ”\(against)” är varken en mapp eller en git-revision som innehåller \(folder)",
          "vagvisare compare: “\(against)” is neither a folder nor a git revision that holds \(folder)"
        ))
      return .unreadable
    }
    guard let old = opened.interpreter.map({ Responder(interpreter: $0) }) else {
      for problem in opened.problems where problem.severity == .error {
        Output.message(problem.description(in: context.interface))
      }
      Output.message(
        context.text(
          "vagvisare compare: versionen ”\(against)” har fel och kan inte jämföras",
          "vagvisare compare: the version “\(against)” has errors and cannot be compared"))
      return .unreadable
    }
    let comparison = compare(old, new)
    for line in comparison.lines(in: context.interface) { context.show(line) }
    if comparison.groups.isEmpty { return .good }
    context.nextStep(
      "är varje ändring avsedd, git commit; annars rätta och börja om med vagvisare check",
      "if every change is meant, git commit; else mend and begin again with vagvisare check")
    return .found
  }

  private func compare(_ old: Responder, _ new: Responder) -> Comparison {
    let questions = KnownQuestions(
      examplesOf: [new.knowledge, old.knowledge], paths: context.transcriptPaths)
    // The same knowledge learns the same and answers the same.
    if old.knowledge.digest == new.knowledge.digest {
      return Comparison(questions, old: (old.knowledge, []), new: (new.knowledge, []))
    }
    let (before, after) = inParallel(
      { Comparison.replies(of: old, to: questions) }, { Comparison.replies(of: new, to: questions) }
    )
    return Comparison(questions, old: (old.knowledge, before), new: (new.knowledge, after))
  }
}
