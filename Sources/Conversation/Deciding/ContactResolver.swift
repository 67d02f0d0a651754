import Knowledge
import Understanding

/// Finds who answers for the places and people of a question.
struct ContactResolver: Sendable {
  private let knowledge: KnowledgeBase
  /// The contact topic of each county.
  private let topicOfCounty: [String: Int]
  private let unlisted: Int?
  /// Concepts that some person handles, with their places.
  private let handledConcepts: Set<Int>
  /// Concepts whose words deny what follows them: "not", "other than".
  private let negations: Set<Int>

  /// How many words may stand between a denial and what it denies: "not the children".
  private static let denialReach = 2

  enum Outcome {
    case contacts([Int])
    /// An area across several contacts: somebody has to say which county.
    case across(Place)
    case none
  }

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    var topicOfCounty: [String: Int] = [:]
    for (index, topic) in knowledge.topics.enumerated() {
      for county in topic.covers { topicOfCounty[county] = index }
    }
    self.topicOfCounty = topicOfCounty
    unlisted = knowledge.topics.firstIndex { $0.role == .unlisted }
    let handled = Set(knowledge.topics.flatMap { $0.persons.flatMap(\.handles) })
    handledConcepts = Set(
      knowledge.concepts.indices.filter { handled.contains(knowledge.concepts[$0].name) })
    negations = Set(
      knowledge.concepts.indices.filter { knowledge.concepts[$0].role == .negation })
  }

  /// The contacts for the places; places abroad count only where no other is named, areas across
  /// counties only where no smaller one is.
  func resolve(_ mentions: [PlaceMention]) -> Outcome {
    let places = mentions.map { knowledge.gazetteer.places[$0.place] }
    var topics: [Int] = []
    func add(_ topic: Int?) {
      if let topic, !topics.contains(topic) { topics.append(topic) }
    }
    for place in places {
      if case .county(let county) = place.extent { add(topicOfCounty[county] ?? unlisted) }
    }
    if !topics.isEmpty { return .contacts(topics) }
    for place in places {
      guard case .across(let counties) = place.extent else { continue }
      let all = Set(counties.map { topicOfCounty[$0] ?? unlisted })
      if all.count > 1 { return .across(place) }
      add(all.first ?? nil)
    }
    if topics.isEmpty, places.contains(where: { $0.extent == .abroad }) { add(unlisted) }
    return topics.isEmpty ? .none : .contacts(topics)
  }

  enum Closest {
    case one(Int)
    case several([Int])
  }

  /// Among contacts without places, the one whose title, names and wordings are most like a question;
  /// several where none is more so than the next. Nil where a question for the place can tell.
  func closest(to found: Recognition, _ interpreter: Interpreter) -> Closest? {
    let topics = knowledge.topics.indices.filter { knowledge.topics[$0].isFoundByWords }
    guard !topics.isEmpty else { return nil }
    let likeness = topics.map { topic in
      let texts = knowledge.topics[topic].texts.values
      let own = texts.flatMap { [$0.title] + ($0.names + $0.examples).map(\.text) }
      return interpreter.likeness(of: found, to: own.map(interpreter.vector)).max() ?? 0
    }
    let order = topics.indices.sorted { (likeness[$1], $0) < (likeness[$0], $1) }
    let lead = likeness[order[0]] - (order.count > 1 ? likeness[order[1]] : 0)
    if order.count == 1 || lead >= Thresholds.contactLead { return .one(topics[order[0]]) }
    let asks = knowledge.topic(role: .askPlace) != nil
    return asks ? nil : .several(order.prefix(Self.mostChoices).map { topics[$0] })
  }

  /// As many as can be chosen by a number.
  private static let mostChoices = 5

  /// The contact of each place in a county, each place once; those across counties and abroad have none.
  func memberships(of mentions: [PlaceMention]) -> [PlaceMembership] {
    var found: [PlaceMembership] = []
    for mention in mentions {
      let place = knowledge.gazetteer.places[mention.place]
      guard case .county(let county) = place.extent,
        let contact = topicOfCounty[county] ?? unlisted,
        !found.contains(where: { $0.place.name == place.name }),
        !isNamed(contact, place.name)
      else { continue }
      found.append(PlaceMembership(place: place, contact: contact))
    }
    return found
  }

  /// Whether a name is a contact's own: no place belongs to itself.
  private func isNamed(_ contact: Int, _ name: String) -> Bool {
    knowledge.topics[contact].texts.values.contains { text in
      text.title == name || text.names.contains { $0.text == name }
    }
  }

  /// The concepts of a question that people are chosen by, without those that it denies ("the
  /// person for labour, not for prostitution").
  func handles(in found: Recognition) -> [Int] {
    let (asked, denied) = mentioned(in: found)
    if !asked.isEmpty || denied.isEmpty { return asked }
    // "Not the prostitution people": whatever else anybody handles.
    let names = Set(denied.map { knowledge.concepts[$0].name })
    return handledConcepts.filter { !names.contains(knowledge.concepts[$0].name) }
      .filter { sharesContact($0, with: names) }.sorted()
  }

  /// Whether some contact has people for the concept and others for one of the names.
  private func sharesContact(_ concept: Int, with names: Set<String>) -> Bool {
    knowledge.topics.contains { topic in
      let handled = Set(topic.persons.flatMap(\.handles))
      return handled.contains(knowledge.concepts[concept].name) && !handled.isDisjoint(with: names)
    }
  }

  private func mentioned(in found: Recognition) -> (asked: [Int], denied: [Int]) {
    let denials = found.concepts.filter { negations.contains($0.concept) }
    var (handles, denied): ([Int], [Int]) = ([], [])
    for mention in found.concepts
    where handledConcepts.contains(mention.concept) && !handles.contains(mention.concept) {
      let isDenied = denials.contains {
        let gap = mention.tokens.lowerBound - $0.tokens.upperBound
        return (0...Self.denialReach).contains(gap)
      }
      if isDenied { denied.append(mention.concept) } else { handles.append(mention.concept) }
    }
    return (handles, denied)
  }

  /// The people of a topic who handle one of the concepts; empty for everybody.
  func persons(of topic: Int, handling handles: [Int]) -> [Int] {
    let names = Set(handles.map { knowledge.concepts[$0].name })
    let persons = knowledge.topics[topic].persons
    let chosen = persons.indices.filter { !names.isDisjoint(with: persons[$0].handles) }
    return chosen.count == persons.count ? [] : chosen
  }
}
