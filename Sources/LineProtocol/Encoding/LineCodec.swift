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
      guard bytes.isUTF8 else {
        throw RefusedRequest(id: Self.id(of: bytes), error: .badUTF8)
      }
      return try request(from: bytes, languages)
    }
  }

  /// Reads a line of good UTF-8. On bytes and not on characters, since a mark that follows a space
  /// or an equals sign would be one character with it.
  private func request(
    from line: [UInt8], _ languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request {
    let id = Self.id(of: line)
    var rest = line[...]
    if case .number(let digits) = id { rest = rest.dropFirst(digits.utf8.count + 1) }
    var parameters = ParameterReader(languages: languages)
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: " "))
      let word = rest[..<(end ?? rest.endIndex)]
      let after = end.map { rest[($0 + 1)...] } ?? []
      if let (name, value) = Self.parameter(word) {
        parameters.take(name, value)
        rest = after
        continue
      }
      guard let verb = Verb(rawValue: String(decoding: word, as: UTF8.self)) else {
        throw RefusedRequest(id: id, error: .unknownCommand)
      }
      return try parameters.request(
        id: id, verb: verb, text: verb == .ask ? String(decoding: after, as: UTF8.self) : "")
    }
  }

  /// The name and the value of `name=value`; nil for any other word.
  private static func parameter(_ word: ArraySlice<UInt8>) -> (String, String)? {
    let name = word.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard !name.isEmpty, word.dropFirst(name.count).first == UInt8(ascii: "=") else { return nil }
    let value = String(decoding: word.dropFirst(name.count + 1), as: UTF8.self)
    guard !value.unicodeScalars.contains(where: \.isControl) else { return nil }
    return (String(decoding: name, as: UTF8.self), value)
  }

  private static func isComment(_ bytes: [UInt8]) -> Bool { bytes.first == UInt8(ascii: "#") }

  /// The id at the beginning of bytes that may be no text: digits before a space or the end.
  private static func id(of bytes: [UInt8]) -> RequestID {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...longestID).contains(digits.count),
      digits.count == bytes.count || bytes[digits.count] == UInt8(ascii: " ")
    else { return .none }
    return .number(String(decoding: digits, as: UTF8.self))
  }
}

extension [UInt8] {
  /// Whether the bytes are valid UTF-8; most lines are plain ASCII, which a look tells.
  var isUTF8: Bool {
    allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
  }
}
