import CReadline
import Conversation
import Glibc
import LineProtocol

/// `vagvisare chat`: a conversation in the terminal.
struct ChatCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let responder = context.loadResponder() else { return .unreadable }
    setlocale(LC_CTYPE, "C.UTF-8")
    var state = ConversationState()
    let styling = Styling(environment: context.environment)
    while let typed = readline("> ") {
      defer { free(typed) }
      let question = String(cString: typed).withControlsAsSpaces
      if question.allSatisfy(\.isWhitespace) { continue }
      add_history(typed)
      let turn = responder.reply(
        to: question, in: state, language: context.language, fallback: context.fallbackLanguage)
      state = turn.state
      Output.answer(styling.render(turn.reply.lines).joined(separator: "\n") + "\n\n")
    }
    Output.line("")
    return .good
  }
}
