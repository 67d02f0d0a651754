import Knowledge
import Understanding

/// Decides what a question is answered with, from what it was understood to be and what the
/// conversation remembers.
struct Decider: Sendable {
  let interpreter: Interpreter
  private let shapes: ShapeReader
  private let contacts: ContactResolver
  private let parts: PartMatcher
  private let contactSubject: Int?
  private let statuteTopics: [Statute: [Int]]

  private var knowledge: KnowledgeBase { interpreter.knowledge }

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
        for mention in interpreter.recognizer.recognize(text).statutes {
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
    let shape = shapes.shape(of: question.recognition)
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

  private func emergency(
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

  private func languageRequest(_ shape: QuestionShape, _ state: ConversationState) -> Decision? {
    guard shape.requestedLanguage != nil else { return nil }
    let focuses = state.last.isEmpty ? knowledge.focus(role: .help) : state.last
    guard !focuses.isEmpty else { return nil }
    return Decision(
      answer: .topics(focuses), reason: .language, confidence: 1, fields: state.fields,
      handles: state.handles)
  }

  /// A greeting or thanks and nothing else.
  private func courtesy(_ shape: QuestionShape) -> Decision? {
    guard let role = shape.courtesy else { return nil }
    let focuses = knowledge.focus(role: role)
    guard !focuses.isEmpty else { return nil }
    return Decision(answer: .topics(focuses), reason: .ranking, confidence: 0.98)
  }

  /// Another language than those of the knowledge.
  private func foreign(_ question: Interpretation) -> Decision? {
    guard question.language.isForeign,
      probability(of: question, isSure: Thresholds.newSubject) == nil
    else { return nil }
    return Decision(
      answer: .unknown(nearest: [], isForeign: true), reason: .foreign, confidence: 0.9)
  }

  private func probability(of question: Interpretation, isSure limit: Float) -> Float? {
    guard let top = question.candidates.first, top.probability >= limit,
      knowledge.topics[interpreter.subjects[top.subject].topics[0]].role != .unknown
    else { return nil }
    return top.probability
  }

  // MARK: What was asked back

  private func pending(
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
  private func choice(
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

  // MARK: Structure

  private func statute(_ question: Interpretation) -> Decision? {
    let mentions = question.recognition.statutes
    guard !mentions.isEmpty else { return nil }
    let known = mentions.flatMap { topics(of: $0.statute) }
    if known.isEmpty {
      return Decision(
        answer: .unknown(nearest: nearest(question), isForeign: false), reason: .unknownStatute,
        confidence: 0.9)
    }
    // Among the topics that state the paragraph the words of the question decide.
    let ranks = question.candidates.map { interpreter.subjects[$0.subject].topics[0] }
    let best = known.min {
      (ranks.firstIndex(of: $0) ?? .max) < (ranks.firstIndex(of: $1) ?? .max)
    }
    guard let best, let rank = ranks.firstIndex(of: best) else { return nil }
    let isSurelyOther =
      rank > 0 && question.candidates[0].probability >= Thresholds.newSubject
    return isSurelyOther
      ? nil
      : Decision(answer: .topics([Focus(topic: best)]), reason: .ranking, confidence: 0.95)
  }

  /// The topics that state a paragraph; without a letter ("4:1") any letter fits.
  private func topics(of statute: Statute) -> [Int] {
    if let exact = statuteTopics[statute] { return exact }
    guard statute.letter.isEmpty else { return [] }
    return statuteTopics.filter {
      $0.key.chapter == statute.chapter && $0.key.section == statute.section
    }.flatMap(\.value).sorted()
  }

  private func person(_ question: Interpretation, _ shape: QuestionShape) -> Decision? {
    var mentions = question.recognition.persons.filter(\.isCertain)
    if mentions.isEmpty, isAboutContacts(question), question.recognition.places.isEmpty {
      mentions = question.recognition.persons
    }
    for mention in telephoneOwners(question) where !mentions.contains(mention) {
      mentions.append(mention)
    }
    guard !mentions.isEmpty else { return nil }
    var focuses: [Focus] = []
    for mention in mentions {
      if let place = focuses.firstIndex(where: { $0.topic == mention.topic }) {
        if !focuses[place].persons.contains(mention.person) {
          focuses[place].persons.append(mention.person)
        }
      } else {
        focuses.append(Focus(topic: mention.topic, persons: [mention.person]))
      }
    }
    return Decision(
      answer: .topics(focuses), reason: .person, confidence: 0.97, fields: shape.fields)
  }

  /// The people whose telephone number stands in the question.
  private func telephoneOwners(_ question: Interpretation) -> [PersonMention] {
    question.recognition.telephones.flatMap { mention in
      knowledge.people.filter { person in
        person.entry.telephones.contains { $0.filter(\.isNumber) == mention.digits }
      }.map {
        PersonMention(topic: $0.topic, person: $0.person, tokens: mention.tokens, isCertain: true)
      }
    }
  }

  // MARK: Contacts

  private func contactProbability(_ question: Interpretation) -> Float {
    question.candidates.first { $0.subject == contactSubject }?.probability ?? 0
  }

  private func isAboutContacts(_ question: Interpretation) -> Bool {
    contactSubject != nil && question.candidates.first?.subject == contactSubject
  }

  /// "and children?", "the mail?": the people answered last, chosen anew.
  private func contactFollowUp(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard shape.isElliptical, question.recognition.places.isEmpty,
      let focus = state.last.first, !knowledge.topics[focus.topic].persons.isEmpty
    else { return nil }
    if shape.asksForOther, !focus.persons.isEmpty {
      let others = knowledge.topics[focus.topic].persons.indices
        .filter { !focus.persons.contains($0) }
      return Decision(
        answer: .topics([Focus(topic: focus.topic, persons: others)]), reason: .followUp,
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

  private func contact(
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
    let read = found.places.first { $0.spelling == .nearest }
      .map { knowledge.gazetteer.places[$0.place] }
    let certainty: Float = read == nil ? 0.98 : 0.8
    switch contacts.resolve(found.places) {
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

  // MARK: The last answer

  private func sourceOfLast(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard !state.last.isEmpty, let top = question.candidates.first,
      let source = knowledge.topics.firstIndex(where: { $0.role == .source }),
      interpreter.subjects[top.subject].topics == [source], top.probability >= Thresholds.answer
    else { return nil }
    return Decision(answer: .sourceOfLast, reason: .source, confidence: top.probability)
  }

  private func part(
    _ question: Interpretation, _ shape: QuestionShape, _ state: ConversationState
  ) -> Decision? {
    guard let match = parts.best(for: question.recognition, after: state.last, interpreter) else {
      return nil
    }
    let top = question.candidates[0]
    let topTopic = interpreter.subjects[top.subject].topics[0]
    // Words of which the knowledge has no answer alone, "what's the penalty?", may have one here.
    let isNewSubject =
      top.probability >= Thresholds.newSubject
      && !interpreter.subjects[top.subject].topics.contains(match.topic)
      && (knowledge.topics[topTopic].role != .unknown && !shape.continues
        || match.likeness < Thresholds.surePart)
    let isAskedFor =
      match.likeness >= Thresholds.part
      || shape.isElliptical && match.likeness >= Thresholds.ellipticalPart && !isNewSubject
    guard isAskedFor else { return nil }
    return Decision(
      answer: .topics([focus(on: match, state)]), reason: .part,
      confidence: min(0.97, 0.4 + match.likeness / 2))
  }

  /// The part itself, or the topic that it points to.
  private func focus(on match: PartMatcher.Match, _ state: ConversationState) -> Focus {
    let parts = knowledge.topics[match.topic].texts.values.first?.parts ?? []
    if parts.indices.contains(match.part), let see = parts[match.part].see,
      let topic = knowledge.topics.firstIndex(where: { $0.id == see })
    {
      return Focus(topic: topic)
    }
    return Focus(topic: match.topic, part: match.part)
  }

  // MARK: Ranking

  private func ranked(
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
    if top.probability >= Thresholds.answer, top.subject != contactSubject {
      return Decision(
        answer: .topics([Focus(topic: topic)]), reason: .ranking, confidence: top.probability,
        alsoHelps: nearest(question).filter { $0 != topic })
    }
    let answerable = candidates.prefix(2).filter {
      let first = knowledge.topics[interpreter.subjects[$0.subject].topics[0]]
      return first.kind != .dialogue && first.kind != .contact && first.kind != .safety
    }
    if answerable.count == 2, answerable.reduce(0, { $0 + $1.probability }) >= Thresholds.pair {
      return Decision(
        answer: .choice(answerable.map { interpreter.subjects[$0.subject].topics[0] }),
        reason: .choice, confidence: top.probability)
    }
    return Decision(
      answer: .unknown(nearest: nearest(question), isForeign: false), reason: .unsure,
      confidence: 1 - top.probability)
  }

  /// Where a question cannot stand alone, the last subject and those related to it are likelier.
  private func inContext(
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
  private func nearest(_ question: Interpretation) -> [Int] {
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
