import Knowledge
import Understanding

/// What has structure decides without being weighed: paragraphs, people, telephone numbers.
extension Decider {
  func statute(_ question: Interpretation) -> Decision? {
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
  func topics(of statute: Statute) -> [Int] {
    if let exact = statuteTopics[statute] { return exact }
    guard statute.letter.isEmpty else { return [] }
    return statuteTopics.filter {
      $0.key.chapter == statute.chapter && $0.key.section == statute.section
    }.flatMap(\.value).sorted()
  }

  func person(_ question: Interpretation, _ shape: QuestionShape) -> Decision? {
    var mentions = question.recognition.persons.filter(\.isCertain)
    if mentions.isEmpty, isAboutContacts(question), question.recognition.places.isEmpty {
      let introduced = shape.introductionEnds
      mentions = question.recognition.persons
        .filter { !introduced.contains($0.tokens.lowerBound) }
    }
    for mention in telephoneOwners(question) where !mentions.contains(mention) {
      mentions.append(mention)
    }
    guard !mentions.isEmpty, !isSurelyOfNothingKnown(question, shape) else { return nil }
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

  /// Whether a question is surely one that the knowledge does not answer: "is Lisa Green married?".
  private func isSurelyOfNothingKnown(_ question: Interpretation, _ shape: QuestionShape) -> Bool {
    guard !shape.asksForFields, question.recognition.telephones.isEmpty,
      let top = question.candidates.first, top.probability >= Thresholds.newSubject
    else { return false }
    return knowledge.topics[interpreter.subjects[top.subject].topics[0]].role == .unknown
  }

  /// The people whose telephone number stands in the question.
  func telephoneOwners(_ question: Interpretation) -> [PersonMention] {
    question.recognition.telephones.flatMap { mention in
      knowledge.people.filter { person in
        person.entry.telephones.contains { $0.filter(\.isNumber) == mention.digits }
      }.map {
        PersonMention(topic: $0.topic, person: $0.person, tokens: mention.tokens, isCertain: true)
      }
    }
  }
}
