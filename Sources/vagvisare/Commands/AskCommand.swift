import Conversation
import LineProtocol

/// `vagvisare ask`: one answer.
struct AskCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    let question = context.options.question.withControlsAsSpaces
    guard question.contains(where: { !$0.isWhitespace }) else {
      throw .missingArgument(context.interface == .swedish ? "FRÅGA" : "QUESTION")
    }
    guard let responder = context.loadResponder(.answers) else { return .unreadable }
    let reply = responder.reply(
      to: question, language: context.language, fallback: context.fallbackLanguage
    ).reply
    if context.options.has("--json") {
      Output.answer(
        JSONCodec().encode(Response.Answer(reply: reply, isNew: true), text: reply.text))
    } else {
      Output.answer(
        Styling(environment: context.environment).render(reply.lines).joined(separator: "\n")
          + "\n")
    }
    let isUnknown = responder.knowledge.topic(role: .unknown)?.id == reply.topics.first
    return isUnknown ? .found : .good
  }
}
