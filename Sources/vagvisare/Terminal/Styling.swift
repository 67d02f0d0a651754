import Conversation

/// Sets the lines of an answer apart on a terminal, with sober colours, and not at all elsewhere.
struct Styling {
  let isColored: Bool

  init(environment: Environment) {
    isColored = environment.wantsColor
  }

  func render(_ lines: [ReplyLine]) -> [String] {
    lines.map { render($0.text, $0.style) }
  }

  func render(_ text: String, _ style: ReplyLine.Style) -> String {
    guard isColored, !text.isEmpty else { return text }
    let code =
      switch style {
      case .text: ""
      case .person: "1"
      case .contact: "36"
      case .choice: "33"
      case .quotation: "3"
      case .note, .source: "2"
      }
    return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
