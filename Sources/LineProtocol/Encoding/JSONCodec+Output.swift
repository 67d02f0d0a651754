import Conversation
import FoundationEssentials

extension JSONCodec {
  /// The object of a message on a line of its own.
  package func encode(_ message: Message) -> String {
    switch message {
    case .notice(let notice): Self.line(NoticeObject(notice))
    case .response(let response): Self.line(ResponseObject(response))
    }
  }

  /// An answer alone, with the fields that it has on the wire: for `ask --json`.
  package func encode(_ answer: Response.Answer, text: [String]) -> String {
    Self.line(ResponseObject(Response(id: .none, text: text, answer: answer), withID: false))
  }

  private static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    // Numbers and strings of ours can always be encoded; an empty object would be a lie all the
    // same, so the failure is said.
    guard let data = try? encoder.encode(value) else { return "{\"status\":\"error\"}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

private struct NoticeObject: Encodable {
  let notice: String
  var version: Int?
  var knowledge: String?
  var window: Int?
  var line: Int?

  init(_ notice: Notice) {
    switch notice {
    case .greeting(let knowledge):
      self.notice = "vagvisare"
      version = ProtocolVersion.number
      self.knowledge = knowledge
      window = ProtocolVersion.window
      line = LineSplitter.limit
    case .bye: self.notice = "bye"
    case .reloaded: self.notice = "reloaded"
    case .reloadFailed: self.notice = "reload-failed"
    }
  }
}

private struct ResponseObject: Encodable {
  let response: Response
  let withID: Bool

  init(_ response: Response, withID: Bool = true) {
    self.response = response
    self.withID = withID
  }

  private enum Key: String, CodingKey {
    case id, status, code, text, topic, topics, title, kind, lang, confidence, sources, contacts
    case suggestions, new, ctx, notes, problems
  }
  private struct SourceObject: Encodable {
    let section: String
    let asOf: String?
  }
  private struct ContactObject: Encodable {
    let name: String
    let telephones: [String]
    let mail: String?
  }
  private struct SuggestionObject: Encodable {
    let topic: String
    let title: String
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    if withID {
      switch response.id {
      case .none: try object.encodeNil(forKey: .id)
      case .number(let digits): try object.encode(Int(digits), forKey: .id)
      case .string(let text): try object.encode(text, forKey: .id)
      }
    }
    try object.encode(response.error == nil ? "ok" : "error", forKey: .status)
    try object.encodeIfPresent(response.error?.rawValue, forKey: .code)
    if !response.text.isEmpty { try object.encode(response.text, forKey: .text) }
    if !response.problems.isEmpty { try object.encode(response.problems, forKey: .problems) }
    guard let answer = response.answer else { return }
    let reply = answer.reply
    try object.encode(reply.topics.first, forKey: .topic)
    try object.encode(reply.topics, forKey: .topics)
    try object.encode(reply.title, forKey: .title)
    try object.encode(reply.kind.rawValue, forKey: .kind)
    try object.encode(reply.language, forKey: .lang)
    try object.encode(Double((reply.confidence * 100).rounded()) / 100, forKey: .confidence)
    let sources = reply.sources.map { SourceObject(section: $0.section, asOf: $0.asOf) }
    if !sources.isEmpty { try object.encode(sources, forKey: .sources) }
    let contacts = reply.contacts.map {
      ContactObject(name: $0.name, telephones: $0.telephones, mail: $0.mail)
    }
    if !contacts.isEmpty { try object.encode(contacts, forKey: .contacts) }
    let suggestions = reply.suggestions.map {
      SuggestionObject(topic: $0.topic, title: $0.title)
    }
    if !suggestions.isEmpty { try object.encode(suggestions, forKey: .suggestions) }
    if answer.isNew { try object.encode(true, forKey: .new) }
    if !answer.notes.isEmpty { try object.encode(answer.notes, forKey: .notes) }
    try object.encodeIfPresent(answer.token, forKey: .ctx)
  }
}
