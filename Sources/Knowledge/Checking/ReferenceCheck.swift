/// Holds what topics name, other topics, parts, concepts and areas, against what the folder has.
struct ReferenceCheck {
  private(set) var problems: [Problem] = []

  private let topics: [Topic]
  private let headers: [TopicID: [SourceLine]]

  /// - Parameters:
  ///   - headers: The key lines of each topic's file.
  ///   - coveredAreas: The areas that the files of places say places belong to.
  init(
    _ topics: [Topic], concepts: [Concept], _ gazetteer: Gazetteer,
    headers: [TopicID: [SourceLine]], coveredAreas: [SourceLine]
  ) {
    self.topics = topics
    self.headers = headers
    let ids = Names(topics.map(\.id))
    let conceptNames = Names(concepts.map(\.name))
    let areas = Names(
      Set(
        gazetteer.places.compactMap { place -> String? in
          if case .county(let name) = place.extent { name } else { nil }
        }
      ).sorted())
    for topic in topics {
      check(headerValues(topic.id, "related"), among: ids, KnowledgeCause.unknownTopic)
      for line in headerValues(topic.id, "see") { checkReference(line) }
      check(headerValues(topic.id, "handles"), among: conceptNames, KnowledgeCause.unknownConcept)
      check(headerValues(topic.id, "covers"), among: areas, KnowledgeCause.unknownArea)
    }
    check(coveredAreas, among: areas, KnowledgeCause.unknownArea)
    checkAreas()
  }

  /// An area that two contacts cover would be answered by one of them, and nobody would know which.
  private mutating func checkAreas() {
    var seen: [String: (topic: TopicID, position: Position)] = [:]
    for topic in topics {
      for line in headerValues(topic.id, "covers") {
        if let earlier = seen[line.text] {
          problems.append(
            Problem(
              .error,
              KnowledgeCause.sharedArea(line.text, with: earlier.topic, at: earlier.position),
              at: line))
        } else {
          seen[line.text] = (topic.id, line.position)
        }
      }
    }
  }

  private mutating func checkReference(_ line: SourceLine) {
    let reference = TopicReference(line.text)
    guard let topic = topics.first(where: { $0.id == reference.topic }) else {
      let nearest = nearestName(to: reference.topic, in: topics.map(\.id))
      problems.append(
        Problem(.error, KnowledgeCause.unknownTopic(reference.topic, nearest: nearest), at: line))
      return
    }
    guard let part = reference.part, topic.partIndex(part) == nil else { return }
    let nearest = nearestName(to: part, in: topic.parts.map(\.id))
    problems.append(
      Problem(
        .error, KnowledgeCause.unknownPart(part, topic: topic.id, nearest: nearest), at: line))
  }

  /// Names that may be referred to.
  private struct Names {
    let list: [String]
    let set: Set<String>

    init(_ list: [String]) { (self.list, set) = (list, Set(list)) }
  }

  private mutating func check(
    _ lines: [SourceLine], among names: Names,
    _ cause: (_ name: String, _ nearest: String?) -> KnowledgeCause
  ) {
    for line in lines where !names.set.contains(line.text) {
      let nearest = nearestName(to: line.text, in: names.list)
      problems.append(Problem(.error, cause(line.text, nearest), at: line))
    }
  }

  /// The comma separated values of every line with a key in a topic's file.
  private func headerValues(_ id: TopicID, _ key: String) -> [SourceLine] {
    (headers[id] ?? []).filter { $0.mark == .key(key) }.flatMap(\.commaSeparated)
  }
}
