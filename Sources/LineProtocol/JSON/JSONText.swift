import Knowledge

/// Writes JSON, on one line and without any control character.
enum JSONText {
  /// The members in their order; those without a value are left out.
  static func object(_ members: [(name: StaticString, value: String?)]) -> String {
    var text = "{"
    for case (let name, let value?) in members {
      if text.utf8.count > 1 { text += "," }
      text += "\"\(name)\":\(value)"
    }
    return text + "}"
  }

  static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }

  static func string(_ text: String) -> String {
    let isPlain =
      !text.mayHoldControl
      && !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if isPlain { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case _ where scalar.isControl:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
