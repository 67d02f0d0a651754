/// Lines that stay together: a heading, `==` or `--`, with the comments right above it, and what
/// follows up to the next one. The first of a file has no heading.
struct FileSection {
  private(set) var lines: [FormattedLine]

  /// The order of the keys of a topic, of its blocks and of their parts; others keep their places
  /// after these.
  static let topicKeys = [
    "kind", "role", "section", "as-of", "review-by", "statute", "related", "covers",
    "title", "names", "revised", "translated",
    "telephone", "mail", "handles", "see",
  ]
  static let factKeys = ["section", "sv", "en"]

  /// Swedish first, as the source is; other languages after, by their codes.
  private static let firstLanguages = ["sv", "en"]

  /// Cuts lines before each line that begins a section.
  static func cut(_ lines: [FormattedLine], at begins: (Mark) -> Bool) -> [FileSection] {
    var sections = [FileSection(lines: [])]
    for line in lines {
      if begins(line.mark) {
        sections.append(FileSection(lines: sections[sections.count - 1].takeTrailingComments()))
      }
      sections[sections.count - 1].lines.append(line)
    }
    return sections
  }

  private mutating func takeTrailingComments() -> [FormattedLine] {
    let count = lines.reversed().prefix { $0.mark == .comment }.count
    defer { lines.removeLast(count) }
    return Array(lines.suffix(count))
  }

  var heading: FormattedLine? { lines.first { $0.mark == .block || $0.mark == .part } }

  /// Where a block stands among those of other languages.
  var rank: String {
    let code = heading.map { String($0.text.dropFirst(3)) } ?? ""
    return Self.firstLanguages.firstIndex(of: code).map { "\($0)" } ?? "~" + code
  }

  /// Whether the section is one of somebody who can be reached.
  var isPerson: Bool {
    lines.contains {
      if case .key(let name) = $0.mark { TopicReader.personKeys.contains(name) } else { false }
    }
  }

  /// Whether nothing but keys stands below the heading.
  var hasKeysOnly: Bool {
    lines.allSatisfy { $0.isKeyOrComment || $0.mark == .blank || $0.mark == .part }
  }

  /// Without blank lines at its ends.
  var trimmed: FileSection {
    let isBlank: (FormattedLine) -> Bool = { $0.mark == .blank }
    let start = lines.drop(while: isBlank)
    return FileSection(lines: Array(start.reversed().drop(while: isBlank).reversed()))
  }

  /// The heading, the keys in their order, each with the comments right above it, then the rest as
  /// it stands. Below the header only keys that stand together are ordered: `see:` of a part may
  /// stand where its answer would.
  func sorted(by keys: [String], isHeader: Bool = false) -> [FormattedLine] {
    let headingEnd = lines.firstIndex { $0.mark == .block || $0.mark == .part }.map { $0 + 1 } ?? 0
    let section = lines[headingEnd...]
    let end = isHeader ? nil : section.firstIndex { !$0.isKeyOrComment }
    var top = Array(lines[..<headingEnd])
    var keyed: [(name: String, lines: [FormattedLine])] = []
    var rest: [FormattedLine] = []
    var comments: [FormattedLine] = []
    for line in section[..<(end ?? section.endIndex)] {
      switch line.mark {
      case .comment: comments.append(line)
      case .key(let name):
        keyed.append((name, comments + [line]))
        comments = []
      default:
        rest += comments + [line]
        comments = []
      }
    }
    rest += comments + section[(end ?? section.endIndex)...]
    // A comment at the top of the file speaks of the file and stays there.
    if isHeader, rest.first?.mark != .comment, let first = keyed.first {
      top += first.lines.dropLast()
      keyed[0].lines = first.lines.suffix(1)
    }
    let order: (String) -> Int = { keys.firstIndex(of: $0) ?? keys.count }
    let ordered = keyed.enumerated().sorted {
      (order($0.element.name), $0.offset) < (order($1.element.name), $1.offset)
    }
    return top + ordered.flatMap(\.element.lines) + rest
  }
}

extension [FileSection] {
  /// Blocks in the order of their languages.
  var byLanguage: [FileSection] {
    enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }
}

extension FormattedLine {
  fileprivate var isKeyOrComment: Bool {
    if case .key = mark { return true }
    return mark == .comment
  }
}
