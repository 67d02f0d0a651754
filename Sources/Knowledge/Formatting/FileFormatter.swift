/// Puts a file of the line format into its usual shape: one space after a mark, no spaces at line
/// ends, single blank lines, keys and languages in their order. Nothing else changes.
package struct FileFormatter {
  /// The order of a topic's keys; others keep their places after these.
  private static let keyOrder = [
    "kind", "role", "section", "as-of", "review-by", "statute", "related", "covers",
  ]
  /// Swedish first, as the source is; other languages after, by their codes.
  private static let firstLanguages = ["sv", "en"]

  /// The formatted text; nil where the file has lines that no formatter should touch.
  package static func format(bytes: [UInt8], kind: FileKind?) -> String? {
    let scanner = LineScanner(bytes: bytes, file: "")
    guard scanner.problems.isEmpty else { return nil }
    let lines = scanner.lines.map { (mark: $0.mark, text: written($0)) }
    guard kind == .topic else { return join(lines) }
    var header: [Line] = []
    var blocks: [[Line]] = []
    var pending: [Line] = []
    for line in lines {
      switch line.mark {
      case .block:
        // Comments right above a block belong to it.
        blocks.append(pending + [line])
        pending = []
      case .comment:
        pending.append(line)
      default:
        if blocks.isEmpty {
          header += pending + [line]
        } else {
          blocks[blocks.count - 1] += pending + [line]
        }
        pending = []
      }
    }
    if blocks.isEmpty { header += pending } else { blocks[blocks.count - 1] += pending }
    let ordered = blocks.enumerated().sorted {
      (rank(of: $0.element), $0.offset) < (rank(of: $1.element), $1.offset)
    }
    let spaced = ordered.flatMap { [(mark: Mark.blank, text: "")] + $0.element }
    return join(sortedKeys(header) + spaced)
  }

  private typealias Line = (mark: Mark, text: String)

  private static func written(_ line: SourceLine) -> String {
    if line.mark == .blank { return "" }
    let symbol: String
    if case .key(let name) = line.mark { symbol = name + ":" } else { symbol = line.mark.symbol }
    return line.text.isEmpty ? symbol : symbol + " " + line.text
  }

  /// The keys before the first part in their order, each with the comments above it.
  private static func sortedKeys(_ header: [Line]) -> [Line] {
    let end = header.firstIndex { $0.mark == .part } ?? header.count
    var keyed: [(name: String, lines: [Line])] = []
    var others: [Line] = []
    var comments: [Line] = []
    for line in header[..<end] {
      switch line.mark {
      case .comment: comments.append(line)
      case .key(let name):
        keyed.append((name, comments + [line]))
        comments = []
      default:
        others += comments + [line]
        comments = []
      }
    }
    others += comments
    // A comment at the top of the file speaks of the file and stays there.
    var top: [Line] = []
    if let first = keyed.first, first.lines.count > 1 {
      top = Array(first.lines.dropLast())
      keyed[0].lines = [first.lines[first.lines.count - 1]]
    }
    let ordered = keyed.enumerated().sorted {
      (order(of: $0.element.name), $0.offset) < (order(of: $1.element.name), $1.offset)
    }
    return top + ordered.flatMap(\.element.lines) + others + header[end...]
  }

  private static func order(of key: String) -> Int {
    keyOrder.firstIndex(of: key) ?? keyOrder.count
  }

  private static func rank(of block: [Line]) -> String {
    let code = block.first { $0.mark == .block }.map { String($0.text.dropFirst(3)) } ?? ""
    return firstLanguages.firstIndex(of: code).map { "\($0)" } ?? "~" + code
  }

  /// The lines without doubled, leading and trailing blank ones.
  private static func join(_ lines: [Line]) -> String {
    var written: [String] = []
    for line in lines {
      if line.text.isEmpty, written.last?.isEmpty ?? true { continue }
      written.append(line.text)
    }
    while written.last == "" { written.removeLast() }
    return written.isEmpty ? "" : written.joined(separator: "\n") + "\n"
  }
}
