import Conversation
import Knowledge
import LineProtocol

/// Puts any text to the assistant, as a talk of some turns, and checks what every answer must keep.
package struct QuestionHarness {
  private static let mostTurns = 8

  let responder: Responder

  package init(responder: Responder) {
    self.responder = responder
  }

  /// What is wrong with the answers to a talk, a question a line; nil where nothing is. The first
  /// byte chooses a language and a width.
  package func complaint(about talk: [UInt8]) -> String? {
    let choice = talk.first ?? 0
    let languages = responder.knowledge.languages
    let language = choice & 1 == 0 ? nil : languages[Int(choice >> 1) % languages.count]
    let width = 20 + Int(choice)
    var state = ConversationState()
    for line in talk.dropFirst().split(separator: UInt8(ascii: "\n")).prefix(Self.mostTurns) {
      let question = String(decoding: line, as: UTF8.self).withControlsAsSpaces
      let turn = responder.reply(to: question, in: state, language: language, fallback: "sv")
      let again = responder.reply(to: question, in: state, language: language, fallback: "sv")
      if again.reply != turn.reply || again.state != turn.state { return "two answers" }
      if let complaint = complaint(about: turn.reply, language, width)
        ?? complaint(about: turn.state)
      {
        return "\(complaint): \(question.debugDescription)"
      }
      state = turn.state
    }
    return nil
  }

  private func complaint(
    about reply: Reply, _ language: LanguageCode?, _ width: Int
  ) -> String? {
    let knowledge = responder.knowledge
    guard let topic = reply.topics.first else { return "no topic" }
    if knowledge.topic(topic) == nil, !topic.hasPrefix("dialogue/") { return "an unknown topic" }
    if reply.title.isEmpty { return "no title" }
    if !knowledge.languages.contains(reply.language) || reply.language != language ?? reply.language
    {
      return "another language"
    }
    guard (0...1).contains(reply.confidence), (0...1).contains(reply.explanation.danger) else {
      return "no share"
    }
    if reply.suggestions.contains(where: { knowledge.topic($0.topic) == nil || $0.title.isEmpty }) {
      return "a suggestion that leads nowhere"
    }
    let text = reply.text + reply.explanation.text(in: reply.language, knowledge)
    if text.allSatisfy(\.isEmpty) { return "no text" }
    if text.joined().unicodeScalars.contains(where: \.isControl) { return "a control" }
    let wrapped = TextWrapping.wrap(text, width: width)
    if wrapped.contains(where: { $0.utf8.count > width }) { return "wider than \(width)" }
    func letters(_ lines: [String]) -> [Unicode.Scalar] {
      lines.flatMap { $0.unicodeScalars.filter { $0 != " " } }
    }
    return letters(wrapped) == letters(text) ? nil : "wrapping loses something"
  }

  private func complaint(about state: ConversationState) -> String? {
    let knowledge = responder.knowledge
    let token = ContextToken.encode(state, knowledge: knowledge, now: 1000)
    if token.isEmpty || token.utf8.count > ContextToken.longest { return "a token too long" }
    guard ContextToken.decode(token, knowledge: knowledge, now: 1000) == state else {
      return "a token of another state"
    }
    return state.carried(from: knowledge, to: knowledge) == state ? nil : "lost by a reload"
  }
}
