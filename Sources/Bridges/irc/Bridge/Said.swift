/// What somebody has said, freed of what IRC lays around it.
package struct Said: Equatable {
  package var text: String
  /// `/me`: what the nick before it does.
  package let isAction: Bool

  /// Nil where it is nothing to answer: another request between programs (CTCP), or no words.
  package init?(_ raw: String) {
    var text = raw
    let action = "\u{1}ACTION "
    isAction = text.hasPrefix(action)
    if isAction {
      text = String(text.dropFirst(action.count).prefix { $0 != "\u{1}" })
    } else if text.hasPrefix("\u{1}") {
      return nil
    }
    self.text = Self.withoutFormatting(text)
    if !hasWords { return nil }
  }

  package var hasWords: Bool { text.contains { !$0.isWhitespace } }

  /// Takes away a nick that what is said begins with; whether there was one.
  package mutating func dropAddress(_ nick: String, _ mapping: CaseMapping) -> Bool {
    let start = text.prefix(nick.count)
    guard mapping.fold(String(start)) == mapping.fold(nick),
      let mark = text.dropFirst(nick.count).first, mark == ":" || mark == ","
    else { return false }
    text = String(text.dropFirst(nick.count + 1))
    return true
  }

  /// Whether the rest of an answer is asked for.
  package var asksForMore: Bool {
    let word = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return word == "mer" || word == "more"
  }

  /// Without bold, colours and the like; other controls become spaces.
  private static func withoutFormatting(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x02, 0x0F, 0x11, 0x16, 0x1D, 0x1E, 0x1F: continue
      case 0x03:
        dropDigits(2, from: &rest)
        if rest.first == ",", rest.dropFirst().first.map(isDigit) == true {
          rest.removeFirst()
          dropDigits(2, from: &rest)
        }
      case 0x04: dropHexadecimal(from: &rest)
      case ..<0x20, 0x7F: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func dropDigits(_ most: Int, from rest: inout Substring.UnicodeScalarView) {
    for _ in 0..<most where rest.first.map(isDigit) == true { rest.removeFirst() }
  }

  private static func dropHexadecimal(from rest: inout Substring.UnicodeScalarView) {
    let digits = rest.prefix(6)
    if digits.count == 6, digits.allSatisfy(\.properties.isASCIIHexDigit) { rest.removeFirst(6) }
  }
}
