import FoundationEssentials
import Knowledge
import LineProtocol

/// What is known of the reply to a line without the codecs.
package struct ExpectedReply {
  private let encoding: Encoding
  /// The line without its line end; its unfinished rest at the end of the stream.
  private let line: [UInt8]
  /// The error that the line's bytes alone show; nil where they show none.
  private let error: RequestError?

  /// A reply for each line of a stream that is to be answered.
  package static func all(of stream: [UInt8], _ encoding: Encoding) -> [ExpectedReply] {
    var parts = stream.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let unfinished = parts.popLast() ?? []
    var replies = parts.compactMap { ExpectedReply($0, isUnfinished: false, encoding) }
    if let last = ExpectedReply(unfinished, isUnfinished: true, encoding) { replies.append(last) }
    return replies
  }

  private init?(_ part: ArraySlice<UInt8>, isUnfinished: Bool, _ encoding: Encoding) {
    var line = Array(part)
    let isTooLong = line.count > 8192
    if !isTooLong, !isUnfinished, line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.isEmpty || encoding == .lines && line.first == UInt8(ascii: "#") { return nil }
    self.encoding = encoding
    self.line = line
    if isTooLong {
      error = .lineTooLong
    } else if isUnfinished {
      error = .incompleteLine
    } else if line.contains(0) {
      error = .badNUL
    } else if String(validating: line, as: UTF8.self) == nil {
      error = .badUTF8
    } else {
      error = nil
    }
  }

  /// What is wrong with a reply; nil where nothing is.
  package func complaint(about reply: ProtocolHarness.Exchange, _ knowledge: KnowledgeBase)
    -> String?
  {
    guard reply.text.last == "\n" else { return "no line end" }
    let lines = reply.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    if reply.text.unicodeScalars.contains(where: { $0 != "\n" && $0.isControl }) {
      return "a control"
    }
    switch encoding {
    case .lines: return complaint(about: lines, reply.request, knowledge)
    case .json: return lines.count == 1 ? complaint(about: lines[0], reply.request) : "no line"
    }
  }

  // MARK: Lines

  private func complaint(
    about lines: [Substring], _ request: Request?, _ knowledge: KnowledgeBase
  ) -> String? {
    let digits = line.prefix { (0x30...0x39).contains($0) }
    let hasID =
      (1...9).contains(digits.count) && (line.dropFirst(digits.count).first ?? 0x20) == 0x20
    let tag = hasID ? String(decoding: digits, as: UTF8.self) : "-"
    var fields: [String: [Substring]] = [:]
    for line in lines.dropLast() {
      if line.hasPrefix("\(tag) | ") {
        let width = request?.width ?? .max
        if line.utf8.count - tag.utf8.count - 3 > width { return "wider than \(width)" }
        if !fields.isEmpty { return "text after a field" }
      } else if line.hasPrefix("\(tag) : ") {
        let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return "no field" }
        fields[String(parts[2]), default: []].append(parts[3])
      } else {
        return "no line of a reply"
      }
    }
    let ends = ["\(tag) . ok"] + RequestError.allCases.map { "\(tag) . error \($0.rawValue)" }
    guard let end = lines.last.map(String.init), ends.contains(end) else { return "no end" }
    if let error, end != "\(tag) . error \(error.rawValue)" { return "not \(error.rawValue)" }
    guard request?.verb == .ask else { return nil }
    for name in ["topic", "title", "kind", "lang", "confidence"] where fields[name] == nil {
      return "no \(name)"
    }
    if let language = fields["lang"]?.first, !knowledge.languages.contains(String(language)) {
      return "a language that the knowledge has not"
    }
    return nil
  }

  // MARK: JSON

  private struct Reply: Decodable {
    let status: String
    let code: String?
    let text: [String]?
    let topic: String?
    let topics: [String]?
    let title: String?
    let kind: String?
    let lang: String?
    let confidence: Double?
  }

  private func complaint(about text: Substring, _ request: Request?) -> String? {
    guard text.hasPrefix("{\"id\":"),
      let reply = try? JSONDecoder().decode(Reply.self, from: Data(text.utf8))
    else { return "no object" }
    guard reply.status == (reply.code == nil ? "ok" : "error") else { return "no status" }
    if let code = reply.code, RequestError(rawValue: code) == nil { return "no code" }
    if let error, reply.code != error.rawValue { return "not \(error.rawValue)" }
    if error == nil, reply.code != "bad-json", Self.isObject(line) == false {
      return "taken for an object"
    }
    if let width = request?.width, reply.text?.contains(where: { $0.utf8.count > width }) == true {
      return "wider than \(width)"
    }
    let isWhole =
      reply.topic != nil && reply.topic == reply.topics?.first && reply.title != nil
      && reply.kind != nil && reply.lang != nil && reply.confidence != nil
    return request?.verb != .ask || isWhole ? nil : "a field is missing"
  }

  /// Whether another reader of JSON takes the line for an object; nil where it may err: with
  /// numbers that no `Double` holds, and with great depth. It is the laxer of the two (a comma before
  /// a closing bracket, a bad string under a name that stands twice), so only its refusal counts.
  private static func isObject(_ line: [UInt8]) -> Bool? {
    let isExponent = line.indices.dropFirst().contains {
      line[$0] | 0x20 == UInt8(ascii: "e") && (0x30...0x39).contains(line[$0 - 1])
    }
    let depth = line.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    if isExponent || depth > 100 { return nil }
    guard let value = try? JSONDecoder().decode(AnyValue.self, from: Data(line)) else {
      return false
    }
    return value.isObject
  }
}

/// A value of JSON, decoded to its last member, since the decoder checks only what is asked for.
private struct AnyValue: Decodable {
  let isObject: Bool

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      for key in object.allKeys { _ = try object.decode(AnyValue.self, forKey: key) }
      isObject = true
      return
    }
    isObject = false
    if var array = try? decoder.unkeyedContainer() {
      while !array.isAtEnd { _ = try array.decode(AnyValue.self) }
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() || (try? value.decode(Bool.self)) != nil { return }
    if (try? value.decode(String.self)) == nil { _ = try value.decode(Double.self) }
  }
}
