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
    let top = question.candidates[0]
    let topTopic = interpreter.subjects[top.subject].topics[0]
    // Words of which the knowledge has no answer alone, "what's the penalty?", may have one here.
    let isLikely = match.likeness >= Thresholds.surePart
    let needed =
      match.isGeneral
      ? Thresholds.likelySubject
      : shape.continues && isLikely ? Thresholds.sureSubject : Thresholds.newSubject
    // The whole answer of the last topic was given already; that of the general one was not.
    let isSameTopic = topTopic == match.topic
    let isNewSubject =
      isSameTopic
      ? match.isGeneral && top.probability >= Thresholds.newSubject
      : top.probability >= needed
        && !(isLikely && !match.isGeneral && knowledge.topics[topTopic].role == .unknown)
    let isAskedFor =
      match.likeness >= Thresholds.part
      || shape.isElliptical && match.likeness >= Thresholds.ellipticalPart && !isNewSubject
    guard isAskedFor else { return nil }
    return Decision(
      answer: .topics([focus(on: match, state)]), reason: .part,
      confidence: min(0.97, 0.4 + match.likeness / 2))
  }

  /// The part itself, or, where it has no answer of its own, the topic that it points to.
  func focus(on match: PartMatcher.Match, _ state: ConversationState) -> Focus {
    let parts = knowledge.topics[match.topic].texts.values.first?.parts ?? []
    if parts.indices.contains(match.part), parts[match.part].answer.isEmpty,
      let see = parts[match.part].see,
      let topic = knowledge.topics.firstIndex(where: { $0.id == see })
    {
      return Focus(topic: topic)
    }
    return Focus(topic: match.topic, part: match.part)
  }
}
