import Conversation
import LineProtocol

/// `vagvisare explain`: why an answer is chosen.
struct ExplainCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    let question = try context.question()
    guard let responder = context.loadResponder(.oneAnswer) else { return .unreadable }
    try context.checkLanguage(of: responder.knowledge)
    let reply = responder.reply(
      to: question, language: context.language, fallback: context.fallbackLanguage
    ).reply
    Output.line("\(reply.topics.joined(separator: ", ")) \(reply.confidence.hundredths)")
    for line in reply.explanation.text(
      in: context.language ?? context.fallbackLanguage, responder.knowledge)
    {
      Output.line(line)
    }
    return .good
  }
}
