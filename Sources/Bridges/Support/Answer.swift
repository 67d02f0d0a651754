import FoundationEssentials

/// What the program answers, as far as a bridge needs it.
package struct Answer: Equatable, Decodable, Sendable {
  package struct Contact: Equatable, Decodable, Sendable {
    package let name: String
    package let telephones: [String]
    package let mail: String?

    package init(name: String, telephones: [String], mail: String?) {
      (self.name, self.telephones, self.mail) = (name, telephones, mail)
    }
  }

  package let text: [String]
  package let kind: String?
  package let lang: String?
  package let contacts: [Contact]?

  package init(
    text: [String], kind: String? = nil, lang: String? = nil, contacts: [Contact]? = nil
  ) {
    (self.text, self.kind, self.lang, self.contacts) = (text, kind, lang, contacts)
  }

  /// Whether somebody is in danger: such an answer goes before all others.
  package var isEmergency: Bool { kind == "safety" }
  /// Whether it is about the talk itself: a greeting, thanks, or that nothing is known.
  package var isDialogue: Bool { kind == "dialogue" }
}

/// A line of `serve --jsonl`.
enum ServedLine: Equatable {
  case answer(id: Int, Answer)
  /// The request had no answer.
  case failure(id: Int)
  /// A notice, or what a later version may say.
  case other

  private struct Head: Decodable {
    let id: Int?
    let status: String?
  }

  init(_ bytes: [UInt8]) {
    let (decoder, data) = (JSONDecoder(), Data(bytes))
    guard let head = try? decoder.decode(Head.self, from: data), let id = head.id else {
      self = .other
      return
    }
    guard head.status == "ok", let answer = try? decoder.decode(Answer.self, from: data) else {
      self = .failure(id: id)
      return
    }
    self = .answer(id: id, answer)
  }
}

/// A request of `serve --jsonl`.
struct ServedRequest: Encodable {
  let id: Int
  let verb: String
  var conv: String?
  var text: String?

  /// The line, with its end.
  var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
  }

  /// A question as the protocol takes it: without controls, and of a length that fits into a line
  /// however much of it must be escaped. Of a longer one, how it begins and how it ends.
  static func question(_ text: String) -> String {
    let most = 3800
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    guard plain.utf8.count > most else { return plain }
    var (start, end) = (
      plain.unicodeScalars.prefix(most / 2), plain.unicodeScalars.suffix(most / 2)
    )
    while String(start).utf8.count > most / 2 { start.removeLast(start.count / 8 + 1) }
    while String(end).utf8.count > most / 2 { end.removeFirst(end.count / 8 + 1) }
    return "\(String(start)) … \(String(end))"
  }
}
