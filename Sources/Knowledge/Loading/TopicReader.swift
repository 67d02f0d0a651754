/// Makes a topic of a scanned file.
///
/// Below the header stand the people of a contact, a block for each language, and the parts, each with
/// a block for each language of its own. In a folder of the older form a part stands within a
/// language's block, with its wordings, and is paired with that of the other language by its place.
struct TopicReader {
  private(set) var problems: [Problem] = []
  private(set) var topic: Topic?

  static let headerKeys = [
    "kind", "role", "section", "as-of", "review-by", "statute", "related", "covers",
  ]
  static let blockKeys = ["title", "names", "revised", "translated"]
  static let personKeys = ["telephone", "mail", "handles"]
  static let partKeys = ["see"] + personKeys
  static let partBlockKeys = ["title"]

  private var header = FieldReader(known: headerKeys)
  private var headerFacts: [Fact] = []
  private var persons: [Person] = []
  private var texts: [LanguageCode: TopicText] = [:]
  private var parts: [AnswerPart] = []
  private var partsInBlocks = PartsInBlocks()
  /// The block of a language that lines belong to: the topic's, or that of ``part``.
  private var block: BlockDraft?
  private var part: PartDraft?

  private struct BlockDraft {
    let language: LanguageCode
    let line: SourceLine
    var fields: FieldReader
    var answer: [AnswerLine] = []
    var facts: [Fact] = []
    var examples: [Example] = []

    var partText: PartText {
      PartText(
        title: fields["title"]?.text ?? "", answer: answer, facts: facts, examples: examples,
        position: line.position)
    }
  }

  private struct PartDraft {
    let line: SourceLine
    /// The language's block that the part stands in; nil for one with blocks of its own.
    var within: BlockDraft?
    var fields = FieldReader(known: TopicReader.partKeys)
    var content: BlockDraft
    var texts: [LanguageCode: PartText] = [:]
    /// Whether a block of its own has begun.
    var hasBlocks = false

    init(line: SourceLine, within: BlockDraft?) {
      self.line = line
      self.within = within
      content = BlockDraft(language: "", line: line, fields: FieldReader(known: []))
    }

    var hasContent: Bool {
      !content.answer.isEmpty || !content.examples.isEmpty || !content.facts.isEmpty
    }
  }

  init(id: TopicID, file: String, lines: [SourceLine]) {
    for line in lines { take(line) }
    endPart()
    endBlock()
    parts += partsInBlocks.paired(&problems)
    let first = lines.first { $0.mark != .blank && $0.mark != .comment }
    let related = header.list("related")
    topic = Topic(
      id: id, kind: kind, role: role,
      section: header["section"]?.text, asOf: date(header["as-of"]),
      reviewBy: date(header["review-by"]), reviewByPosition: header["review-by"]?.position,
      statutes: header.list("statute").map(\.text), related: related.map(\.text),
      relatedPositions: related.map(\.position),
      covers: header.list("covers").map(\.text), persons: persons, facts: headerFacts,
      texts: texts, parts: parts, file: file)
    if texts.isEmpty, let first { report(.emptyAnswer, first.atMark) }
  }

  // MARK: Lines

  private mutating func take(_ line: SourceLine) {
    switch line.mark {
    case .blank, .comment: break
    case .key(let key): take(line, key: key)
    case .block:
      if isOfPart(line) {
        if !part!.hasBlocks, part!.hasContent {
          report(.partWithoutLanguage(part!.line.text), part!.line)
        }
        beginPartBlock(line)
      } else {
        endPart()
        endBlock()
        block = beginBlock(line, keys: Self.blockKeys, earlier: texts.mapValues(\.position))
      }
    case .part:
      endPart()
      part = PartDraft(line: line, within: block)
    case .question:
      // A part within a block was only ever asked for after its topic.
      let leans = part != nil && !part!.hasBlocks
      change(line) {
        $0.examples.append(Example(text: line.text, position: line.position, leans: leans))
      }
    case .answer, .quotation:
      let style: AnswerLine.Style = line.mark == .quotation ? .quotation : .text
      change(line) {
        $0.answer.append(AnswerLine(style: style, text: line.text, position: line.position))
      }
    case .fact:
      let fact = Fact(text: line.text, line: line)
      if part == nil, block == nil {
        headerFacts.append(fact)
      } else {
        change(line) { $0.facts.append(fact) }
      }
    case .forbidden, .topic, .opening: report(.misplacedMark(line.mark.symbol), line.atMark)
    }
  }

  private mutating func take(_ line: SourceLine, key: String) {
    if part != nil, !part!.hasBlocks {
      part!.fields.take(line, key: key, &problems)
    } else if block != nil {
      block!.fields.take(line, key: key, &problems)
    } else {
      header.take(line, key: key, &problems)
    }
  }

  /// Changes what a line belongs to: a block, or a part within one.
  private mutating func change(_ line: SourceLine, _ body: (inout BlockDraft) -> Void) {
    if part != nil, !part!.hasBlocks {
      body(&part!.content)
    } else if block != nil {
      body(&block!)
    } else {
      report(.misplacedMark(line.mark.symbol), line.atMark)
    }
  }

  // MARK: Blocks

  private mutating func beginBlock(
    _ line: SourceLine, keys: [String], earlier: [LanguageCode: Position]
  ) -> BlockDraft {
    var language = line.text
    if !(2...3).contains(language.count) || !language.allSatisfy({ ("a"..."z").contains($0) }) {
      report(.malformedLanguage(language), line)
      language = ""
    } else if let earlier = earlier[language] {
      report(.repeatedBlock(language, first: earlier.line), line)
      language = ""
    }
    return BlockDraft(language: language, line: line, fields: FieldReader(known: keys))
  }

  private mutating func endBlock() {
    guard let draft = block else { return }
    block = nil
    guard !draft.language.isEmpty else { return }
    if draft.fields["title"] == nil { report(.missingTitle, draft.line.atMark) }
    if !draft.answer.contains(where: { !$0.text.isEmpty }) {
      report(.emptyAnswer, draft.line.atMark)
    }
    texts[draft.language] = TopicText(
      title: draft.fields["title"]?.text ?? "",
      names: draft.fields.list("names").map { Example(text: $0.text, position: $0.position) },
      answer: draft.answer, facts: draft.facts, examples: draft.examples,
      position: draft.line.position, revised: date(draft.fields["revised"]),
      translated: date(draft.fields["translated"]))
  }

  // MARK: Parts

  /// Whether a language's block is one of the part's: a part with nothing but keys before it has blocks
  /// of its own, and one with text before it is meant to where the topic has that language already.
  private func isOfPart(_ line: SourceLine) -> Bool {
    guard let part, !isPerson else { return false }
    if part.hasBlocks || !part.hasContent { return true }
    let isKnown = texts[line.text] != nil || block?.language == line.text
    return isKnown && part.line.text.isPartID
  }

  private mutating func beginPartBlock(_ line: SourceLine) {
    if part!.hasBlocks {
      endPartBlock()
    } else {
      // What stood open was the topic's last block.
      endBlock()
      part!.within = nil
      part!.hasBlocks = true
    }
    block = beginBlock(
      line, keys: Self.partBlockKeys, earlier: part!.texts.mapValues(\.position))
  }

  private mutating func endPartBlock() {
    guard let draft = block else { return }
    block = nil
    guard !draft.language.isEmpty else { return }
    if part!.fields["see"] == nil, !draft.answer.contains(where: { !$0.text.isEmpty }) {
      report(.emptyPart(part!.line.text), draft.line)
    }
    if draft.fields["title"] == nil { report(.missingTitle, draft.line.atMark) }
    part!.texts[draft.language] = draft.partText
  }

  private var isPerson: Bool {
    guard let part else { return false }
    return Self.personKeys.contains { part.fields[$0] != nil }
  }

  private mutating func endPart() {
    guard part != nil else { return }
    if part!.hasBlocks { endPartBlock() }
    guard let draft = part else { return }
    let isPerson = isPerson
    part = nil
    let see = draft.fields["see"].map { TopicReference($0.text) }
    if draft.hasBlocks {
      if let earlier = parts.first(where: { $0.id == draft.line.text }) {
        report(.repeatedPart(draft.line.text, first: earlier.position.line), draft.line)
        return
      }
      if !draft.line.text.isPartID { report(.malformedPartID(draft.line.text), draft.line) }
      parts.append(
        AnswerPart(
          id: draft.line.text, see: see, texts: draft.texts, position: draft.line.position))
    } else if isPerson || draft.within == nil && parts.isEmpty {
      endPerson(draft)
    } else if let block = draft.within {
      if see == nil, !draft.content.answer.contains(where: { !$0.text.isEmpty }) {
        report(.emptyPart(draft.line.text), draft.line)
      }
      partsInBlocks.add(
        .init(name: draft.line, see: see, text: draft.content.partText), language: block.language)
    } else {
      report(.partWithoutLanguage(draft.line.text), draft.line)
    }
  }

  private mutating func endPerson(_ draft: PartDraft) {
    let telephones = draft.fields.list("telephone")
    for telephone in telephones where !telephone.text.isTelephoneNumber {
      report(.malformedTelephone(telephone.text), telephone)
    }
    if let mail = draft.fields["mail"], !mail.text.isMailAddress {
      report(.malformedMail(mail.text), mail)
    }
    if telephones.isEmpty, draft.fields["mail"] == nil {
      report(.unreachablePerson(draft.line.text), draft.line)
    }
    persons.append(
      Person(
        name: draft.line.text, telephones: telephones.map(\.text),
        mail: draft.fields["mail"]?.text, handles: draft.fields.list("handles").map(\.text),
        position: draft.line.position))
  }

  // MARK: Values

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let line = header[key] else { return nil }
    if let value = Value(rawValue: line.text) { return value }
    report(
      .unknownValue(key: key, value: line.text, known: Value.allCases.map(\.rawValue)), line)
    return nil
  }

  /// The text of a line that holds a year, a month or a date.
  private mutating func date(_ line: SourceLine?) -> String? {
    guard let line else { return nil }
    if !line.text.isDate { report(.malformedDate(line.text), line) }
    return line.text
  }

  private var kind: TopicKind { header["kind"].map { TopicKind($0.text) } ?? .about }

  private var role: TopicRole? {
    mutating get { value("role", TopicRole.self) }
  }

  private mutating func report(_ cause: KnowledgeCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
