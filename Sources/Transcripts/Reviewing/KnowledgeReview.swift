import Conversation
import Knowledge

/// Looks at knowledge that loads, and warns of what an editor would want to know.
package struct KnowledgeReview {
  /// In the order of their positions; errors are those that do not keep the knowledge from answering.
  package internal(set) var warnings: [Problem] = []

  let responder: Responder
  var knowledge: KnowledgeBase { responder.knowledge }

  /// Reviews the knowledge; `today` is `YYYY-MM-DD`, `changed` the date of the last change to each
  /// topic's text by language, where it is known, `heldOut` what must never be learnt from.
  package init(
    _ responder: Responder, today: String,
    changed: [TopicID: [LanguageCode: String]] = [:],
    heldOut: HeldOutQuestions = HeldOutQuestions()
  ) {
    self.responder = responder
    reviewExamples()
    reviewNearlyEqual()
    reviewLanguages()
    reviewFrames()
    reviewAreas()
    reviewKinds()
    reviewHeldOut(heldOut)
    for topic in knowledge.topics {
      reviewBalance(topic)
      reviewAge(topic, today)
      reviewTranslations(topic, changed[topic.id] ?? [:])
      reviewRelations(topic)
      reviewSource(topic)
      reviewTwins(topic)
      reviewNumbers(topic)
    }
    reviewPlaces()
    warnings.sort { $0.position < $1.position }
  }

  mutating func warn(_ cause: ReviewCause, _ position: Position, _ line: String? = nil) {
    warnings.append(Problem(.warning, cause, at: position, sourceLine: line))
  }

  func examples(of topic: Topic) -> [(language: LanguageCode, example: Example)] {
    knowledge.languages.flatMap { code in
      (topic.texts[code]?.examples ?? []).map { (code, $0) }
    }
  }

  /// A topic that does not say its source, where others do.
  private mutating func reviewSource(_ topic: Topic) {
    guard ![.dialogue, .safety].contains(topic.kind), topic.role == nil,
      knowledge.topics.contains(where: { $0.section != nil })
    else { return }
    if topic.section == nil { warn(.noSource("section"), Position(file: topic.file)) }
    if topic.asOf == nil { warn(.noSource("as-of"), Position(file: topic.file)) }
  }

  /// A kind that one topic alone has, and that is a slip away from another.
  private mutating func reviewKinds() {
    let named: [TopicKind] = [.contact, .safety, .dialogue, .about]
    let counts = Dictionary(grouping: knowledge.topics, by: \.kind).mapValues(\.count)
    for topic in knowledge.topics where counts[topic.kind] == 1 && !named.contains(topic.kind) {
      let others = Set(knowledge.topics.map(\.kind) + named).subtracting([topic.kind])
      if let nearest = nearestName(to: topic.kind.name, in: others.map(\.name).sorted()) {
        warn(.rareKind(topic.kind.name, nearest: nearest), Position(file: topic.file))
      }
    }
  }

  /// The names of topics that do not name each other in turn.
  private mutating func reviewRelations(_ topic: Topic) {
    for (id, position) in zip(topic.related, topic.relatedPositions) {
      guard let other = knowledge.topic(id), !other.related.contains(topic.id),
        other.kind != .dialogue, topic.kind != .dialogue
      else { continue }
      // Every contact names the same two pages; they need not name every contact.
      if topic.kind == .contact, other.kind != .contact { continue }
      warn(.oneWayRelation(id), position)
    }
  }
}
