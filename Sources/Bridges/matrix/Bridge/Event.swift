import FoundationEssentials

/// What a server says has happened, as far as the bridge needs it. People write these: whatever has
/// another form than it should reads as not there, and never spoils the rest.
struct Event: Decodable {
  struct Content: Decodable {
    var body: String?
    var msgtype: String?
    var membership: String?
    var mentioned: [String] = []
    /// `m.replace` or `m.thread`, and the event that is meant.
    var relation: (type: String, event: String)?
    var isReply = false
    /// What stands in the place of what was said before.
    var newBody: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Name.self)
      body = fields.text("body")
      msgtype = fields.text("msgtype")
      membership = fields.text("membership")
      let mentions = fields.object("m.mentions")
      mentioned = (try? mentions?.decode([String].self, forKey: "user_ids")) ?? []
      newBody = fields.object("m.new_content")?.text("body")
      if let relates = fields.object("m.relates_to") {
        isReply = relates.object("m.in_reply_to")?.text("event_id") != nil
        if let type = relates.text("rel_type"), let event = relates.text("event_id") {
          relation = (type, event)
        }
      }
    }
  }

  let type: String
  let sender: String
  let id: String?
  let stateKey: String?
  let content: Content

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    type = try fields.decode(String.self, forKey: "type")
    sender = try fields.decode(String.self, forKey: "sender")
    id = fields.text("event_id")
    stateKey = fields.text("state_key")
    content = try fields.decode(Content.self, forKey: "content")
  }
}

/// The answer to `/sync`.
struct Sync: Decodable {
  struct Room: Decodable {
    let events: [Event]
    /// Where to go on where there were more events than fit.
    let gap: String?

    init(from decoder: any Decoder) throws {
      let timeline = try decoder.container(keyedBy: Name.self).object("timeline")
      events = timeline?.events("events") ?? []
      let isLimited = (try? timeline?.decode(Bool.self, forKey: "limited")) ?? false
      gap = isLimited ? timeline?.text("prev_batch") : nil
    }
  }

  let next: String
  let joined: [String: Room]
  let invited: [String]

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    next = try fields.decode(String.self, forKey: "next_batch")
    let rooms = fields.object("rooms")
    joined = (try? rooms?.decode([String: Room].self, forKey: "join")) ?? [:]
    invited = rooms?.object("invite")?.allKeys.map(\.stringValue).sorted() ?? []
  }
}

/// A page of earlier events, the latest first.
struct Page: Decodable {
  let events: [Event]
  let end: String?

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    events = fields.events("chunk")
    end = fields.text("end")
  }
}

/// The name of a field.
struct Name: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
  init(stringLiteral value: String) { stringValue = value }
}

extension KeyedDecodingContainer<Name> {
  func text(_ name: Name) -> String? { try? decode(String.self, forKey: name) }

  func object(_ name: Name) -> KeyedDecodingContainer<Name>? {
    try? nestedContainer(keyedBy: Name.self, forKey: name)
  }

  /// The events of a list that can be read; the others are left out.
  func events(_ name: Name) -> [Event] {
    ((try? decode([Element].self, forKey: name)) ?? []).compactMap(\.event)
  }
}

/// An event, or what cannot be read as one.
private struct Element: Decodable {
  let event: Event?

  init(from decoder: any Decoder) throws { event = try? Event(from: decoder) }
}
