import Knowledge
import Understanding

/// What is said about the talk itself: a language asked for, an answer to something asked back, a
/// courtesy, where an answer comes from.
struct DialogueHypotheses: HypothesisSource {
  let interpreter: Interpreter
  private var knowledge: KnowledgeBase { interpreter.knowledge }

  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis] {
    [
      languageRequest(question.shape, state), pending(question, state), courtesy(question.shape),
      sourceOfLast(question, state), foreign(question),
    ].compactMap { $0 }
  }

  private func languageRequest(
    _ shape: QuestionShape, _ state: ConversationState
  ) -> Hypothesis? {
    guard shape.requestedLanguage != nil else { return nil }
    let focuses = state.last.isEmpty ? knowledge.focus(role: .help) : state.last
    guard !focuses.isEmpty else { return nil }
    return Hypothesis(
      1,
      Decision(
        answer: .topics(focuses), reason: .language, confidence: 1, fields: state.fields,
        handles: state.handles))
  }

  /// A greeting or thanks and nothing else.
  private func courtesy(_ shape: QuestionShape) -> Hypothesis? {
    guard let role = shape.courtesy else { return nil }
    let focuses = knowledge.focus(role: role)
    guard !focuses.isEmpty else { return nil }
    return Hypothesis(
      0.98, Decision(answer: .topics(focuses), reason: .ranking, confidence: 0.98))
  }

  private func sourceOfLast(_ question: Question, _ state: ConversationState) -> Hypothesis? {
    guard !state.last.isEmpty, let top = question.candidates.first,
      let source = knowledge.index(role: .source), interpreter.topic(of: top) == source,
      top.probability >= Thresholds.sourceOfLast
    else { return nil }
    return Hypothesis(
      max(0.9, top.probability),
      Decision(answer: .sourceOfLast, reason: .source, confidence: top.probability))
  }

  /// Another language than those of the knowledge.
  private func foreign(_ question: Question) -> Hypothesis? {
    guard question.interpretation.language.isForeign,
      interpreter.knownSubject(of: question.interpretation, atLeast: Thresholds.newSubject) == nil
    else { return nil }
    return Hypothesis(
      0.9,
      Decision(
        answer: .unknown(nearest: [], isForeign: true), reason: .foreign, confidence: 0.9))
  }

  // MARK: What was asked back

  private func pending(_ question: Question, _ state: ConversationState) -> Hypothesis? {
    let shape = question.shape
    let denied = Hypothesis(
      0.985, Decision(answer: .denied, reason: .denied, confidence: 0.9))
    switch state.pending {
    case .choice(let topics):
      if let chosen = choice(among: topics, question) { return answer(chosen) }
    case .offer(let topics):
      if let ordinal = shape.ordinal, topics.indices.contains(ordinal - 1) {
        return answer(topics[ordinal - 1])
      }
    case .place: break
    case nil: return shape.isBareDenial && !state.last.isEmpty ? denied : nil
    }
    return shape.isBareDenial ? denied : nil
  }

  private func answer(_ topic: Int) -> Hypothesis {
    Hypothesis(
      0.95,
      Decision(answer: .topics([Focus(topic: topic)]), reason: .pending, confidence: 0.95))
  }

  /// The topic of a choice that an answer names by its number, by words of its title, or by yes.
  private func choice(among topics: [Int], _ question: Question) -> Int? {
    if let ordinal = question.shape.ordinal {
      return topics.indices.contains(ordinal - 1) ? topics[ordinal - 1] : nil
    }
    if question.shape.affirms { return topics.first }
    guard question.shape.isElliptical || question.recognition.text.tokens.count <= 6 else {
      return nil
    }
    let likeness = topics.map { topic in
      interpreter.likeness(
        of: question.recognition,
        to: knowledge.topics[topic].texts.values.map { interpreter.vector(of: $0.title) }
      ).max() ?? 0
    }
    guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }),
      likeness[best] >= Thresholds.titleLikeness
    else { return nil }
    return topics[best]
  }
}
