import Knowledge
import Understanding

/// What has structure speaks for itself: paragraphs, people, telephone numbers.
struct StructureHypotheses: HypothesisSource {
  private let interpreter: Interpreter
  private let statuteTopics: [Statute: [Int]]
  private let contactSubject: Int?
  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    contactSubject = interpreter.contactSubject
    var statuteTopics: [Statute: [Int]] = [:]
    for (index, topic) in interpreter.knowledge.topics.enumerated() {
      for text in topic.statutes {
        for mention in interpreter.recognizer.statutes(in: text) {
          statuteTopics[mention.statute, default: []].append(index)
        }
      }
    }
    self.statuteTopics = statuteTopics
  }

  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis] {
    [statute(question), person(question)].compactMap { $0 }
  }

  private func statute(_ question: Question) -> Hypothesis? {
    let mentions = question.recognition.statutes
    guard !mentions.isEmpty else { return nil }
    let known = mentions.flatMap { topics(of: $0.statute) }
    if known.isEmpty {
      return Hypothesis(
        0.96,
        Decision(
          answer: .unknown(nearest: interpreter.nearest(question), isForeign: false),
          reason: .unknownStatute, confidence: 0.9))
    }
    // Among the topics that state the paragraph the words of the question decide.
    let ranks = question.candidates.map { interpreter.topic(of: $0) }
    let best = known.min {
      (ranks.firstIndex(of: $0) ?? .max) < (ranks.firstIndex(of: $1) ?? .max)
    }
    guard let best, let rank = ranks.firstIndex(of: best) else { return nil }
    let isSurelyOther =
      rank > 0 && question.candidates[0].probability >= Thresholds.newSubject
    if isSurelyOther { return nil }
    return Hypothesis(
      0.96,
      Decision(
        answer: .topics([interpreter.focus(on: best, for: question)]), reason: .ranking,
        confidence: 0.95))
  }

  /// The topics that state a paragraph; without a letter ("4:1") any letter fits.
  private func topics(of statute: Statute) -> [Int] {
    if let exact = statuteTopics[statute] { return exact }
    guard statute.letter.isEmpty else { return [] }
    return statuteTopics.filter {
      $0.key.chapter == statute.chapter && $0.key.section == statute.section
    }.flatMap(\.value).sorted()
  }

  private func person(_ question: Question) -> Hypothesis? {
    var mentions = question.recognition.persons.filter(\.isCertain)
    let isAboutContacts =
      contactSubject != nil && question.candidates.first?.subject == contactSubject
    if mentions.isEmpty, isAboutContacts, question.recognition.places.isEmpty {
      let introduced = question.shape.introductionEnds
      mentions = question.recognition.persons
        .filter { !introduced.contains($0.tokens.lowerBound) }
    }
    for mention in telephoneOwners(question) where !mentions.contains(mention) {
      mentions.append(mention)
    }
    guard !mentions.isEmpty, !isSurelyOfNothingKnown(question) else { return nil }
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
    return Hypothesis(
      0.99,
      Decision(
        answer: .topics(focuses), reason: .person, confidence: 0.97,
        fields: question.shape.fields))
  }

  /// Whether a question is surely one that the knowledge does not answer: "is Lisa Green married?".
  private func isSurelyOfNothingKnown(_ question: Question) -> Bool {
    guard !question.shape.asksForFields, question.recognition.telephones.isEmpty,
      let top = question.candidates.first, top.probability >= Thresholds.newSubject
    else { return false }
    return knowledge.topics[interpreter.topic(of: top)].role == .unknown
  }

  /// The people whose telephone number stands in the question.
  private func telephoneOwners(_ question: Question) -> [PersonMention] {
    question.recognition.telephones.flatMap { mention in
      knowledge.people.filter { person in
        person.entry.telephones.contains { $0.filter(\.isNumber) == mention.digits }
      }.map {
        PersonMention(topic: $0.topic, person: $0.person, tokens: mention.tokens, isCertain: true)
      }
    }
  }
}
