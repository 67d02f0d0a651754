/// Makes a topic of a scanned file.
struct TopicReader {
  private(set) var problems: [Problem] = []
  private(set) var topic: Topic?

  private static let headerKeys = [
    "kind", "role", "section", "as-of", "review-by", "statute", "related", "covers",
  ]
  private static let blockKeys = ["title", "revised", "translated"]
  private static let partKeys = ["see", "telephone", "mail", "handles"]

  private var header = FieldReader(known: headerKeys)
  private var headerFacts: [Fact] = []
  private var persons: [Person] = []
  private var texts: [LanguageCode: TopicText] = [:]
  private var block: BlockDraft?
  private var part: PartDraft?

  private struct BlockDraft {
    let language: LanguageCode
    let line: SourceLine
    var fields = FieldReader(known: TopicReader.blockKeys)
    var answer: [AnswerLine] = []
    var facts: [Fact] = []
    var examples: [Example] = []
    var parts: [AnswerPart] = []
  }

  private struct PartDraft {
    let line: SourceLine
    var fields = FieldReader(known: TopicReader.partKeys)
    var answer: [AnswerLine] = []
    var examples: [Example] = []
  }

  init(id: TopicID, file: String, lines: [SourceLine]) {
    for line in lines { take(line) }
    endBlock()
    let first = lines.first { $0.mark != .blank && $0.mark != .comment }
    topic = Topic(
      id: id, kind: value("kind", TopicKind.self) ?? .about, role: value("role", TopicRole.self),
      section: header["section"]?.text, asOf: date(header["as-of"]),
      reviewBy: date(header["review-by"]), reviewByPosition: header["review-by"]?.position,
      statutes: header.list("statute").map(\.text), related: header.list("related").map(\.text),
      relatedPositions: header.list("related").map(\.position),
      covers: header.list("covers").map(\.text), persons: persons, facts: headerFacts,
      texts: texts, file: file)
    if texts.isEmpty, let first { report(.emptyAnswer, first.atMark) }
  }

  private mutating func take(_ line: SourceLine) {
    switch line.mark {
    case .blank, .comment: break
    case .key(let key):
      if part != nil {
        part!.fields.take(line, key: key, &problems)
      } else if block != nil {
        block!.fields.take(line, key: key, &problems)
      } else {
        header.take(line, key: key, &problems)
      }
    case .block: beginBlock(line)
    case .part:
      endPart()
      part = PartDraft(line: line)
    case .question:
      let example = Example(text: line.text, position: line.position)
      if part != nil {
        part!.examples.append(example)
      } else if block != nil {
        block!.examples.append(example)
      } else {
        report(.misplacedMark(line.mark.symbol), line.atMark)
      }
    case .answer, .quotation:
      let style: AnswerLine.Style = line.mark == .quotation ? .quotation : .text
      let answer = AnswerLine(style: style, text: line.text, position: line.position)
      if part != nil {
        part!.answer.append(answer)
      } else if block != nil {
        block!.answer.append(answer)
      } else {
        report(.misplacedMark(line.mark.symbol), line.atMark)
      }
    case .fact:
      let fact = Fact(text: line.text, line: line)
      if part != nil {
        report(.misplacedMark(line.mark.symbol), line.atMark)
      } else if block != nil {
        block!.facts.append(fact)
      } else {
        headerFacts.append(fact)
      }
    case .forbidden, .topic: report(.misplacedMark(line.mark.symbol), line.atMark)
    }
  }

  private mutating func beginBlock(_ line: SourceLine) {
    endBlock()
    guard (2...3).contains(line.text.count), line.text.allSatisfy({ ("a"..."z").contains($0) })
    else {
      report(.malformedLanguage(line.text), line)
      block = BlockDraft(language: "", line: line)
      return
    }
    if let earlier = texts[line.text] {
      report(.repeatedBlock(line.text, first: earlier.position.line), line)
    }
    block = BlockDraft(language: line.text, line: line)
  }

  private mutating func endBlock() {
    endPart()
    guard let draft = block else { return }
    block = nil
    guard !draft.language.isEmpty, texts[draft.language] == nil else { return }
    if draft.fields["title"] == nil { report(.missingTitle, draft.line.atMark) }
    if !draft.answer.contains(where: { !$0.text.isEmpty }) {
      report(.emptyAnswer, draft.line.atMark)
    }
    texts[draft.language] = TopicText(
      title: draft.fields["title"]?.text ?? "", answer: draft.answer, facts: draft.facts,
      examples: draft.examples, parts: draft.parts, position: draft.line.position,
      revised: date(draft.fields["revised"]), translated: date(draft.fields["translated"]))
  }

  private mutating func endPart() {
    guard let draft = part else { return }
    part = nil
    let isPerson = ["telephone", "mail", "handles"].contains { draft.fields[$0] != nil }
    if isPerson || block == nil {
      endPerson(draft)
      return
    }
    let see = draft.fields["see"]?.text
    if see == nil, !draft.answer.contains(where: { !$0.text.isEmpty }) {
      report(.emptyPart(draft.line.text), draft.line)
    }
    block?.parts.append(
      AnswerPart(
        name: draft.line.text, examples: draft.examples, answer: draft.answer, see: see,
        position: draft.line.position))
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

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let line = header[key] else { return nil }
    if let value = Value(rawValue: line.text) { return value }
    report(
      .unknownValue(key: key, value: line.text, known: Value.allCases.map(\.rawValue)), line)
    return nil
  }

  /// The text of a line that holds a year or a date.
  private mutating func date(_ line: SourceLine?) -> String? {
    guard let line else { return nil }
    if !line.text.isDate { report(.malformedDate(line.text), line) }
    return line.text
  }

  private mutating func report(_ cause: KnowledgeCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
