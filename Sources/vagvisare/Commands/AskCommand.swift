import Conversation
import LineProtocol

/// `vagvisare ask`: one answer.
struct AskCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    let question = try context.question()
    guard let responder = context.loadResponder(.oneAnswer) else { return .unreadable }
    try context.checkLanguage(of: responder.knowledge)
    let reply = responder.reply(
      to: question, language: context.language, fallback: context.fallbackLanguage
    ).reply
    if context.options.has("--json") {
      Output.answer(
        JSONCodec().encode(Response.Answer(reply: reply, isNew: true), text: reply.text))
    } else {
      for line in context.environment.layout.render(reply.lines) { Output.line(line) }
    }
    return reply.topics.first == responder.knowledge.unknownID ? .found : .good
  }
}
