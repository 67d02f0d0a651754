import Knowledge
import Understanding

/// A reply and what the conversation remembers after it.
package struct Turn: Sendable {
  package let reply: Reply
  package let state: ConversationState
}

/// Answers questions: the same way for a terminal, a pipe, a transcript and the editors' tools.
package struct Responder: Sendable {
  package let knowledge: KnowledgeBase
  package let interpreter: Interpreter
  private let decider: Decider
  private let composer: Composer

  package init(knowledge: KnowledgeBase) {
    self.init(interpreter: Interpreter(knowledge: knowledge))
  }

  package init(interpreter: Interpreter) {
    knowledge = interpreter.knowledge
    self.interpreter = interpreter
    decider = Decider(interpreter: interpreter)
    composer = Composer(knowledge: interpreter.knowledge)
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: What the person wrote.
  ///   - state: What the conversation remembers; a new state for its first question.
  ///   - language: The language to answer in, whatever the question's is; nil to follow it.
  ///   - fallback: The language for a question that shows none, where the conversation has none.
  package func reply(
    to question: String, in state: ConversationState = ConversationState(),
    language: LanguageCode? = nil, fallback: LanguageCode? = nil
  ) -> Turn {
    let interpretation = interpreter.interpret(question)
    let (decision, shape) = decider.decide(interpretation, in: state)
    let ownLanguage =
      shape.requestedLanguage ?? self.language(of: interpretation, state, fallback: fallback)
    let answerLanguage = language ?? ownLanguage
    let reply = composer.reply(
      to: decision, in: answerLanguage, last: state.last,
      explanation: explain(decision, interpretation, answerLanguage))
    return Turn(
      reply: reply,
      // A language that was asked for from outside holds for this answer only.
      state: stateAfter(
        decision, state, ownLanguage, isChosen: shape.requestedLanguage != nil,
        region: decider.region(of: interpretation)))
  }

  /// The question's language where it shows one, else the conversation's, else the fallback.
  private func language(
    of question: Interpretation, _ state: ConversationState, fallback: LanguageCode?
  ) -> LanguageCode {
    let verdict = question.language
    let standing = [state.language, fallback].compactMap { $0 }
      .first { knowledge.languages.contains($0) }
    // A language chosen by name gives way only to a sentence that is plainly in another.
    let needed = state.languageIsChosen ? Thresholds.language * 6 : Thresholds.language
    if !verdict.isForeign, verdict.margin >= needed || standing == nil { return verdict.language }
    return standing ?? verdict.language
  }

  private func stateAfter(
    _ decision: Decision, _ state: ConversationState, _ language: LanguageCode, isChosen: Bool,
    region: [Int]
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
    case .unknown(let nearest, _):
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
    case .sourceOfLast: break
    case .denied: next.last = []
    }
    return next
  }

  private func explain(
    _ decision: Decision, _ question: Interpretation, _ language: LanguageCode
  ) -> Explanation {
    var explanation = Explanation(reason: decision.reason, danger: question.danger)
    explanation.ranks = question.candidates.prefix(3).map { candidate in
      let topic = knowledge.topics[interpreter.subjects[candidate.subject].topics[0]]
      let isContact = topic.kind == .contact
      let shown = isContact ? knowledge.topic(role: .askPlace) ?? topic : topic
      return .init(
        topic: shown.id, title: shown.texts[language]?.title ?? "",
        probability: candidate.probability)
    }
    if let top = question.candidates.first {
      explanation.words = interpreter.evidence(for: top.subject, in: question)
        .filter { abs($0.weight) >= 0.2 }
        .map { .init(text: $0.word, weight: $0.weight) }
    }
    return explanation
  }
}
