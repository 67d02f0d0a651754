/// Reads a file of wordings: how people ask for a topic in one language, and, below `--` and its id,
/// for a part of it.
///
/// The file's name says whose they are: `law/sex-purchase.sv.questions`; where a topic has many, they may
/// be in several files, `dialogue/unknown.weather.sv.questions`. A wording that begins with `…` leans on
/// what was said before.
struct QuestionsReader {
  struct Part {
    let id: SourceLine
    var examples: [Example] = []
  }

  /// Nil where the file's name names no language.
  let language: LanguageCode?
  let topic: TopicID
  private(set) var problems: [Problem] = []
  private(set) var examples: [Example] = []
  private(set) var parts: [Part] = []

  init(path stem: String, lines: [SourceLine]) {
    let folder = stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex
    let pieces = stem[folder...].split(separator: ".")
    topic = String(stem[..<folder]) + (pieces.first.map(String.init) ?? "")
    let code = pieces.count > 1 ? String(pieces[pieces.count - 1]) : ""
    language =
      (2...3).contains(code.count) && code.allSatisfy { ("a"..."z").contains($0) } ? code : nil
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .part: parts.append(Part(id: line))
      case .question:
        let example = Self.example(line)
        if parts.isEmpty {
          examples.append(example)
        } else {
          parts[parts.count - 1].examples.append(example)
        }
      default:
        problems.append(.misplacedMark(line))
      }
    }
  }

  private static func example(_ line: SourceLine) -> Example {
    guard line.text.hasPrefix("…") || line.text.hasPrefix("...") else {
      return Example(text: line.text, position: line.position)
    }
    let text = line.text.drop { $0 == "…" || $0 == "." || $0 == " " }
    return Example(text: String(text), position: line.position, leans: true)
  }
}
