/// Holds a folder's phrases against the table of those that the program says.
struct PhraseCheck {
  private(set) var problems: [Problem] = []

  private let concepts: Set<String>
  private let kinds: Set<String>
  private let facts: [String]

  /// Names that phrases may end in, and facts that they may state.
  init(concepts: Set<String>, kinds: Set<String>, facts: [String]) {
    self.concepts = concepts
    self.kinds = kinds
    self.facts = facts
  }

  /// Checks the lines of each language that the knowledge speaks.
  mutating func check(
    _ lines: [(language: LanguageCode, name: SourceLine)], languages: [LanguageCode],
    handled: [String]
  ) {
    var texts: [LanguageCode: [String: SourceLine]] = [:]
    for (code, line) in lines {
      guard case .key(let name) = line.mark else { continue }
      texts[code, default: [:]][name] = line
      check(name, line)
    }
    guard !lines.isEmpty else { return }
    checkLacking(texts, languages, handled)
  }

  private mutating func check(_ name: String, _ line: SourceLine) {
    let known: PhraseSpecification?
    if let concept = name.ending(after: PhraseSpecification.ofConcepts) {
      known = nil
      checkEnding(concept, of: concepts, name, line)
    } else if let kind = name.ending(after: PhraseSpecification.ofKinds) {
      known = nil
      checkEnding(kind, of: kinds, name, line)
    } else {
      known = PhraseSpecification.named(name)
      if known == nil {
        let nearest = nearestName(to: name, in: PhraseSpecification.table.map(\.name))
        report(.unknownPhrase(name, nearest: nearest), line.atMark)
        return
      }
    }
    let said = line.text.placeholders
    let placeholders = known?.placeholders ?? []
    for placeholder in said
    where !placeholders.contains(placeholder) && !facts.contains(placeholder) {
      report(
        .unknownPlaceholder(
          placeholder, phrase: name,
          nearest: nearestName(to: placeholder, in: placeholders + facts), known: placeholders),
        line)
    }
    for placeholder in known?.needed ?? [] where !said.contains(placeholder) {
      problems.append(
        Problem(.warning, KnowledgeCause.unsaidPlaceholder(placeholder, phrase: name), at: line))
    }
  }

  private mutating func checkEnding(
    _ ending: String, of names: Set<String>, _ phrase: String, _ line: SourceLine
  ) {
    guard !names.contains(ending) else { return }
    problems.append(
      Problem(
        .warning,
        KnowledgeCause.unusedPhrase(phrase, nearest: nearestName(to: ending, in: names.sorted())),
        at: line.atMark))
  }

  /// Phrases that one language has and another lacks, what people handle and nobody can say, and, of
  /// a folder that words most phrases, the others.
  private mutating func checkLacking(
    _ texts: [LanguageCode: [String: SourceLine]], _ languages: [LanguageCode],
    _ handled: [String]
  ) {
    let table = PhraseSpecification.table.filter { !$0.mayBeLacking }.map(\.name)
    for code in languages {
      let own = texts[code] ?? [:]
      var lacking = handled.map { PhraseSpecification.ofConcepts + $0 }.filter { own[$0] == nil }
      let others = texts.filter { $0.key != code }.flatMap(\.value.keys)
      let saysMost = table.count { own[$0] != nil } * 2 > table.count
      lacking += table.filter { own[$0] == nil && (saysMost || others.contains($0)) }
      lacking += Set(others).sorted().filter {
        $0.hasPrefix(PhraseSpecification.ofKinds) && own[$0] == nil
      }
      guard !lacking.isEmpty else { continue }
      let first =
        own.values.map(\.position).min() ?? texts.values.flatMap(\.values).map(\.position).min()
      guard let first else { continue }
      problems.append(
        Problem(
          .warning, KnowledgeCause.lackingPhrases(lacking, code), at: Position(file: first.file)))
    }
  }

  private mutating func report(_ cause: KnowledgeCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}

extension String {
  fileprivate func ending(after start: String) -> String? {
    hasPrefix(start) ? String(dropFirst(start.count)) : nil
  }

  /// The names in braces.
  var placeholders: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }
}
