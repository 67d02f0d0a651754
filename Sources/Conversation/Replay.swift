import Knowledge

extension Responder {
  /// Plays a conversation: the replies to the wordings of each turn, each of which has at least one.
  ///
  /// The talk goes on from a turn's first wording.
  package func replies(
    to turns: [[String]], from start: ConversationState = ConversationState(),
    fallback: LanguageCode?
  ) -> [[Reply]] {
    var state = start
    return turns.map { wordings in
      let answered = wordings.map { reply(to: $0, in: state, fallback: fallback) }
      state = answered.first?.state ?? state
      return answered.map(\.reply)
    }
  }
}
