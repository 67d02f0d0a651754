/// Reads a file of the assistant's own phrases: a block for each language, `name: text` in it.
struct PhrasesReader {
  private(set) var problems: [Problem] = []
  /// Every phrase with its language, in the order of the file.
  private(set) var named: [(language: LanguageCode, name: SourceLine)] = []
  private(set) var texts: [LanguageCode: [String: String]] = [:]

  init(lines: [SourceLine]) {
    var language: LanguageCode?
    var seen: [String: Int] = [:]
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .block:
        language = line.text
        seen = [:]
      case .key(let key):
        guard let language else {
          problems.append(Problem(.error, KnowledgeCause.misplacedMark("key:"), at: line.atMark))
          continue
        }
        if let first = seen[key] {
          problems.append(
            Problem(.error, KnowledgeCause.repeatedKey(key, first: first), at: line.atMark))
        }
        if line.text.filter({ $0 == "{" }).count != line.text.filter({ $0 == "}" }).count {
          problems.append(Problem(.error, KnowledgeCause.unpairedBrace(line.text), at: line))
        }
        seen[key] = line.position.line
        named.append((language, line))
        texts[language, default: [:]][key] = line.text
      default:
        problems.append(.misplacedMark(line))
      }
    }
  }
}
