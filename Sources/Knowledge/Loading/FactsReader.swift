/// Reads a file of facts: named ones, each a part with its section and its form in each language, and
/// below them or alone the figures that any answer may state.
struct FactsReader {
  private(set) var problems: [Problem] = []
  private(set) var named: [NamedFact] = []
  /// `~` lines: figures that any answer may state.
  private(set) var figures: [SourceLine] = []
  /// `numbers:` and its like, by which figures in letters are known.
  private(set) var numberKeys: [SourceLine] = []

  private var draft: (name: SourceLine, fields: [String: SourceLine])?

  init(lines: [SourceLine]) {
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .part:
        end()
        draft = (line, [:])
      case .key(let key) where draft != nil: take(line, key: key)
      case .key(let key) where FigureFinder.keys.contains(key): numberKeys.append(line)
      case .key(let key):
        report(
          .unknownKey(
            key, nearest: nearestName(to: key, in: FigureFinder.keys), known: FigureFinder.keys),
          line.atMark)
      case .fact where draft == nil: figures.append(line)
      default: report(.misplacedMark(line.mark.symbol), line.atMark)
      }
    }
    end()
  }

  private mutating func take(_ line: SourceLine, key: String) {
    guard Self.isLanguage(key) || key == "section" else {
      let known = ["section", "sv", "en"]
      report(.unknownKey(key, nearest: nearestName(to: key, in: known), known: known), line.atMark)
      return
    }
    if let first = draft!.fields[key] {
      report(.repeatedKey(key, first: first.position.line), line.atMark)
    } else {
      draft!.fields[key] = line
    }
  }

  private mutating func end() {
    guard let (name, fields) = draft else { return }
    draft = nil
    if !name.text.isPartID { report(.malformedPartID(name.text), name) }
    let forms = fields.filter { Self.isLanguage($0.key) }
    if forms.isEmpty { report(.emptyFact(name.text), name) }
    named.append(
      NamedFact(
        name: name.text, section: fields["section"]?.text, forms: forms.mapValues(\.text),
        position: name.position))
  }

  private static func isLanguage(_ key: String) -> Bool {
    (2...3).contains(key.count) && key.allSatisfy { ("a"..."z").contains($0) }
  }

  private mutating func report(_ cause: KnowledgeCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
