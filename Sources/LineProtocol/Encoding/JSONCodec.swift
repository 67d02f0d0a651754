import Knowledge

/// The JSON Lines encoding: an object a line, in and out; the same verbs, codes and limits.
package struct JSONCodec: Sendable {
  private static let longestNumber = 9
  private static let longestString = 128

  package init() {}

  /// Reads what the splitter brought; nil where it is nothing to be answered.
  package func request(
    from frame: LineSplitter.Frame, languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request? {
    switch frame {
    case .tooLong: throw RefusedRequest(id: .none, error: .lineTooLong)
    case .incomplete(let bytes):
      throw RefusedRequest(id: Self.id(of: bytes), error: .incompleteLine)
    case .line(let bytes):
      if bytes.isEmpty { return nil }
      if bytes.contains(0) { throw RefusedRequest(id: .none, error: .badNUL) }
      guard bytes.isUTF8 else { throw RefusedRequest(id: .none, error: .badUTF8) }
      var reader = JSONObjectReader(bytes)
      guard let members = try? reader.members() else {
        throw RefusedRequest(id: .none, error: .badJSON)
      }
      if reader.hasNUL { throw RefusedRequest(id: Self.id(of: members), error: .badNUL) }
      return try request(from: members, languages)
    }
  }

  private func request(
    from members: [(name: String, value: JSONValue)], _ languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request {
    let id = Self.id(of: members)
    var parameters = ParameterReader(languages: languages)
    var (verb, text): (JSONValue?, JSONValue?)
    for (name, value) in members {
      switch (name, value) {
      case ("verb", _):
        if verb != nil { parameters.takeFault() }
        verb = value
      case ("text", _):
        if text != nil { parameters.takeFault() }
        text = value
      case ("conv", .string(let value)), ("ctx", .string(let value)), ("lang", .string(let value)),
        ("width", .integer(let value)):
        parameters.take(name, value)
      case ("conv", _), ("ctx", _), ("lang", _), ("width", _): parameters.takeFault()
      default: break
      }
    }
    if members.count(where: { $0.name == "id" }) > 1 { parameters.takeFault() }
    switch verb {
    case .string(let name):
      guard let verb = Verb(rawValue: name) else { break }
      if case .string(let text) = text {
        return try parameters.request(id: id, verb: verb, text: text)
      }
      if text != nil { parameters.takeFault() }
      return try parameters.request(id: id, verb: verb, text: "")
    case nil: break
    default: throw RefusedRequest(id: id, error: .badParameter)
    }
    throw RefusedRequest(id: id, error: .unknownCommand)
  }

  /// The id of an object; none where it has two.
  private static func id(of members: [(name: String, value: JSONValue)]) -> RequestID {
    let values = members.filter { $0.name == "id" }.map(\.value)
    guard values.count == 1 else { return .none }
    switch values[0] {
    case .integer(let number) where number.utf8.count { $0 != UInt8(ascii: "-") } <= longestNumber:
      return .number(number)
    case .string(let text) where text.utf8.count <= longestString: return .string(text)
    default: return .none
    }
  }

  /// The id of what may be an object whose line end has not come.
  private static func id(of bytes: [UInt8]) -> RequestID {
    guard !bytes.contains(0), bytes.isUTF8 else { return .none }
    var reader = JSONObjectReader(bytes)
    return (try? reader.members()).map(id(of:)) ?? .none
  }
}
