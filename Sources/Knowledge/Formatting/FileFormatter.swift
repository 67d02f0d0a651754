/// Puts a file of the line format into its usual shape: one space after a mark, no spaces at line
/// ends, single blank lines, keys and languages in their order. Nothing else changes: line ends, a
/// byte order mark, comments and all other lines stay as they are.
package struct FileFormatter {
  /// The order of the keys of a topic, of its blocks and of their parts; others keep their places
  /// after these.
  private static let keyOrder = [
    "kind", "role", "section", "as-of", "review-by", "statute", "related", "covers",
    "title", "revised", "translated",
    "telephone", "mail", "handles", "see",
  ]
  /// Swedish first, as the source is; other languages after, by their codes.
  private static let firstLanguages = ["sv", "en"]

  /// The formatted bytes; nil where the file has lines that no formatter should touch.
  package static func format(bytes: [UInt8], kind: FileKind?) -> [UInt8]? {
    let scanner = LineScanner(bytes: bytes, file: "")
    guard scanner.problems.isEmpty else { return nil }
    let lines = scanner.lines.map { (mark: $0.mark, text: written($0)) }
    let ordered = kind == .topic ? orderedSections(of: lines) : lines
    let mark: [UInt8] = bytes.starts(with: byteOrderMark) ? byteOrderMark : []
    let end = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    return mark + join(ordered, lineEnd: end ? "\r\n" : "\n").utf8
  }

  /// The first line, counted from 1, that formatting changes; nil where it changes none. That the last
  /// line has no end is no change.
  package static func firstChange(from old: [UInt8], to new: [UInt8]) -> Int? {
    if old == new { return nil }
    if old.last != 0x0A, new == old + [0x0A] || new == old + [0x0D, 0x0A] { return nil }
    let equal = zip(old, new).prefix { $0 == $1 }
    return equal.count { $0.0 == 0x0A } + 1
  }

  private typealias Line = (mark: Mark, text: String)

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func written(_ line: SourceLine) -> String {
    if line.mark == .blank { return "" }
    let symbol: String
    if case .key(let name) = line.mark { symbol = name + ":" } else { symbol = line.mark.symbol }
    return line.text.isEmpty ? symbol : symbol + " " + line.text
  }

  // MARK: Order

  /// The header, then the blocks by their languages; each with its keys first and in order.
  private static func orderedSections(of lines: [Line]) -> [Line] {
    // The first section is the header.
    var sections: [[Line]] = [[]]
    for line in lines {
      // Comments right above a block belong to it.
      if line.mark == .block {
        sections.append(takeTrailingComments(&sections[sections.count - 1]))
      }
      sections[sections.count - 1].append(line)
    }
    let ordered = sections.dropFirst().enumerated().sorted {
      (rank(of: $0.element), $0.offset) < (rank(of: $1.element), $1.offset)
    }
    return sortedParts(sections[0], isTop: true)
      + ordered.flatMap { [(mark: Mark.blank, text: "")] + sortedParts($0.element, isTop: false) }
  }

  private static func takeTrailingComments(_ lines: inout [Line]) -> [Line] {
    let count = lines.reversed().prefix { $0.mark == .comment }.count
    defer { lines.removeLast(count) }
    return Array(lines.suffix(count))
  }

  private static func rank(of block: [Line]) -> String {
    let code = block.first { $0.mark == .block }.map { String($0.text.dropFirst(3)) } ?? ""
    return firstLanguages.firstIndex(of: code).map { "\($0)" } ?? "~" + code
  }

  /// The lines with the keys of each part in order.
  private static func sortedParts(_ lines: [Line], isTop: Bool) -> [Line] {
    var parts: [[Line]] = [[]]
    for line in lines {
      if line.mark == .part { parts.append(takeTrailingComments(&parts[parts.count - 1])) }
      parts[parts.count - 1].append(line)
    }
    return parts.enumerated().flatMap { sortedKeys($1, isTop: isTop && $0 == 0) }
  }

  /// The heading, the keys in their order, each with the comments right above it, then the rest as
  /// it stands. Below the header only keys that stand together are ordered: `see:` of a part stands
  /// where its answer would.
  private static func sortedKeys(_ lines: [Line], isTop: Bool) -> [Line] {
    let headingEnd = lines.firstIndex { $0.mark == .block || $0.mark == .part }.map { $0 + 1 } ?? 0
    let section = lines[headingEnd...]
    let end = isTop ? section.endIndex : section.firstIndex { !isKeyOrComment($0) }
    var top = Array(lines[..<headingEnd])
    var keyed: [(name: String, lines: [Line])] = []
    var rest: [Line] = []
    var comments: [Line] = []
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
    if isTop, rest.first?.mark != .comment, let first = keyed.first {
      top += first.lines.dropLast()
      keyed[0].lines = first.lines.suffix(1)
    }
    let ordered = keyed.enumerated().sorted {
      (order(of: $0.element.name), $0.offset) < (order(of: $1.element.name), $1.offset)
    }
    return top + ordered.flatMap(\.element.lines) + rest
  }

  private static func isKeyOrComment(_ line: Line) -> Bool {
    if case .key = line.mark { return true }
    return line.mark == .comment
  }

  private static func order(of key: String) -> Int {
    keyOrder.firstIndex(of: key) ?? keyOrder.count
  }

  // MARK: Lines

  /// The lines without doubled, leading and trailing blank ones.
  private static func join(_ lines: [Line], lineEnd: String) -> String {
    var written: [String] = []
    for line in lines {
      if line.text.isEmpty, written.last?.isEmpty ?? true { continue }
      written.append(line.text)
    }
    while written.last == "" { written.removeLast() }
    return written.map { $0 + lineEnd }.joined()
  }
}
