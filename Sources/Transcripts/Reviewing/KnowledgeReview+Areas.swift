import Knowledge

extension KnowledgeReview {
  /// What contacts say of the areas that they cover, and what other answers say of them.
  mutating func reviewAreas() {
    let contacts = knowledge.topics.filter { !$0.covers.isEmpty }
    let areas = contacts.flatMap(\.covers).map { Area($0, knowledge) }
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
  private mutating func reviewOwnAreas(_ topic: Topic, _ areas: [Area]) {
    for (code, text) in topic.texts.sorted(by: { $0.key < $1.key }) {
      let said = Self.form(([text.title] + text.answer.map(\.text)).joined(separator: " "))
      let named = areas.filter { $0.isNamed(in: said) }.map(\.name)
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
    _ line: AnswerLine, _ contacts: [Topic], _ areas: [Area]
  ) {
    let said = Self.form(line.text)
    let named = areas.filter { $0.isNamed(in: said) }.map(\.name)
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
    contact.id.split(separator: "/").last.map { Self.form(area) == Self.form(String($0)) } ?? false
  }

  /// An area with everything that it is called.
  private struct Area {
    let name: String
    private let forms: [[UInt8]]

    init(_ name: String, _ knowledge: KnowledgeBase) {
      self.name = name
      let places = knowledge.gazetteer.places.filter { $0.name == name }
      forms = ([name] + places.flatMap { $0.names.map(\.text) }).map(KnowledgeReview.form)
    }

    func isNamed(in said: [UInt8]) -> Bool {
      forms.contains { said.firstOccurrence(of: $0) != nil }
    }
  }

  /// The words in small letters with spaces around them, so that only whole ones are found.
  private static func form(_ text: String) -> [UInt8] {
    let letters = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return Array((" " + String(letters).split(separator: " ").joined(separator: " ") + " ").utf8)
  }
}
