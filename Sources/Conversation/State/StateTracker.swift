import Knowledge

/// Keeps of each answer what the conversation remembers.
struct StateTracker: Sendable {
  let knowledge: KnowledgeBase

  /// The state after a decision.
  ///
  /// - Parameters:
  ///   - state: The state before it.
  ///   - language: What it was answered in.
  ///   - isChosen: Whether the asker chose that language by name.
  ///   - region: The contacts of the places that the question names.
  func state(
    after decision: Decision, in state: ConversationState, _ language: LanguageCode,
    isChosen: Bool = false, region: [Int] = []
  ) -> ConversationState {
    var next = state
    next.pending = nil
    if !region.isEmpty { next.region = region }
    if isChosen {
      next.languageIsChosen = true
    } else if language != state.language {
      next.languageIsChosen = false
    }
    next.language = language
    next.handles = decision.handles
    next.fields = decision.fields
    switch decision.answer {
    case .topics(let focuses):
      // Courtesies leave the subject where it was.
      if !focuses.allSatisfy({ knowledge.topics[$0.topic].kind == .dialogue }) || state.last.isEmpty
      {
        next.last = focuses
      }
      remember(focuses, in: &next)
    case .unknown(let nearest, _, _):
      next.last = knowledge.focus(role: .unknown)
      // What was offered can be chosen; a place that was asked for may still come.
      if nearest.count > 1 {
        next.pending = .offer(nearest)
      } else if state.pending == .place {
        next.pending = .place
      }
    case .choice(let topics):
      next.last = []
      next.pending = .choice(topics)
    case .askPlace:
      next.last = knowledge.focus(role: .askPlace)
      next.pending = .place
    case .membership(let places):
      next.last = knowledge.focus(role: .regions)
      next.region = places.map(\.contact).withoutRepeats
      remember(next.last, in: &next)
      // "And her number?" asks for who is reached there.
      let contacts = next.region.map { Focus(topic: $0) }
      if knowledge.isContact(contacts) {
        next.contact = contacts.filter { knowledge.isContact([$0]) }
      }
    case .sourceOfLast: break
    case .denied: next.last = []
    }
    return next
  }

  /// Keeps the subjects of an answer, and a contact, for what may be asked of them later.
  private func remember(_ focuses: [Focus], in state: inout ConversationState) {
    for focus in focuses.reversed() {
      let topic = knowledge.topics[focus.topic]
      guard topic.kind != .dialogue else { continue }
      state.subjects.removeAll { $0 == focus.topic }
      state.subjects.insert(focus.topic, at: 0)
    }
    // The very first stays: "and what I asked at first?"
    let excess = state.subjects.count - ConversationState.mostSubjects
    if excess > 0 {
      state.subjects.removeSubrange(state.subjects.count - 1 - excess..<state.subjects.count - 1)
    }
    if knowledge.isContact(focuses) {
      state.contact = focuses.filter { knowledge.isContact([$0]) }
    }
  }
}
