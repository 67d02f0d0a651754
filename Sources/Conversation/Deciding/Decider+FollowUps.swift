import Knowledge
import Understanding

/// What goes on from the last answer.
extension Decider {
  func sourceOfLast(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard !state.last.isEmpty, let top = question.candidates.first,
      let source = knowledge.topics.firstIndex(where: { $0.role == .source }),
      interpreter.subjects[top.subject].topics == [source], top.probability >= Thresholds.answer
    else { return nil }
    return Decision(answer: .sourceOfLast, reason: .source, confidence: top.probability)
  }

  func part(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard let match = parts.best(for: question, after: state.last, interpreter) else {
      return nil
    }
    let isAskedFor =
      match.likeness >= Thresholds.part
      || shape.isElliptical && match.likeness >= Thresholds.ellipticalPart
        && !isNewSubject(question.candidates[0], beside: match, shape)
    guard isAskedFor else { return nil }
    return Decision(
      answer: .topics([focus(on: match, state)]), reason: .part,
      confidence: min(0.97, 0.4 + match.likeness / 2))
  }

  /// Whether a question that is like a part is rather about the likeliest subject as a whole.
  private func isNewSubject(
    _ top: Candidate, beside match: PartMatcher.Match, _ shape: QuestionShape
  ) -> Bool {
    let topic = interpreter.subjects[top.subject].topics[0]
    // The whole answer of the last topic was given already; that of the general one was not.
    if topic == match.topic { return match.isGeneral && top.probability >= Thresholds.newSubject }
    if match.isGeneral { return top.probability >= Thresholds.likelySubject }
    guard match.likeness >= Thresholds.surePart else {
      return top.probability >= Thresholds.newSubject
    }
    // Words of which the knowledge has no answer alone, "what's the penalty?", may have one here.
    if knowledge.topics[topic].role == .unknown { return false }
    return top.probability >= (shape.continues ? Thresholds.sureSubject : Thresholds.newSubject)
  }

  /// The part itself, or, where it has no answer of its own, the topic that it points to.
  func focus(on match: PartMatcher.Match, _ state: ConversationState) -> Focus {
    let texts = knowledge.topics[match.topic].texts
    let parts = knowledge.languages.lazy.compactMap { texts[$0] }.first?.parts ?? []
    if parts.indices.contains(match.part), parts[match.part].answer.isEmpty,
      let see = parts[match.part].see,
      let topic = knowledge.topics.firstIndex(where: { $0.id == see })
    {
      return Focus(topic: topic)
    }
    return Focus(topic: match.topic, part: match.part)
  }
}
