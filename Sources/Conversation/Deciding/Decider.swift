import Knowledge
import Understanding

/// Decides what a question is answered with, from what it was understood to be and what the
/// conversation remembers.
struct Decider: Sendable {
  let interpreter: Interpreter
  let shapes: ShapeReader
  let contacts: ContactResolver
  let parts: PartMatcher
  let contactSubject: Int?
  let statuteTopics: [Statute: [Int]]

  var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    let knowledge = interpreter.knowledge
    shapes = ShapeReader(knowledge: knowledge)
    contacts = ContactResolver(knowledge: knowledge)
    parts = PartMatcher(interpreter: interpreter)
    contactSubject = interpreter.subjects.firstIndex {
      knowledge.topics[$0.topics[0]].kind == .contact
    }
    var statuteTopics: [Statute: [Int]] = [:]
    for (index, topic) in knowledge.topics.enumerated() {
      for text in topic.statutes {
        for mention in interpreter.recognizer.statutes(in: text) {
          statuteTopics[mention.statute, default: []].append(index)
        }
      }
    }
    self.statuteTopics = statuteTopics
  }

  /// The decision, and the form that the question was found to have.
  func decide(
    _ question: Interpretation, in state: ConversationState
  ) -> (decision: Decision, shape: QuestionShape) {
    var shape = shapes.shape(of: question.recognition)
    // Beside another subject a language is one of its words.
    if let language = shape.alsoRequestedLanguage, shape.requestedLanguage == nil,
      !state.last.isEmpty, probability(of: question, isSure: Thresholds.newSubject) == nil
    {
      shape.requestedLanguage = language
    }
    let decision =
      emergency(question, shape, state)
      ?? languageRequest(shape, state)
      ?? pending(question, shape, state)
      ?? courtesy(shape)
      ?? statute(question)
      ?? person(question, shape)
      ?? contactFollowUp(question, shape, state)
      ?? contact(question, shape, state)
      ?? sourceOfLast(question, shape, state)
      ?? part(question, shape, state)
      ?? foreign(question)
      ?? ranked(question, shape, state)
    return (decision, shape)
  }

  // MARK: Danger and language

  func emergency(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    // "And in Kalmar?" says nothing in which danger could be seen; an answer to something asked
    // back, or a few words after an answer, have to say it plainly.
    let leans = shape.isElliptical && !state.last.isEmpty
    let needed = leans ? Thresholds.dangerInFewWords : Thresholds.danger
    guard question.danger >= needed, !shape.isJustPlace,
      let safety = knowledge.index(kind: .safety)
    else { return nil }
    return Decision(
      answer: .topics([Focus(topic: safety)]), reason: .danger, confidence: question.danger)
  }

  func languageRequest(_ shape: QuestionShape, _ state: ConversationState) -> Decision? {
    guard shape.requestedLanguage != nil else { return nil }
    let focuses = state.last.isEmpty ? knowledge.focus(role: .help) : state.last
    guard !focuses.isEmpty else { return nil }
    return Decision(
      answer: .topics(focuses), reason: .language, confidence: 1, fields: state.fields,
      handles: state.handles)
  }

  /// A greeting or thanks and nothing else.
  func courtesy(_ shape: QuestionShape) -> Decision? {
    guard let role = shape.courtesy else { return nil }
    let focuses = knowledge.focus(role: role)
    guard !focuses.isEmpty else { return nil }
    return Decision(answer: .topics(focuses), reason: .ranking, confidence: 0.98)
  }

  /// Another language than those of the knowledge.
  func foreign(_ question: Interpretation) -> Decision? {
    guard question.language.isForeign,
      probability(of: question, isSure: Thresholds.newSubject) == nil
    else { return nil }
    return Decision(
      answer: .unknown(nearest: [], isForeign: true), reason: .foreign, confidence: 0.9)
  }

  func probability(of question: Interpretation, isSure limit: Float) -> Float? {
    guard let top = question.candidates.first, top.probability >= limit,
      knowledge.topics[interpreter.subjects[top.subject].topics[0]].role != .unknown
    else { return nil }
    return top.probability
  }

  // MARK: Ranking

  func ranked(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision {
    let candidates = inContext(question.candidates, shape, state)
    let top = candidates[0]
    let topic = interpreter.subjects[top.subject].topics[0]
    if knowledge.topics[topic].role == .unknown {
      return Decision(
        answer: .unknown(nearest: nearest(question), isForeign: false), reason: .ranking,
        confidence: top.probability)
    }
    let answerable = candidates.prefix(2).filter {
      let first = knowledge.topics[interpreter.subjects[$0.subject].topics[0]]
      return first.kind != .dialogue && first.kind != .contact && first.kind != .safety
    }
    let pair = answerable.reduce(0) { $0 + $1.probability }
    let lead = top.probability - candidates[1].probability
    let isEven = answerable.count == 2 && pair >= Thresholds.evenPair && lead < Thresholds.lead
    if top.probability >= Thresholds.answer, top.subject != contactSubject, !isEven {
      return Decision(
        answer: .topics([Focus(topic: topic)]), reason: .ranking, confidence: top.probability,
        alsoHelps: nearest(question).filter { $0 != topic })
    }
    if isEven || answerable.count == 2 && pair >= Thresholds.pair {
      return Decision(
        answer: .choice(answerable.map { interpreter.subjects[$0.subject].topics[0] }),
        reason: .choice, confidence: top.probability)
    }
    return Decision(
      answer: .unknown(nearest: nearest(question), isForeign: false), reason: .unsure,
      confidence: 1 - top.probability)
  }

  /// Where a question cannot stand alone, the last subject and those related to it are likelier.
  func inContext(
    _ candidates: [Candidate], _ shape: QuestionShape, _ state: ConversationState
  ) -> [Candidate] {
    guard shape.isElliptical, let last = state.last.first,
      candidates[0].probability < Thresholds.newSubject
    else { return candidates }
    let topic = knowledge.topics[last.topic]
    let weighted = candidates.map { candidate -> Candidate in
      let ids = interpreter.subjects[candidate.subject].topics
      var weight: Float = 1
      if ids.contains(last.topic) {
        weight = 4
      } else if ids.contains(where: { topic.related.contains(knowledge.topics[$0].id) }) {
        weight = 3
      }
      return Candidate(subject: candidate.subject, probability: candidate.probability * weight)
    }
    let sum = weighted.reduce(0) { $0 + $1.probability }
    return weighted.map { Candidate(subject: $0.subject, probability: $0.probability / sum) }
      .sorted { $0.probability > $1.probability }
  }

  /// The likeliest topics that could be offered, three at most.
  func nearest(_ question: Interpretation) -> [Int] {
    question.candidates.prefix(5)
      .filter { $0.probability >= Thresholds.suggestion }
      .map { candidate -> Int in
        candidate.subject == contactSubject
          ? knowledge.topics.firstIndex { $0.role == .askPlace }
            ?? interpreter.subjects[candidate.subject].topics[0]
          : interpreter.subjects[candidate.subject].topics[0]
      }
      .filter { ![.dialogue, .safety].contains(knowledge.topics[$0].kind) }
      .prefix(3).map { $0 }
  }
}

extension KnowledgeBase {
  func index(kind: TopicKind) -> Int? { topics.firstIndex { $0.kind == kind } }

  /// The whole answer of the topic with a role; empty where the knowledge has none.
  func focus(role: TopicRole) -> [Focus] {
    topics.firstIndex { $0.role == role }.map { [Focus(topic: $0)] } ?? []
  }
}
