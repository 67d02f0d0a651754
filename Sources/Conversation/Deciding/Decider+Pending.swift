import Knowledge
import Understanding

/// What answers something that was asked back.
extension Decider {
  func pending(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard let pending = state.pending else {
      return shape.isBareDenial && !state.last.isEmpty
        ? Decision(answer: .denied, reason: .denied, confidence: 0.9) : nil
    }
    switch pending {
    case .choice(let topics):
      if let chosen = choice(among: topics, question, shape) {
        return Decision(
          answer: .topics([Focus(topic: chosen)]), reason: .pending, confidence: 0.95)
      }
    case .offer(let topics):
      if let ordinal = shape.ordinal, topics.indices.contains(ordinal - 1) {
        return Decision(
          answer: .topics([Focus(topic: topics[ordinal - 1])]), reason: .pending, confidence: 0.95)
      }
    case .place: break
    }
    return shape.isBareDenial
      ? Decision(answer: .denied, reason: .denied, confidence: 0.9) : nil
  }

  /// The topic of a choice that an answer names by its number, by words of its title, or by yes.
  func choice(
    among topics: [Int], _ question: Interpretation, _ shape: QuestionShape
  ) -> Int? {
    if let ordinal = shape.ordinal {
      return topics.indices.contains(ordinal - 1) ? topics[ordinal - 1] : nil
    }
    if shape.affirms { return topics.first }
    guard shape.isElliptical || question.recognition.text.tokens.count <= 6 else { return nil }
    let likeness = topics.map { topic in
      interpreter.likeness(
        of: question.recognition,
        to: knowledge.topics[topic].texts.values.map { interpreter.vector(of: $0.title) }
      ).max() ?? 0
    }
    guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }),
      likeness[best] >= Thresholds.ellipticalPart
    else { return nil }
    return topics[best]
  }
}
