/// Puts the facts into the texts that refer to them by name.
///
/// An answer says `{support-line}`; the number stands once, in a `.facts` file. A value that is written
/// by hand where a fact of its own exists would live on when the fact is changed, and is an error.
struct FactExpansion {
  private let facts: [String: NamedFact]
  private let languages: [LanguageCode]
  /// Facts with a digit in them: others, as a penalty in words, may be worded freely.
  private let figures: [(name: String, form: String, language: LanguageCode)]
  private(set) var problems: [Problem] = []
  private var used: Set<String> = []

  init(_ named: [NamedFact], languages: [LanguageCode]) {
    var facts: [String: NamedFact] = [:]
    for fact in named {
      if let earlier = facts[fact.name] {
        problems.append(
          Problem(
            .error, KnowledgeCause.repeatedFact(fact.name, first: earlier.position),
            at: fact.position, sourceLine: "-- " + fact.name))
        continue
      }
      facts[fact.name] = fact
      for code in languages where !fact.forms.isEmpty && fact.forms[code] == nil {
        problems.append(
          Problem(
            .error, KnowledgeCause.missingFactLanguage(fact.name, code), at: fact.position,
            sourceLine: "-- " + fact.name))
      }
    }
    self.facts = facts
    self.languages = languages
    figures = facts.values.flatMap { fact in
      fact.forms.map { (name: fact.name, form: $0.value.comparisonForm, language: $0.key) }
    }.filter { $0.form.contains(where: \.isNumber) }
      // Of two that hold each other the longer is meant.
      .sorted { ($1.form.count, $0.name) < ($0.form.count, $1.name) }
  }

  var isEmpty: Bool { facts.isEmpty }

  /// The topic with every fact in its place, in its answers and on its `~` lines.
  mutating func expand(_ topic: Topic) -> Topic {
    guard !isEmpty else { return topic }
    var topic = topic
    // A fact of the header that has a form in each language is stated by each language's answer.
    let named = topic.facts.filter { $0.text.contains("{") }
    topic.facts.removeAll { $0.text.contains("{") }
    for code in topic.texts.keys.sorted() {
      guard var text = topic.texts[code] else { continue }
      text.facts += named
      expand(&text.answer, &text.facts, code)
      topic.texts[code] = text
    }
    for place in topic.parts.indices {
      for code in topic.parts[place].texts.keys.sorted() {
        guard var text = topic.parts[place].texts[code] else { continue }
        expand(&text.answer, &text.facts, code)
        topic.parts[place].texts[code] = text
      }
    }
    return topic
  }

  private mutating func expand(
    _ answer: inout [AnswerLine], _ facts: inout [Fact], _ code: LanguageCode
  ) {
    for place in answer.indices where answer[place].style == .text {
      let line = answer[place]
      let source = SourceLine(
        mark: .answer, text: line.text, position: line.position, raw: "< " + line.text)
      answer[place].text = expand(source, in: code)
    }
    for place in facts.indices { facts[place].text = expand(facts[place].line, in: code) }
  }

  /// The text of a line with every fact in its place.
  mutating func expand(_ line: SourceLine, in code: LanguageCode) -> String {
    checkByHand(line, code)
    guard line.text.utf8.contains(UInt8(ascii: "{")) else { return line.text }
    var result = ""
    var rest = line.text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        problems.append(Problem(.error, KnowledgeCause.unpairedBrace(line.text), at: line))
        return result + rest[open...]
      }
      let name = String(rest[rest.index(after: open)..<close])
      if let form = facts[name]?.forms[code] {
        used.insert(name)
        result += form
      } else if facts[name] == nil {
        let nearest = nearestName(to: name, in: facts.keys.sorted())
        problems.append(
          Problem(.error, KnowledgeCause.unknownFact(name, nearest: nearest), at: line))
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func checkByHand(_ line: SourceLine, _ code: LanguageCode) {
    guard line.text.contains(where: \.isNumber) else { return }
    let form = line.text.comparisonForm
    for figure in figures where figure.language == code && form.states(figure.form) {
      problems.append(
        Problem(
          .error,
          KnowledgeCause.handwrittenFact(facts[figure.name]?.forms[code] ?? "", name: figure.name),
          at: line))
      return
    }
  }

  /// Facts that no text refers to: a slip may have left one behind.
  func unused() -> [Problem] {
    facts.values.filter { !used.contains($0.name) }.map {
      Problem(
        .warning, KnowledgeCause.unusedFact($0.name), at: $0.position,
        sourceLine: "-- " + $0.name)
    }
  }

  /// A phrase with the facts in it filled in; its own placeholders stay.
  mutating func expand(phrase text: String, in code: LanguageCode) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = text
    for (name, fact) in facts where text.contains("{\(name)}") {
      used.insert(name)
      result = result.replacingAll("{\(name)}", with: fact.forms[code] ?? "")
    }
    return result
  }
}
