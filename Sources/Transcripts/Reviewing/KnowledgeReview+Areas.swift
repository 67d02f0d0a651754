import Knowledge

extension KnowledgeReview {
  /// What contacts say of the areas that they cover, and what other answers say of them.
  mutating func reviewAreas() {
    let contacts = knowledge.topics.filter { !$0.covers.isEmpty }
    let areas = AreaNames(contacts.flatMap(\.covers), knowledge)
    guard areas.count > 1 else { return }
    for topic in contacts { reviewOwnAreas(topic, areas) }
    for topic in knowledge.topics where topic.covers.isEmpty {
      for code in topic.texts.keys.sorted() {
        let parts = topic.parts.flatMap { $0.texts[code]?.answer ?? [] }
        for line in (topic.texts[code]?.answer ?? []) + parts {
          reviewLine(line, contacts, areas)
        }
      }
    }
  }

  /// A contact whose text names areas names all of its own and no others.
  private mutating func reviewOwnAreas(_ topic: Topic, _ areas: AreaNames) {
    for (code, text) in topic.texts.sorted(by: { $0.key < $1.key }) {
      let named = areas.named(in: ([text.title] + text.answer.map(\.text)).joined(separator: " "))
      if named.isEmpty { continue }
      let position = text.answer.first?.position ?? text.position
      let line = text.answer.first.map { "< " + $0.text }
      for area in topic.covers where !named.contains(area) {
        warn(.unsaidArea(area, language: code), position, line)
      }
      for area in named where !topic.covers.contains(area) && !isOtherName(area, of: topic) {
        warn(.surplusArea(area, contact: topic.id), position, line)
      }
    }
  }

  /// A line of another answer that lists most areas of one contact lists all of them, and no other's.
  private mutating func reviewLine(
    _ line: AnswerLine, _ contacts: [Topic], _ areas: AreaNames
  ) {
    let named = areas.named(in: line.text)
    guard named.count > 1 else { return }
    let counts = contacts.map { topic in named.count { topic.covers.contains($0) } }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 1,
      // Of several contacts one line may name one area each.
      counts.enumerated().allSatisfy({ $0 == most || $1 <= 1 }), counts[most] > named.count / 2
    else { return }
    let contact = contacts[most]
    for area in contact.covers where !named.contains(area) {
      warn(.unlistedArea(area, contact: contact.id), line.position, "< " + line.text)
    }
    for area in named where !contact.covers.contains(area) && !isOtherName(area, of: contact) {
      warn(.surplusArea(area, contact: contact.id), line.position, "< " + line.text)
    }
  }

  /// Whether an area's name stands in the contact's own name as well: "Region Stockholm".
  private func isOtherName(_ area: String, of contact: Topic) -> Bool {
    let own = contact.id.split(separator: "/").last.map(String.init) ?? ""
    return AreaNames.words(of: area) == AreaNames.words(of: own)
  }
}

/// Areas with everything that they are called, by the first word of each name.
private struct AreaNames {
  private let areas: [String]
  private var names: [String: [(area: Int, words: [String])]] = [:]

  init(_ areas: [String], _ knowledge: KnowledgeBase) {
    self.areas = areas
    for (number, area) in areas.enumerated() {
      let places = knowledge.gazetteer.places.filter { $0.name == area }
      for name in [area] + places.flatMap({ $0.names.map(\.text) }) {
        let words = Self.words(of: name)
        if let first = words.first { names[first, default: []].append((number, words)) }
      }
    }
  }

  var count: Int { areas.count }

  /// The areas that a text names, in their order.
  func named(in text: String) -> [String] {
    let words = Self.words(of: text)
    var found: Set<Int> = []
    for (place, word) in words.enumerated() {
      for (area, name) in names[word] ?? [] where words[place...].starts(with: name) {
        found.insert(area)
      }
    }
    return found.sorted().map { areas[$0] }
  }

  /// The words in small letters.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
