/// Reads a vocabulary file: a block for each concept, its words as `>` lines.
struct ConceptsReader {
  private(set) var problems: [Problem] = []
  private(set) var concepts: [Concept] = []

  private static let keys = ["role", "ages"]
  private var name: SourceLine?
  private var fields = FieldReader(known: keys)
  private var words: [Example] = []

  init(lines: [SourceLine]) {
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .block:
        endConcept()
        name = line
      case .key(let key) where name != nil: fields.take(line, key: key, &problems)
      case .question where name != nil:
        words.append(Example(text: line.text, position: line.position))
      default:
        problems.append(.misplacedMark(line))
      }
    }
    endConcept()
  }

  private mutating func endConcept() {
    guard let line = name else { return }
    concepts.append(
      Concept(
        name: line.text, role: role(), ages: ages(), words: words,
        position: line.position))
    name = nil
    fields = FieldReader(known: Self.keys)
    words = []
  }

  private mutating func role() -> ConceptRole? {
    guard let line = fields["role"] else { return nil }
    if let role = ConceptRole(name: line.text) { return role }
    let names = ConceptRole.names(in: [])
    problems.append(
      Problem(
        .error,
        KnowledgeCause.unknownRole(line.text, nearest: nearestName(to: line.text, in: names)),
        at: line))
    return nil
  }

  private mutating func ages() -> ClosedRange<Int>? {
    guard let line = fields["ages"] else { return nil }
    let bounds = line.text.split(separator: "-").map { Int($0) }
    if bounds.count == 2, let low = bounds[0], let high = bounds[1], low <= high {
      return low...high
    }
    problems.append(Problem(.error, KnowledgeCause.malformedAges(line.text), at: line))
    return nil
  }
}
