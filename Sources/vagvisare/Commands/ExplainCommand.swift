import Conversation
import LineProtocol

/// `vagvisare explain`: why an answer is chosen.
struct ExplainCommand {
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
    Output.line("\(reply.topics.joined(separator: ", ")) \(reply.confidence.hundredths)")
    for line in reply.explanation.text(
      in: context.language ?? context.fallbackLanguage, responder.knowledge)
    {
      Output.line(line)
    }
    return .good
  }
}
