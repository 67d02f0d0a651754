import Conversation
import Knowledge

/// Plays transcripts to the assistant.
package struct TranscriptRunner: Sendable {
  private let responder: Responder

  package init(responder: Responder) {
    self.responder = responder
  }

  package func run(_ conversation: TranscriptConversation) -> ConversationResult {
    let language = conversation.language
    let replies = responder.replies(
      to: conversation.turns.map { $0.wordings.map(\.text) }, fallback: language)
    let turns = zip(conversation.turns, replies).map { turn, replies in
      TurnResult(
        turn: turn,
        wordings: zip(turn.wordings, replies).map { wording, reply in
          WordingResult(
            wording: wording, mismatches: mismatches(reply, turn, language), reply: reply)
        })
    }
    return ConversationResult(conversation: conversation, turns: turns)
  }

  private func mismatches(
    _ reply: Reply, _ turn: TranscriptTurn, _ language: LanguageCode?
  ) -> [Mismatch] {
    var found: [Mismatch] = []
    let expected = turn.references
    if !expected.isEmpty, !expected.contains(where: reply.answers) {
      found.append(
        .topic(
          expected: expected.map(\.description),
          got: reply.parts.map(\.description)
            + reply.topics.filter { id in !reply.parts.contains { $0.topic == id } }))
    }
    if let language, reply.language != language {
      found.append(.language(expected: language, got: reply.language))
    }
    let text = reply.text.joined(separator: " ").comparisonForm
    for line in turn.required where !text.states(line.text.comparisonForm) {
      found.append(.missing(line))
    }
    let opening = reply.opening.comparisonForm
    for line in turn.opening {
      let choices = line.separated(by: "|")
      if !choices.contains(where: { opening.states($0.text.comparisonForm) }) {
        found.append(.missingInOpening(line, opening: reply.opening))
      }
    }
    for line in turn.forbidden where text.states(line.text.comparisonForm) {
      found.append(.present(line))
    }
    if !turn.answer.isEmpty {
      let expected = turn.answer.map(\.text)
      if expected.map(\.normalForm.singleSpaced) != reply.text.map(\.normalForm.singleSpaced) {
        found.append(.answer(expected: expected, got: reply.text))
      }
    }
    return found
  }
}

extension Reply {
  /// Whether a topic, or the part of it that is named, is among what answered.
  package func answers(_ reference: TopicReference) -> Bool {
    topics.contains(reference.topic) && (reference.part == nil || parts.contains(reference))
  }
}
