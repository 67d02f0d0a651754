import Knowledge

extension Responder {
  /// What a conversation remembers after a topic, or a part of one, was answered, whatever was asked;
  /// nil where the knowledge has none of the name.
  package func state(
    after reference: TopicReference, language: LanguageCode
  ) -> ConversationState? {
    guard let place = knowledge.topics.firstIndex(where: { $0.id == reference.topic }) else {
      return nil
    }
    let topic = knowledge.topics[place]
    var focus = Focus(topic: place)
    if let id = reference.part {
      guard let part = topic.partIndex(id) else { return nil }
      focus.part = part
    }
    let answer: Decision.Answer =
      switch (topic.role, reference.part) {
      case (.askPlace?, nil): .askPlace(across: nil)
      case (.unknown?, nil): .unknown(nearest: [], isForeign: false)
      default: .topics([focus])
      }
    return stateAfter(
      Decision(answer: answer, reason: .ranking, confidence: 1), ConversationState(), language,
      isChosen: false, region: [])
  }
}
