import BridgeSupport
import FoundationEssentials

/// A request to the server.
package struct Request: Equatable {
  package enum Kind: Equatable {
    case whoAmI, displayName, sync
    case join(room: String)
    case earlier(room: String)
    case members(room: String)
    case send(Outgoing)
  }

  package let id: Int
  let kind: Kind
  package let method: String
  /// With its query, without the server.
  package let path: String
  package let body: String?
  /// Seconds that it may take.
  let patience: Int

  init(
    id: Int, _ kind: Kind, _ path: String, method: String = "GET", body: String? = nil,
    patience: Int = 30
  ) {
    (self.id, self.kind, self.method, self.path) = (id, kind, method, path)
    (self.body, self.patience) = (body, patience)
  }

  /// The configuration for `curl --config -`: on its standard input, so that neither what is asked
  /// nor the token ever stands on a command line.
  package func configuration(server: String, token: String) -> [UInt8] {
    var lines = [
      "url = \(Self.quoted(server + path))", "request = \(Self.quoted(method))", "silent",
      "globoff",
      "max-time = \(patience)", "proto = \"=http,https\"",
      "header = \(Self.quoted("Authorization: Bearer \(token)"))",
      "write-out = \"\\n%{http_code}\"",
    ]
    if let body {
      lines.append("header = \"Content-Type: application/json\"")
      lines.append("data-raw = \(Self.quoted(body))")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.reduce(into: "") {
        switch $1 {
        case "\\": $0 += "\\\\"
        case "\"": $0 += "\\\""
        case "\n": $0 += "\\n"
        case "\r": $0 += "\\r"
        case "\t": $0 += "\\t"
        default: $0.unicodeScalars.append($1)
        }
      } + "\""
  }
}

/// What became of a request: what curl has written.
package struct Response: Equatable {
  /// 0 where there was no answer at all.
  package let status: Int
  package let body: [UInt8]

  package init(status: Int, body: [UInt8]) {
    (self.status, self.body) = (status, body)
  }

  package init(written: [UInt8]) {
    let end = written.lastIndex(of: UInt8(ascii: "\n")) ?? 0
    status = Int(String(decoding: written[end...].dropFirst(), as: UTF8.self)) ?? 0
    body = Array(written[..<end])
  }

  var isGood: Bool { (200..<300).contains(status) }
  /// Whether the same may go well a little later.
  var isPassing: Bool { status == 0 || status == 429 || status == 408 || status >= 500 }

  struct Trouble: Decodable {
    var code: String?
    /// Milliseconds.
    var retryAfter: Double?

    enum CodingKeys: String, CodingKey {
      case code = "errcode"
      case retryAfter = "retry_after_ms"
    }
  }

  var trouble: Trouble {
    (try? JSONDecoder().decode(Trouble.self, from: Data(body))) ?? Trouble()
  }

  func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
    try? JSONDecoder().decode(type, from: Data(body))
  }
}

/// A message that is to be said.
package struct Outgoing: Equatable {
  let room: String
  /// Whom it answers.
  let asker: String
  /// What it answers, and the thread in which that stands.
  let event: String
  let thread: String?
  let text: [String]
  let isEmergency: Bool
  /// Under this the server takes it once, however often it is sent.
  let transaction: String
  /// The batch of events that is not done before this is said.
  let batch: Int
  let since: Moment

  var path: String {
    let (room, transaction) = (Self.encoded(room), Self.encoded(transaction))
    return "/_matrix/client/v3/rooms/\(room)/send/m.room.message/\(transaction)"
  }

  static func encoded(_ text: String) -> String {
    FormattedText.percentEncoded(text, keeping: "")
  }

  /// The content of an event; its names are written with underscores.
  private struct Message: Encodable {
    struct Reply: Encodable { let eventId: String }
    struct Relation: Encodable {
      let reply: Reply
      var relType: String?
      var eventId: String?
      var isFallingBack: Bool?

      enum CodingKeys: String, CodingKey {
        case reply = "m.in_reply_to"
        case relType, eventId, isFallingBack
      }
    }
    struct Mentions: Encodable { let userIds: [String] }

    let msgtype: String
    let body: String
    let format = "org.matrix.custom.html"
    let formattedBody: String
    let relates: Relation
    let mentions: Mentions

    enum CodingKeys: String, CodingKey {
      case msgtype, body, format, formattedBody
      case relates = "m.relates_to"
      case mentions = "m.mentions"
    }
  }

  /// A notice, which no other program answers; but an emergency as a text, which makes telephones ring.
  var body: String {
    let relation = Message.Relation(
      reply: .init(eventId: event), relType: thread.map { _ in "m.thread" }, eventId: thread,
      isFallingBack: thread.map { _ in false })
    let message = Message(
      msgtype: isEmergency ? "m.text" : "m.notice", body: text.joined(separator: "\n"),
      formattedBody: FormattedText.html(text), relates: relation,
      mentions: .init(userIds: [asker]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: (try? encoder.encode(message)) ?? Data(), as: UTF8.self)
  }
}
