/// A line from an IRC server (RFC 1459, RFC 2812).
package struct Message: Equatable {
  /// Who it is from: `nick!user@host`, or a server.
  package let source: String
  /// In capitals, or three digits.
  package let command: String
  package let parameters: [String]
  /// Whether the bytes were good UTF-8; what was none reads as U+FFFD.
  package let isUTF8: Bool

  /// Nil where the line holds no command.
  package init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    isUTF8 = text.utf8.elementsEqual(bytes)
    var rest = Substring(text)
    // Tags that nobody asked for.
    if rest.hasPrefix("@") { _ = Self.word(from: &rest) }
    source = rest.hasPrefix(":") ? String(Self.word(from: &rest).dropFirst()) : ""
    command = Self.word(from: &rest).uppercased()
    var words: [String] = []
    while !rest.isEmpty {
      if rest.hasPrefix(":") {
        words.append(String(rest.dropFirst()))
        break
      }
      words.append(String(Self.word(from: &rest)))
    }
    parameters = words
    if command.isEmpty { return nil }
  }

  private static func word(from rest: inout Substring) -> Substring {
    let scalars = rest.unicodeScalars
    let end = scalars.firstIndex(of: " ") ?? scalars.endIndex
    let word = rest[..<end]
    rest = Substring(scalars[end...].drop { $0 == " " })
    return word
  }

  package var nick: String { String(source.prefix { $0 != "!" && $0 != "@" }) }

  /// A parameter by its place; empty where there is none.
  package subscript(place: Int) -> String {
    place < parameters.count ? parameters[place] : ""
  }
}

/// How a server compares names: `Anna[1]` and `anna{1}` may be the same.
package enum CaseMapping: Equatable {
  case ascii, rfc1459, strictRFC1459

  /// As a server names it; what is not known is compared as most do.
  package init(name: String) {
    switch name {
    case "ascii": self = .ascii
    case "strict-rfc1459": self = .strictRFC1459
    default: self = .rfc1459
    }
  }

  package func fold(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          switch ($0, self) {
          case ("A"..."Z", _): Unicode.Scalar($0.value + 32) ?? $0
          case ("[", .rfc1459), ("[", .strictRFC1459): "{"
          case ("]", .rfc1459), ("]", .strictRFC1459): "}"
          case ("\\", .rfc1459), ("\\", .strictRFC1459): "|"
          case ("~", .rfc1459): "^"
          default: $0
          }
        }))
  }
}
