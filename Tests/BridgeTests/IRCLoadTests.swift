import Foundation
import TestSupport
import Testing

/// Many people at once, on servers with the limits that Debian ships: an emergency gets through, and
/// nobody is put out. The times are printed; what must hold is the order.
@Suite(.serialized, .needs("ngircd", "ircd-hybrid", "socat", "setpriv")) struct IRCLoadTests {
  private static let servers: [IRCServer.Kind] = [.ngircd, .hybrid]
  private static let paragraphs = (1...8).map { number in
    "\(number): " + (1...40).map { "ord\(number)-\($0)" }.joined(separator: " ")
  }
  private let work: WorkFolder

  init() throws {
    var files = SmallKnowledge.files
    let text = Self.paragraphs.map { "< \($0)" }.joined(separator: "\n")
    files["law/long.topic"] = """
      kind: law

      == sv
      title: Lång
      \(text)
      > kan du berätta det långa?
      > det långa

      == en
      title: Long
      \(text)
      > can you tell the long one?
      > the long one
      """
    work = try WorkFolder(knowledge: files)
  }

  /// Reads what the bridge says until something stands in it.
  private func read(
    _ user: ChatUser, until text: String, within seconds: Double = ChildProgram.patience
  ) throws -> [ChatUser.Message] {
    var messages: [ChatUser.Message] = []
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      let message = try user.message(within: seconds)
      guard message.from == Chat.nick else { continue }
      messages.append(message)
      if message.text.contains(text) { return messages }
    }
    throw BridgeFailure("no “\(text)” in \(messages.map(\.text))")
  }

  private func report(_ what: String, _ kind: IRCServer.Kind, since start: Date) {
    print("\(what), \(kind.rawValue): \(Int(Date().timeIntervalSince(start) * 1000)) ms")
  }

  @Test(arguments: servers) func anEmergencyOvertakesFiveLongAnswers(_ kind: IRCServer.Kind) throws
  {
    let chat = try Chat(work, on: kind)
    let users = try chat.crowd((1...6).map { "person\($0)" })
    for user in users.dropLast() { try user.say("kan du berätta det långa?", to: Chat.nick) }
    var first = try read(users[0], until: "1:")
    // All of it is under way now.
    let start = Date()
    try users[5].say("hjälp han har kniv")
    #expect(try read(users[5], until: "112").map(\.text) == ["person6: Ring 112 nu."])
    report("112 among five long answers", kind, since: start)
    for (number, user) in users.dropLast().enumerated() {
      let heard = try (number == 0 ? first : []) + read(user, until: "ord8-40")
      first = []
      let whole = heard.filter { $0.to == user.name }.map(\.text).joined(separator: " ")
        .replacingOccurrences(of: " · ", with: " ")
      #expect(whole.hasPrefix(Self.paragraphs.joined(separator: " ")))
      // The emergency is read by all, in the channel: before their own answers have ended.
      let alarm = try #require(heard.firstIndex { $0.text.contains("112") })
      #expect(alarm < heard.count - 2)
    }
    report("five long answers whole", kind, since: start)
    #expect(chat.bridge.errorText == "")
  }

  @Test(arguments: servers) func twentyWhoAskTooMuchDoNotSlowOne(_ kind: IRCServer.Kind) throws {
    let chat = try Chat(work, on: kind)
    let users = try chat.crowd((1...20).map { "flood\($0)" } + ["calm"])
    for _ in 0..<5 {
      for user in users.dropLast() { try user.say("kan du berätta det långa?") }
    }
    let calm = users[20]
    _ = try read(calm, until: "flood")
    sleep(3)
    _ = try? calm.messages(silence: 0.1)
    var start = Date()
    try calm.say("hur lång betänketid får man?")
    var texts = try read(calm, until: "calm: Betänketiden är 30 dagar.")
    report("an answer among twenty who ask too much", kind, since: start)
    #expect(texts.count <= 8)
    start = Date()
    try calm.say("hjälp han har kniv", to: Chat.nick)
    texts = try read(calm, until: "112")
    report("112 among twenty who ask too much", kind, since: start)
    #expect(texts.count <= 7)
    // Also who asks too much, and in danger.
    try users[0].say("hjälp han har kniv", to: Chat.nick)
    _ = try read(users[0], until: "112")
    #expect(chat.bridge.errorText == "")
  }
}
