/// Parts of the older form, which stand in a language's block under a name in that language: those of
/// two languages belong together by their places.
struct PartsInBlocks {
  struct Draft {
    let name: SourceLine
    let see: TopicReference?
    let text: PartText
  }

  private var languages: [LanguageCode] = []
  private var drafts: [LanguageCode: [Draft]] = [:]

  mutating func add(_ draft: Draft, language: LanguageCode) {
    if drafts[language] == nil { languages.append(language) }
    drafts[language, default: []].append(draft)
  }

  /// The parts, with ids made of their names in the first language; what stands in one language only
  /// is an error.
  func paired(_ problems: inout [Problem]) -> [AnswerPart] {
    guard let first = languages.first, let base = drafts[first] else { return [] }
    for code in languages.dropFirst() {
      let others = drafts[code] ?? []
      for surplus in others.dropFirst(base.count) {
        problems.append(
          Problem(
            .error, KnowledgeCause.partWithoutTwin(surplus.name.text, code), at: surplus.name))
      }
      for surplus in base.dropFirst(others.count) {
        problems.append(
          Problem(
            .error, KnowledgeCause.partWithoutTwin(surplus.name.text, first), at: surplus.name))
      }
    }
    var taken: Set<PartID> = []
    let count = languages.map { drafts[$0]?.count ?? 0 }.min() ?? 0
    return (0..<count).map { place in
      var texts: [LanguageCode: PartText] = [:]
      for code in languages {
        guard let others = drafts[code] else { continue }
        let text = others[place].text
        texts[code] = PartText(
          title: others[place].name.text, answer: text.answer, facts: text.facts,
          examples: text.examples, position: text.position)
      }
      var id = base[place].name.text.asPartID
      while !taken.insert(id).inserted { id += "-\(place + 1)" }
      return AnswerPart(
        id: id, see: base[place].see, texts: texts, position: base[place].name.position)
    }
  }
}

extension String {
  /// Whether the text can name a part: small letters, digits and hyphens.
  var isPartID: Bool {
    !isEmpty
      && allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  /// A name of a part made of a heading: "Om hon inte vill" is `om-hon-inte-vill`.
  fileprivate var asPartID: PartID {
    let plain: [Character: Character] = ["å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u"]
    let letters = lowercased().map { character -> Character in
      let letter = plain[character] ?? character
      return letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    return id.isEmpty ? "part" : id
  }
}
