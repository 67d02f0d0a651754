/// Puts a file of the line format into its usual shape: one space after a mark, no spaces at line
/// ends, single blank lines, keys and languages in their order. Nothing else changes: line ends, a
/// byte order mark, comments and all other lines stay as they are.
package struct FileFormatter {
  /// The formatted bytes; nil where the file has lines that no formatter should touch.
  package static func format(bytes: [UInt8], kind: FileKind?) -> [UInt8]? {
    let scanner = LineScanner(bytes: bytes, file: "")
    guard scanner.problems.isEmpty else { return nil }
    let lines = scanner.lines.map { FormattedLine($0, kind) }
    let ordered: [FormattedLine] =
      switch kind {
      case .topic: TopicOrder(lines).lines
      case .facts: PartOrder(lines, keys: FileSection.factKeys).lines
      case .questions: PartOrder(lines, keys: []).lines
      case .frames: BlockOrder(lines).lines
      default: lines
      }
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

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The lines without doubled, leading and trailing blank ones.
  private static func join(_ lines: [FormattedLine], lineEnd: String) -> String {
    var written: [String] = []
    for line in lines {
      if line.text.isEmpty, written.last?.isEmpty ?? true { continue }
      written.append(line.text)
    }
    while written.last == "" { written.removeLast() }
    return written.map { $0 + lineEnd }.joined()
  }
}

/// A line as it is to be written.
struct FormattedLine {
  let mark: Mark
  let text: String

  static let blank = FormattedLine(mark: .blank, text: "")

  private init(mark: Mark, text: String) {
    self.mark = mark
    self.text = text
  }

  init(_ line: SourceLine, _ kind: FileKind?) {
    mark = line.mark
    guard line.mark != .blank else {
      text = ""
      return
    }
    let symbol: String
    if case .key(let name) = line.mark { symbol = name + ":" } else { symbol = line.mark.symbol }
    let value = kind == .questions ? Self.withUsualEllipsis(line.text) : line.text
    text = value.isEmpty ? symbol : symbol + " " + value
  }

  /// What leans on something said before begins with `…` and a space.
  private static func withUsualEllipsis(_ text: String) -> String {
    guard text.hasPrefix("…") || text.hasPrefix("...") else { return text }
    let rest = text.drop { $0 == "…" || $0 == "." || $0 == " " }
    return rest.isEmpty ? text : "… " + rest
  }
}
