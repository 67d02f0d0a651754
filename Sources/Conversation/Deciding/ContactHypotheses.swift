import Knowledge
import Understanding

/// Who is the contact, by places and people, in the question or before it.
struct ContactHypotheses: HypothesisSource {
  private let interpreter: Interpreter
  private let contacts: ContactResolver
  private let contactSubject: Int?
  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    contacts = ContactResolver(knowledge: interpreter.knowledge)
    contactSubject = interpreter.contactSubject
  }

  /// How many words beside those for a place or for somebody's data still say nothing of their own.
  private static let fewWords = 2

  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis] {
    [followUp(question, state), contact(question, state)].compactMap { $0 }
  }

  private func isAboutContacts(_ question: Question) -> Bool {
    contactSubject != nil && question.candidates.first?.subject == contactSubject
  }

  /// "and children?", "the mail?": the people answered last, chosen anew.
  private func followUp(_ question: Question, _ state: ConversationState) -> Hypothesis? {
    followUpDecision(question, state).map { decision in
      let isPlain =
        question.shape.asksForFields && question.shape.wordsBesideFields <= Self.fewWords
        || question.shape.asksWhich || choosesAmong(state.last, question)
        // "And adults?"
        || question.shape.isShort && !contacts.handles(in: question.recognition).isEmpty
      return Hypothesis(isPlain ? 0.985 : 0.93, decision)
    }
  }

  private func followUpDecision(_ question: Question, _ state: ConversationState) -> Decision? {
    let shape = question.shape
    let last = knowledge.isContact(state.last) ? state.last : state.contact
    let chooses = choosesAmong(state.last, question)
    guard
      shape.isElliptical || shape.mayLean || shape.saysConcern || chooses
        || asksForFields(question, of: last),
      question.recognition.places.isEmpty,
      let focus = last.first,
      shape.isShort || shape.saysConcern || chooses || !isSurelyElsewhere(question)
    else { return nil }
    if shape.asksForOther, focus.persons.isEmpty, last.count == 1,
      knowledge.topics[focus.topic].persons.count > 1
    {
      return Decision(
        answer: .topics(last), reason: .followUp, confidence: 0.9, fields: shape.fields)
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
        answer: .topics(last.map { Focus(topic: $0.topic) }), reason: .followUp,
        confidence: 0.9, fields: shape.fields)
    }
    if let ordinal = shape.ordinal, let person = person(ordinal, of: focus) {
      return Decision(
        answer: .topics([Focus(topic: focus.topic, persons: [person])]), reason: .followUp,
        confidence: 0.9, fields: shape.fields)
    }
    let named = persons(namedIn: question, among: last)
    if shape.asksForFields, !named.isEmpty {
      return Decision(
        answer: .topics(named), reason: .person, confidence: 0.9, fields: shape.fields)
    }
    let handles = contacts.handles(in: question.recognition)
    if !handles.isEmpty {
      let focuses = last.map {
        Focus(topic: $0.topic, persons: contacts.persons(of: $0.topic, handling: handles))
      }
      guard focuses.contains(where: { !$0.persons.isEmpty }) else { return nil }
      return Decision(
        answer: .topics(focuses), reason: .followUp, confidence: 0.9, fields: shape.fields,
        handles: handles)
    }
    guard shape.asksForFields || chooses else { return nil }
    return Decision(
      answer: .topics(last), reason: .followUp, confidence: 0.9, fields: shape.fields,
      handles: state.handles)
  }

  /// Whether a question chooses among the people just shown: by asking which of them, or by saying what the
  /// case is, as a statement that is not plainly about something else.
  private func choosesAmong(_ shown: [Focus], _ question: Question) -> Bool {
    guard knowledge.isContact(shown),
      shown.contains(where: { knowledge.topics[$0.topic].persons.count > 1 })
    else { return false }
    let handles = contacts.handles(in: question.recognition)
    let tells = shown.contains { !contacts.persons(of: $0.topic, handling: handles).isEmpty }
    if question.shape.asksWhich { return true }
    let top = question.candidates.first
    return tells && !question.recognition.reading.isQuestion.contains(true)
      && (top?.probability ?? 0) < Thresholds.plainSubject
  }

  /// The people of an answer whom the question names, be it by a first name that many have.
  private func persons(namedIn question: Question, among last: [Focus]) -> [Focus] {
    last.compactMap { focus in
      let named = question.recognition.persons.filter { $0.topic == focus.topic }.map(\.person)
      return named.isEmpty ? nil : Focus(topic: focus.topic, persons: named.withoutRepeats)
    }
  }

  /// How many words may stand beside those for somebody's data when people have just been spoken of.
  private static let someWords = 3

  /// Whether somebody's data is asked for, in few words or with the name of one of those just answered.
  private func asksForFields(_ question: Question, of last: [Focus]) -> Bool {
    guard question.shape.asksForFields, !isSurelyElsewhere(question) else { return false }
    return question.shape.wordsBesideFields <= Self.someWords
      || !persons(namedIn: question, among: last).isEmpty
  }

  /// Whether the question is surely about a topic that is no contact, and where places decide nothing.
  private func isSurelyElsewhere(_ question: Question) -> Bool {
    guard let top = question.candidates.first, top.subject != contactSubject else { return false }
    let role = knowledge.topics[interpreter.topic(of: top)].role
    return top.probability >= Thresholds.newSubject && role != .unknown && role != .regions
  }

  /// The person of a number among those shown, of whom there are several.
  private func person(_ ordinal: Int, of focus: Focus) -> Int? {
    let shown =
      focus.persons.isEmpty
      ? Array(knowledge.topics[focus.topic].persons.indices) : focus.persons
    guard shown.count > 1, shown.indices.contains(ordinal - 1) else { return nil }
    return shown[ordinal - 1]
  }

  private func contact(_ question: Question, _ state: ConversationState) -> Hypothesis? {
    let shape = question.shape
    guard contactSubject != nil else { return nil }
    let found = question.recognition
    let probability = question.probability(of: contactSubject)
    // A name that is an ordinary word as well is taken for a place where one is asked for, or after one.
    let places = found.places.isEmpty ? found.doubtfulPlaces : found.places
    let isAnswerToPlace = state.pending == .place && !found.places.isEmpty
    let isBarePlace = shape.wordsBesidePlaces <= Self.fewWords
    let goesOn = isOtherPlace(question, state) || isWhereItIs(question, state)
    let isAsked =
      knowledge.gazetteer.areAbroad(found.places)
      ? probability >= Thresholds.contactAbroad
      : isAboutContacts(question) && probability >= Thresholds.answer
        || (!found.places.isEmpty || shape.pointsToPlace && !state.region.isEmpty)
          && probability >= Thresholds.contactWithPlace
    guard isAsked || shape.isJustPlace || isAnswerToPlace || goesOn else { return nil }
    var handles = contacts.handles(in: found)
    var fields = shape.fields
    if handles.isEmpty, isAnswerToPlace || goesOn || shape.isJustPlace {
      handles = state.handles
      if fields == .all { fields = state.fields }
    }
    let read = places.first { $0.spelling == .nearest }
      .map { knowledge.gazetteer.places[$0.place] }
    let certainty: Float = read == nil ? 0.98 : 0.8
    switch contacts.resolve(places) {
    case .contacts(let topics):
      let focuses = topics.map {
        Focus(topic: $0, persons: contacts.persons(of: $0, handling: handles))
      }
      let confidence =
        shape.isJustPlace || isAnswerToPlace ? certainty : max(probability, 0.7) * certainty
      return Hypothesis(
        goesOn
          ? max(confidence, isBarePlace || shape.isElliptical ? 0.985 : 0.93) : confidence,
        Decision(
          answer: .topics(focuses), reason: .place, confidence: confidence, fields: fields,
          handles: handles, placeRead: read))
    case .across(let area):
      return Hypothesis(
        max(probability, 0.7),
        Decision(
          answer: .askPlace(across: area), reason: .askPlace, confidence: probability,
          fields: fields, handles: handles))
    case .none:
      guard found.places.isEmpty, isAsked else { return nil }
      // Who asks again means the place that was named before.
      if !state.region.isEmpty {
        let focuses = state.region.map {
          Focus(topic: $0, persons: contacts.persons(of: $0, handling: handles))
        }
        // What was just said is seldom asked for again: "does she work at weekends?"
        let isShown =
          focuses == state.last && !shape.asksForFields && !shape.pointsToPlace
          && found.reading.isQuestion.contains(true)
        return Hypothesis(
          isShown ? probability * Thresholds.sameAgain : 0.95,
          Decision(
            answer: .topics(focuses), reason: .place, confidence: max(probability, 0.7),
            fields: fields, handles: handles))
      }
      if let part = partForAnyContact(question, state, probability) { return part }
      if let decision = contactByWords(question, probability) {
        return Hypothesis(max(probability, 0.7), decision)
      }
      // "Vad har de för nummer?" may ask for a number of what was just spoken of.
      let leans = (shape.isElliptical || shape.mayLean) && !state.last.isEmpty
      return Hypothesis(
        min(leans ? probability * Thresholds.contactLeaning : probability, 0.9),
        Decision(
          answer: .askPlace(across: nil), reason: .askPlace, confidence: probability,
          fields: fields, handles: handles))
    }
  }

  /// Whether it names another place after a contact: "and in Kalmar?", "no, she is in Borås".
  private func isOtherPlace(_ question: Question, _ state: ConversationState) -> Bool {
    let (shape, found) = (question.shape, question.recognition)
    guard shape.isElliptical || shape.mayLean || shape.correctionEnd != nil else { return false }
    let isBarePlace = shape.wordsBesidePlaces <= Self.fewWords
    if !found.places.isEmpty, !state.contact.isEmpty {
      if isBarePlace || !isSurelyElsewhere(question) { return true }
    }
    let isAfterContact = state.last.contains { knowledge.topics[$0.topic].kind == .contact }
    return isAfterContact && isBarePlace && !(found.places.isEmpty && found.doubtfulPlaces.isEmpty)
  }

  /// Whether it says where the case is, in the middle of a talk, and asks nothing: "the hotel is in Kiruna".
  private func isWhereItIs(_ question: Question, _ state: ConversationState) -> Bool {
    let found = question.recognition
    let places = found.places.map { knowledge.gazetteer.places[$0.place] }
    return !state.last.isEmpty && !places.isEmpty && places.allSatisfy { $0.extent != .abroad }
      && question.shape.wordsBesidePlaces <= Self.fewWords
      && !found.reading.isQuestion.contains(true)
  }

  /// What holds wherever somebody is: "may I write a mail instead?"
  private func partForAnyContact(
    _ question: Question, _ state: ConversationState, _ probability: Float
  ) -> Hypothesis? {
    let isOfLast = !state.last.isEmpty && (question.shape.isElliptical || question.shape.mayLean)
    guard let topic = knowledge.index(role: .askPlace), question.recognition.persons.isEmpty,
      !isOfLast
    else { return nil }
    let shares = interpreter.parts(of: topic, for: question.interpretation)
    guard let focus = interpreter.focus(on: topic, shares, atLeast: Thresholds.partForAnyContact),
      focus.part != nil || focus.topic != topic
    else { return nil }
    return Hypothesis(
      probability,
      Decision(answer: .topics([focus]), reason: .ranking, confidence: probability))
  }

  /// The contact without places whose file has the question's words, or a question back between such:
  /// where contacts have places instead, those decide.
  private func contactByWords(_ question: Question, _ probability: Float) -> Decision? {
    guard let closest = contacts.closest(to: question.recognition, interpreter) else { return nil }
    let handles = contacts.handles(in: question.recognition)
    switch closest {
    case .one(let topic):
      let focus = Focus(topic: topic, persons: contacts.persons(of: topic, handling: handles))
      return Decision(
        answer: .topics([focus]), reason: .ranking, confidence: max(probability, 0.7),
        fields: question.shape.fields, handles: handles)
    case .several(let topics):
      return Decision(answer: .choice(topics), reason: .choice, confidence: probability)
    }
  }

  /// The contacts of the places that a question names; empty where it names none that has one.
  func region(of question: Question) -> [Int] {
    if case .contacts(let topics) = contacts.resolve(question.recognition.places) { return topics }
    return []
  }
}

extension KnowledgeBase {
  /// Whether any of the answers is a contact's.
  func isContact(_ focuses: [Focus]) -> Bool {
    focuses.contains { topics[$0.topic].kind == .contact && topics[$0.topic].role == nil }
  }
}

extension Gazetteer {
  /// Whether there are any places, and none in the country.
  func areAbroad(_ mentions: [PlaceMention]) -> Bool {
    !mentions.isEmpty && mentions.allSatisfy { places[$0.place].extent == .abroad }
  }
}
