import FoundationEssentials
import Knowledge

/// The JSON Lines encoding: an object a line, in and out; the same verbs, codes and limits.
package struct JSONCodec: Sendable {
  private static let longestNumber = 999_999_999
  private static let longestString = 128

  package init() {}

  /// Reads what the splitter brought; nil where it is nothing to be answered.
  package func request(
    from frame: LineSplitter.Frame, languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request? {
    switch frame {
    case .tooLong: throw RefusedRequest(id: .none, error: .lineTooLong)
    case .incomplete: throw RefusedRequest(id: .none, error: .incompleteLine)
    case .line(let bytes):
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { return nil }
      if bytes.contains(0) { throw RefusedRequest(id: .none, error: .badNUL) }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw RefusedRequest(id: .none, error: .badUTF8)
      }
      guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
      else { throw RefusedRequest(id: .none, error: .badJSON) }
      return try request(from: object, languages)
    }
  }

  private func request(
    from object: [String: JSONValue], _ languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request {
    let id = Self.id(object["id"])
    let texts = object.values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    if texts.contains(where: { $0.unicodeScalars.contains("\0") }) {
      throw RefusedRequest(id: id, error: .badNUL)
    }
    var parameters = ParameterReader(languages: languages)
    for name in ["conv", "ctx", "lang"] {
      switch object[name] {
      case .string(let value): parameters.take(name, value)
      case nil: break
      default: parameters.takeWrongType()
      }
    }
    switch object["width"] {
    case .number(let value) where Int(exactly: value) != nil:
      parameters.take("width", "\(Int(value))")
    case nil: break
    default: parameters.takeWrongType()
    }
    var text = ""
    switch object["text"] {
    case .string(let value): text = value
    case nil: break
    default: parameters.takeWrongType()
    }
    switch object["verb"] {
    case .string(let name):
      guard let verb = Verb(rawValue: name) else {
        throw RefusedRequest(id: id, error: .unknownCommand)
      }
      return try parameters.request(id: id, verb: verb, text: text)
    case nil: throw RefusedRequest(id: id, error: .unknownCommand)
    default: throw RefusedRequest(id: id, error: .badParameter)
    }
  }

  private static func id(_ value: JSONValue?) -> RequestID {
    switch value {
    case .number(let number)
    where number == number.rounded() && abs(number) <= Double(longestNumber):
      .number("\(Int(number))")
    case .string(let text) where text.utf8.count <= longestString: .string(text)
    default: .none
    }
  }
}

/// A value of JSON of which only strings and numbers matter.
enum JSONValue: Decodable {
  case string(String)
  case number(Double)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if (try? container.decode(Bool.self)) != nil {
      self = .other
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .other
    }
  }
}
