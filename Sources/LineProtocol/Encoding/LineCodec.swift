import Knowledge

/// The plain-text encoding: `[id] [name=value …] verb [text]` in, tagged lines out.
package struct LineCodec: Sendable {
  private static let longestID = 9

  package init() {}

  /// Reads what the splitter brought; nil where it is nothing to be answered.
  package func request(
    from frame: LineSplitter.Frame, languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request? {
    switch frame {
    case .tooLong(let beginning):
      if Self.isComment(beginning) { return nil }
      throw RefusedRequest(id: Self.id(of: beginning), error: .lineTooLong)
    case .incomplete(let bytes):
      if Self.isComment(bytes) { return nil }
      throw RefusedRequest(id: Self.id(of: bytes), error: .incompleteLine)
    case .line(let bytes):
      if bytes.isEmpty || Self.isComment(bytes) { return nil }
      if bytes.contains(0) { throw RefusedRequest(id: Self.id(of: bytes), error: .badNUL) }
      guard let line = String(validating: bytes, as: UTF8.self) else {
        throw RefusedRequest(id: Self.id(of: bytes), error: .badUTF8)
      }
      return try request(from: line, languages)
    }
  }

  private func request(
    from line: String, _ languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request {
    var rest = line[...]
    var id = RequestID.none
    let digits = rest.utf8.prefix { (0x30...0x39).contains($0) }.count
    if digits > 0 {
      let end = rest.utf8.index(rest.startIndex, offsetBy: digits)
      guard digits <= Self.longestID else {
        throw RefusedRequest(id: .none, error: .unknownCommand)
      }
      guard end < rest.endIndex, rest[end] == " " else {
        throw RefusedRequest(
          id: end == rest.endIndex ? .number(String(rest)) : .none, error: .unknownCommand)
      }
      id = .number(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    var parameters = ParameterReader(languages: languages)
    while true {
      let end = rest.unicodeScalars.firstIndex(of: " ")
      let word = end.map { rest[..<$0] } ?? rest
      let after = end.map { rest[rest.unicodeScalars.index(after: $0)...] } ?? ""
      let name = word.prefix { ("a"..."z").contains($0) }
      if !name.isEmpty, word.dropFirst(name.count).first == "=" {
        parameters.take(name, word.dropFirst(name.count + 1))
        rest = after
        continue
      }
      guard let verb = Verb(rawValue: String(word)) else {
        throw RefusedRequest(id: id, error: .unknownCommand)
      }
      return try parameters.request(id: id, verb: verb, text: String(after))
    }
  }

  private static func isComment(_ bytes: [UInt8]) -> Bool { bytes.first == UInt8(ascii: "#") }

  /// The id at the beginning of bytes that may be no text.
  private static func id(of bytes: [UInt8]) -> RequestID {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...longestID).contains(digits.count),
      digits.count == bytes.count || bytes[digits.count] == UInt8(ascii: " ")
    else { return .none }
    return .number(String(decoding: digits, as: UTF8.self))
  }
}
