import Knowledge
import Testing

@testable import Conversation
@testable import Understanding

/// Decides questions of which it is given how likely each topic is, so that what is decided depends
/// on no weights.
struct Judge {
  let interpreter: Interpreter
  let decider: Decider

  var knowledge: KnowledgeBase { interpreter.knowledge }

  init() throws { self.init(interpreter: try TalkKnowledge.interpreter()) }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    decider = Decider(interpreter: interpreter)
  }

  /// A topic, or a part of it: `permit/time#who`.
  func focus(_ name: String, persons: [Int] = []) throws -> Focus {
    let reference = TopicReference(name)
    let topic = try topic(reference.topic)
    let part = try reference.part.map { try #require(knowledge.topics[topic].partIndex($0)) }
    return Focus(topic: topic, part: part, persons: persons)
  }

  /// A topic's place.
  func topic(_ id: TopicID) throws -> Int {
    try #require(knowledge.topics.firstIndex { $0.id == id })
  }

  func concept(_ name: String) throws -> Int {
    try #require(knowledge.concepts.firstIndex { $0.name == name })
  }

  /// What a question is found to be, with the given topics as the likeliest; `contact/which` stands for
  /// all contacts. Without any, the question is of what nobody knows.
  func understood(
    _ question: String, _ likely: KeyValuePairs<TopicID, Float> = [:], danger: Float = 0,
    isForeign: Bool = false
  ) throws -> Interpretation {
    let found = interpreter.interpret(question, knowing: false)
    let named = try (likely.isEmpty ? ["dialogue/unknown": 0.5] : likely).map { id, probability in
      let topic = try topic(id)
      let subject = try #require(interpreter.subjects.firstIndex { $0.topics.contains(topic) })
      return Candidate(subject: subject, probability: probability)
    }
    let others = found.candidates.map(\.subject).filter { subject in
      !named.contains { $0.subject == subject }
    }
    return Interpretation(
      recognition: found.recognition,
      language: .init(language: "en", margin: 1, isForeign: isForeign),
      candidates: named + others.map { Candidate(subject: $0, probability: 0) }, danger: danger,
      leaning: found.leaning, known: nil, features: found.features, vector: found.vector,
      parts: found.parts)
  }

  /// The decision on a question in words.
  func decide(
    _ question: String, _ likely: KeyValuePairs<TopicID, Float> = [:], danger: Float = 0,
    isForeign: Bool = false, in state: ConversationState = ConversationState()
  ) throws -> String {
    words(try decision(question, likely, danger: danger, isForeign: isForeign, in: state))
  }

  func decision(
    _ question: String, _ likely: KeyValuePairs<TopicID, Float> = [:], danger: Float = 0,
    isForeign: Bool = false, in state: ConversationState = ConversationState()
  ) throws -> Decision {
    decider.decide(
      try read(question, likely, danger: danger, isForeign: isForeign, in: state), in: state)
  }

  /// A question with its form.
  func read(
    _ question: String, _ likely: KeyValuePairs<TopicID, Float> = [:], danger: Float = 0,
    isForeign: Bool = false, in state: ConversationState = ConversationState()
  ) throws -> Question {
    decider.read(
      try understood(question, likely, danger: danger, isForeign: isForeign), in: state)
  }

  /// A state after an answer.
  func after(
    _ id: TopicID, persons: [Int] = [], pending: PendingQuestion? = nil
  ) throws -> ConversationState {
    var state = ConversationState()
    state.last = [Focus(topic: try topic(id), persons: persons)]
    let topic = knowledge.topics[state.last[0].topic]
    if topic.kind != .dialogue { state.subjects = [state.last[0].topic] }
    if knowledge.isContact(state.last) { state.contact = state.last }
    state.pending = pending
    return state
  }

  // MARK: Words

  /// What is answered and why: `part: permit/time#who`, `place: contact/nord people 0, 2`.
  func words(_ decision: Decision) -> String {
    let answer: String
    switch decision.answer {
    case .topics(let focuses): answer = focuses.map(words).joined(separator: " + ")
    case .unknown(let nearest, let isForeign, let part):
      let unknown = knowledge.topics.first { $0.role == .unknown }
      let name = "unknown" + (part.map { "#" + (unknown?.parts[$0].id ?? "?") } ?? "")
      answer = ([name] + (isForeign ? ["foreign"] : []) + nearest.map(id)).joined(separator: ", ")
    case .choice(let topics): answer = "which of " + topics.map(id).joined(separator: ", ")
    case .askPlace(let area):
      answer = ["where", area?.name].compactMap { $0 }.joined(separator: " in ")
    case .membership(let places):
      answer = places.map { "\($0.place.name) in \(id($0.contact))" }.joined(separator: ", ")
    case .sourceOfLast: answer = "source"
    case .denied: answer = "denied"
    }
    return "\(decision.reason.rawValue): \(answer)"
  }

  private func words(_ focus: Focus) -> String {
    id(focus.topic) + (focus.part.map { "#" + knowledge.topics[focus.topic].parts[$0].id } ?? "")
      + (focus.persons.isEmpty
        ? "" : " people " + focus.persons.map(String.init).joined(separator: ", "))
  }

  private func id(_ topic: Int) -> TopicID { knowledge.topics[topic].id }
}
