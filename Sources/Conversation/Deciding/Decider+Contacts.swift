import Knowledge
import Understanding

/// Who is the contact, by places and people, in the question or before it.
extension Decider {
  func contactProbability(_ question: Interpretation) -> Float {
    question.candidates.first { $0.subject == contactSubject }?.probability ?? 0
  }

  func isAboutContacts(_ question: Interpretation) -> Bool {
    contactSubject != nil && question.candidates.first?.subject == contactSubject
  }

  /// "and children?", "the mail?": the people answered last, chosen anew.
  func contactFollowUp(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard shape.isElliptical || shape.mayLean || shape.saysConcern,
      question.recognition.places.isEmpty,
      let focus = state.last.first, !knowledge.topics[focus.topic].persons.isEmpty,
      shape.isShort || shape.saysConcern || !isSurelyElsewhere(question)
    else { return nil }
    if shape.asksForOther, focus.persons.isEmpty, state.last.count == 1,
      knowledge.topics[focus.topic].persons.count > 1
    {
      return Decision(
        answer: .topics(state.last), reason: .followUp, confidence: 0.9, fields: shape.fields)
    }
    if shape.asksForOther, !focus.persons.isEmpty {
      let others = knowledge.topics[focus.topic].persons.indices
        .filter { !focus.persons.contains($0) }
      return Decision(
        answer: .topics([Focus(topic: focus.topic, persons: others)]), reason: .followUp,
        confidence: 0.9, fields: shape.fields)
    }
    if shape.asksForAll, !focus.persons.isEmpty {
      return Decision(
        answer: .topics(state.last.map { Focus(topic: $0.topic) }), reason: .followUp,
        confidence: 0.9, fields: shape.fields)
    }
    if let ordinal = shape.ordinal, let person = person(ordinal, of: focus) {
      return Decision(
        answer: .topics([Focus(topic: focus.topic, persons: [person])]), reason: .followUp,
        confidence: 0.9, fields: shape.fields)
    }
    let handles = contacts.handles(in: question.recognition)
    if !handles.isEmpty {
      let focuses = state.last.map {
        Focus(topic: $0.topic, persons: contacts.persons(of: $0.topic, handling: handles))
      }
      guard focuses.contains(where: { !$0.persons.isEmpty }) else { return nil }
      return Decision(
        answer: .topics(focuses), reason: .followUp, confidence: 0.9, fields: shape.fields,
        handles: handles)
    }
    guard shape.asksForFields else { return nil }
    return Decision(
      answer: .topics(state.last), reason: .followUp, confidence: 0.9, fields: shape.fields,
      handles: state.handles)
  }

  /// Whether the question is surely about a topic that is no contact.
  private func isSurelyElsewhere(_ question: Interpretation) -> Bool {
    guard let top = question.candidates.first, top.subject != contactSubject else { return false }
    return top.probability >= Thresholds.newSubject
      && knowledge.topics[interpreter.subjects[top.subject].topics[0]].role != .unknown
  }

  /// The person of a number among those shown, of whom there are several.
  private func person(_ ordinal: Int, of focus: Focus) -> Int? {
    let shown =
      focus.persons.isEmpty
      ? Array(knowledge.topics[focus.topic].persons.indices) : focus.persons
    guard shown.count > 1, shown.indices.contains(ordinal - 1) else { return nil }
    return shown[ordinal - 1]
  }

  func contact(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard contactSubject != nil else { return nil }
    let found = question.recognition
    let probability = contactProbability(question)
    let isAnswerToPlace = state.pending == .place && !found.places.isEmpty
    let followsContact =
      shape.isElliptical && !found.places.isEmpty
      && state.last.contains { knowledge.topics[$0.topic].kind == .contact }
      && (question.candidates[0].probability < Thresholds.newSubject || isAboutContacts(question))
    let isAsked =
      isAboutContacts(question) && probability >= Thresholds.answer
      || !found.places.isEmpty && probability >= Thresholds.contactWithPlace
    guard isAsked || shape.isJustPlace || isAnswerToPlace || followsContact else { return nil }
    var handles = contacts.handles(in: found)
    var fields = shape.fields
    if handles.isEmpty, isAnswerToPlace || followsContact || shape.isJustPlace {
      handles = state.handles
      if fields == .all { fields = state.fields }
    }
    // A name that is an ordinary word as well is taken for a place where one is asked for.
    let places = found.places.isEmpty ? found.doubtfulPlaces : found.places
    let read = places.first { $0.spelling == .nearest }
      .map { knowledge.gazetteer.places[$0.place] }
    let certainty: Float = read == nil ? 0.98 : 0.8
    switch contacts.resolve(places) {
    case .contacts(let topics):
      let focuses = topics.map {
        Focus(topic: $0, persons: contacts.persons(of: $0, handling: handles))
      }
      return Decision(
        answer: .topics(focuses), reason: .place,
        confidence: shape.isJustPlace || isAnswerToPlace
          ? certainty : max(probability, 0.7) * certainty,
        fields: fields, handles: handles, placeRead: read)
    case .across(let area):
      return Decision(
        answer: .askPlace(across: area), reason: .askPlace, confidence: probability,
        fields: fields, handles: handles)
    case .none:
      guard found.places.isEmpty, isAsked else { return nil }
      if shape.pointsToPlace, !state.region.isEmpty {
        let focuses = state.region.map {
          Focus(topic: $0, persons: contacts.persons(of: $0, handling: handles))
        }
        return Decision(
          answer: .topics(focuses), reason: .place, confidence: max(probability, 0.7),
          fields: fields, handles: handles)
      }
      // "Vad har de för nummer?" asks for a number of what was just spoken of.
      if shape.isElliptical, let decision = part(question, shape, state) { return decision }
      return Decision(
        answer: .askPlace(across: nil), reason: .askPlace, confidence: probability,
        fields: fields, handles: handles)
    }
  }

  /// The contacts of the places that a question names; empty where it names none that has one.
  func region(of question: Interpretation) -> [Int] {
    if case .contacts(let topics) = contacts.resolve(question.recognition.places) { return topics }
    return []
  }
}
