import Conversation
import Knowledge

/// Plays transcripts to the assistant.
package struct TranscriptRunner: Sendable {
  private let responder: Responder

  package init(responder: Responder) {
    self.responder = responder
  }

  package func run(_ conversation: TranscriptConversation) -> ConversationResult {
    var state = ConversationState()
    var turns: [TurnResult] = []
    for turn in conversation.turns {
      var next: ConversationState?
      var wordings: [WordingResult] = []
      for wording in turn.wordings {
        let answered = responder.reply(
          to: wording.text, in: state, fallback: conversation.language)
        // The talk goes on from the first wording.
        next = next ?? answered.state
        wordings.append(
          WordingResult(
            wording: wording,
            mismatches: mismatches(answered.reply, turn, conversation.language),
            reply: answered.reply))
      }
      turns.append(TurnResult(turn: turn, wordings: wordings))
      state = next ?? state
    }
    return ConversationResult(conversation: conversation, turns: turns)
  }

  private func mismatches(
    _ reply: Reply, _ turn: TranscriptTurn, _ language: LanguageCode?
  ) -> [Mismatch] {
    var found: [Mismatch] = []
    let topics = turn.topicIDs
    if !topics.isEmpty, !reply.topics.contains(where: topics.contains) {
      found.append(.topic(expected: topics, got: reply.topics))
    }
    if let language, reply.language != language {
      found.append(.language(expected: language, got: reply.language))
    }
    let text = reply.text.joined(separator: " ").factForm
    for line in turn.required where !text.states(line.text.factForm) {
      found.append(.missing(line))
    }
    for line in turn.forbidden where text.states(line.text.factForm) {
      found.append(.present(line))
    }
    if !turn.answer.isEmpty {
      let expected = turn.answer.map(\.text)
      if expected.map(\.comparedForm) != reply.text.map(\.comparedForm) {
        found.append(.answer(expected: expected, got: reply.text))
      }
    }
    return found
  }
}
