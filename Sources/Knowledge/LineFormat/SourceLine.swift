/// What the first column of a line says the line is.
package enum Mark: Equatable, Sendable {
  /// `# …`: for the reader only.
  case comment
  /// `key: value`; the key is lower-case ASCII letters, digits and hyphens.
  case key(String)
  /// `== …`: begins a block.
  case block
  /// `-- …`: begins a part of a block.
  case part
  /// `> …`: what a person may say.
  case question
  /// `< …`: what the assistant answers; may be bare, for an empty line.
  case answer
  /// `" …`: a line of an exact quotation.
  case quotation
  /// `~ …`: what the answer must state.
  case fact
  /// `! …`: what the answer must not state.
  case forbidden
  /// `@ …`: a topic id.
  case topic
  /// `^ …`: what the answer's first sentences must contain.
  case opening
  /// A line of nothing but spaces.
  case blank

  /// The mark as it is written; a key without its name is `key:`.
  package var symbol: String {
    switch self {
    case .comment: "#"
    case .key: "key:"
    case .block: "=="
    case .part: "--"
    case .question: ">"
    case .answer: "<"
    case .quotation: "\""
    case .fact: "~"
    case .forbidden: "!"
    case .topic: "@"
    case .opening: "^"
    case .blank: ""
    }
  }

  /// The marks that are written as their ``symbol``.
  static let written: [Mark] = [
    .comment, .block, .part, .question, .answer, .quotation, .fact, .forbidden, .topic, .opening,
  ]

  /// Whether the mark is one sign twice.
  var isDouble: Bool {
    switch self {
    case .block, .part: true
    default: false
    }
  }
}

/// A line of a file in the project's line format.
package struct SourceLine: Equatable, Sendable {
  package let mark: Mark
  /// What stands after the mark and its space, without trailing spaces; empty for a bare mark.
  package let text: String
  /// Where ``text`` begins.
  package let position: Position
  /// The line as it stands in the file where it is not written in the usual way.
  private let unusual: String?

  package init(mark: Mark, text: String, position: Position, raw: String) {
    self.mark = mark
    self.text = text
    self.position = position
    unusual = raw == mark.usualLine(text) ? nil : raw
  }

  /// A line with one space after its mark and none at its end: nearly every line is, and its text
  /// need not be kept twice.
  init(usual mark: Mark, text: String, position: Position) {
    self.mark = mark
    self.text = text
    self.position = position
    unusual = nil
  }

  /// The line as it stands in the file, without its line end.
  package var raw: String { unusual ?? mark.usualLine(text) }
}

extension Mark {
  fileprivate func usualLine(_ text: String) -> String {
    let symbol = if case .key(let name) = self { name + ":" } else { symbol }
    return symbol.isEmpty || text.isEmpty ? symbol + text : symbol + " " + text
  }
}
