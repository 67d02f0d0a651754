import Conversation

/// Lays lines out for a window: wrapped at spaces, indented, set apart by sober colours.
package struct ScreenLayout: Sendable {
  /// The window's columns; nil where there is no window: nothing is wrapped or indented then.
  package let width: Int?
  package let isColored: Bool

  package init(width: Int?, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  /// The lines to be written, without their ends.
  package func render(_ lines: [ReplyLine]) -> [String] {
    lines.flatMap { line in
      (width.map { wrap(line, $0) } ?? [line.text]).map { paint($0, line.style) }
    }
  }

  private func wrap(_ line: ReplyLine, _ width: Int) -> [String] {
    let breaker = LineBreaker(width: width)
    let text = String(repeating: " ", count: line.indent) + line.text
    guard let gap = text.dropFirst(line.indent).firstRange(of: "  ") else {
      return breaker.wrap(text, hanging: line.hangingIndent)
    }
    // A line of two columns; in a narrow window the second goes below the first.
    let second = text[gap.upperBound...].drop { $0 == " " }
    let column = text.distance(from: text.startIndex, to: second.startIndex)
    if text.columns <= width || column <= width / 3 { return breaker.wrap(text, hanging: column) }
    return [String(text[..<gap.lowerBound])] + breaker.wrap("  " + second, hanging: 2)
  }

  /// Colours: bold for what one looks for, cyan for what one dials or clicks, dim for the rest.
  private func paint(_ text: String, _ style: ReplyLine.Style) -> String {
    guard isColored, !text.isEmpty else { return text }
    let code =
      switch style {
      case .heading, .person: "1"
      case .note, .source: "2"
      case .text, .quotation, .contact, .choice: ""
      }
    var painted = ""
    var index = text.startIndex
    for span in TextSpans.find(in: text) {
      painted += colored(text[index..<span.lowerBound], code) + colored(text[span], "36")
      index = span.upperBound
    }
    return painted + colored(text[index...], code)
  }

  private func colored(_ text: Substring, _ code: String) -> String {
    code.isEmpty || text.isEmpty ? String(text) : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension ReplyLine {
  /// How far a line stands in.
  fileprivate var indent: Int {
    switch style {
    case .quotation, .contact: 2
    default: 0
    }
  }

  /// How far a line stands in where it goes on: below its own text, not its dash, number or name.
  fileprivate var hangingIndent: Int {
    switch style {
    case .quotation: 2
    case .contact: 4
    case .choice: 3
    default: text.hasPrefix("– ") ? 2 : 0
    }
  }
}
