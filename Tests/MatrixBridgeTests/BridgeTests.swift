import BridgeSupport
import MatrixBridge
import Testing

/// The bridge as values: a server's responses and the program's answers go in, each with its moment.
@Suite final class MatrixBridgeTests {
  private static let emergency = Answer(text: ["Ring 112 nu."], kind: "safety", lang: "sv")
  private static let plain = Answer(text: ["Svar."], kind: "law", lang: "sv")

  private var bridge = Bridge(Bridge.Settings(), since: nil)
  /// The request for `/sync` that the server holds back.
  private var sync: Request?
  private var batch = 0

  /// Makes the requests of a moment; those that are no `/sync`.
  private func requests(at now: Moment) -> [Request] {
    bridge.takeRequests(at: now).filter { request in
      guard request.path.contains("/sync?") else { return true }
      sync = request
      return false
    }
  }

  private func respond(_ request: Request, _ body: String, status: Int = 200, at now: Moment) {
    bridge.receive(request.id, Response(status: status, body: Array(body.utf8)), at: now)
  }

  private func start(_ settings: Bridge.Settings = .init(), since: String? = "s0") throws {
    bridge = Bridge(settings, since: since)
    bridge.fallback = ["Fixed: 112."]
    let who = try #require(requests(at: 0).first)
    #expect(who.path.hasSuffix("/account/whoami"))
    respond(who, #"{"user_id":"@vag:h"}"#, at: 0)
    for request in requests(at: 0) { respond(request, #"{"displayname":"Vägen"}"#, at: 0) }
  }

  /// The server tells what has happened in a room.
  private func happen(
    _ events: [String], in room: String = "!r:h", more: String = "", at now: Moment
  ) throws {
    batch += 1
    let list = events.joined(separator: ",")
    let body =
      #"{"next_batch":"s\#(batch)","rooms":{"join":{"\#(room)":{"timeline":{"events":[\#(list)]\#(more)}}}}}"#
    let request = try #require(sync)
    sync = nil
    respond(request, body, at: now)
  }

  private func message(
    _ id: String, _ body: String, by sender: String = "@anna:h", more: String = ""
  ) -> String {
    #"{"type":"m.room.message","sender":"\#(sender)","event_id":"\#(id)","content":{"msgtype":"m.text","body":"\#(body)"\#(more)}}"#
  }

  private func answer(_ answer: Answer? = plain, at now: Moment) -> [String] {
    bridge.takeQuestions().map { question in
      bridge.answer(question.number, answer, at: now)
      return question.text
    }
  }

  @Test func answersUnderTheEventAndKeepsTheTokenWhenItIsSaid() throws {
    try start()
    #expect(try #require(sync).path.contains("since=s0"))
    try happen([message("$1:h", "vad?")], at: 1)
    #expect(answer(at: 1) == ["vad?"])
    let send = try #require(requests(at: 1).first)
    #expect(send.method == "PUT")
    #expect(send.path.hasSuffix("/rooms/%21r%3Ah/send/m.room.message/answer-%241%3Ah"))
    let body = try #require(send.body)
    #expect(body.contains(#""msgtype":"m.notice""#) && body.contains(#""body":"Svar.""#))
    #expect(body.contains(#""m.in_reply_to":{"event_id":"$1:h"}"#))
    #expect(bridge.takeToken() == nil)
    #expect(try #require(sync).path.contains("since=s1"))
    respond(send, #"{"event_id":"$2"}"#, at: 1)
    #expect(bridge.takeToken() == "s1")
    #expect(bridge.takeToken() == nil)
  }

  @Test func whatIsNotAnsweredHoldsTheTokenBack() throws {
    try start()
    try happen([message("$1", "ett")], at: 1)
    let first = bridge.takeQuestions()
    _ = requests(at: 1)
    try happen([message("$2", "två")], at: 2)
    _ = answer(at: 2)
    let send = try #require(requests(at: 2).first)
    respond(send, "{}", at: 2)
    #expect(bridge.takeToken() == nil)
    bridge.answer(first[0].number, Self.plain, at: 3)
    respond(try #require(requests(at: 3).first), "{}", at: 3)
    #expect(bridge.takeToken() == "s2")
  }

  @Test func theVeryFirstTimeNothingOldIsAnsweredAndInvitationsAreFollowed() throws {
    try start(since: nil)
    let request = try #require(sync)
    #expect(!request.path.contains("since="))
    respond(
      request,
      #"{"next_batch":"s9","rooms":{"join":{"!r:h":{"timeline":{"events":[\#(message("$1", "gammalt"))]}}},"invite":{"!new:h":{}}}}"#,
      at: 1)
    #expect(bridge.takeQuestions().isEmpty)
    #expect(bridge.takeToken() == "s9")
    let join = try #require(requests(at: 1).first)
    #expect(join.method == "POST" && join.path.hasSuffix("/join/%21new%3Ah"))
    respond(join, "{}", status: 502, at: 1)
    #expect(requests(at: 2).isEmpty)
    let again = try #require(requests(at: 3).first)
    #expect(again.path == join.path)
    respond(again, "{}", at: 3)
    // The question may stand there before the bridge has come in, but after the invitation.
    func member(_ membership: String) -> String {
      #"{"type":"m.room.member","sender":"@x:h","event_id":"$m","state_key":"@vag:h","content":{"membership":"\#(membership)"}}"#
    }
    try happen(
      [
        message("$a", "före"), member("invite"), message("$b", "vad?"), member("join"),
        message("$c", "och?"),
      ], in: "!new:h", at: 4)
    #expect(answer(at: 4) == ["vad?", "och?"])
  }

  @Test func readsEditsRepliesThreadsAndNoQuotes() throws {
    try start()
    let edit =
      #","m.new_content":{"msgtype":"m.text","body":"rättat"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}"#
    let reply = #","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}"#
    let thread = #","m.relates_to":{"rel_type":"m.thread","event_id":"$root"}"#
    try happen(
      [
        message("$2", "* rättat", more: edit),
        message("$3", #"> <@b:h> tack\n> för det\n\nhan slår mig\nnu"#, more: reply),
        message("$4", "> inget svar, ett citat"), message("$5", "i tråd", more: thread),
      ], at: 1)
    #expect(
      answer(at: 1) == ["rättat", "han slår mig\nnu", "> inget svar, ett citat", "i tråd"])
    var bodies: [String] = []
    for step in 0..<20 {
      for send in requests(at: 1 + Double(step)) {
        bodies.append(send.body ?? "")
        respond(send, "{}", at: 1 + Double(step))
      }
    }
    #expect(bodies.contains { $0.contains(#""rel_type":"m.thread""#) && $0.contains("$root") })
  }

  @Test func passesOverWhatIsNotMeantForItOrHasNoForm() throws {
    try start()
    try happen(
      [
        message("$1", "eget", by: "@vag:h"),
        #"{"type":"m.room.message","sender":"@b:h","event_id":"$2","content":{"msgtype":"m.notice","body":"program"}}"#,
        #"{"type":"m.room.message","sender":"@b:h","event_id":"$3","content":{"msgtype":5,"body":{}}}"#,
        #"{"type":"m.room.message","sender":"@b:h","event_id":"$4","content":[]}"#, "7", "null",
        #"{"type":"m.room.message","sender":"@b:h","event_id":"$5","content":{}}"#,
        #"{"type":"m.room.message","sender":"@b:h","event_id":"$6","content":{"msgtype":"m.text","body":"vad?","m.relates_to":[],"m.mentions":{"user_ids":3},"m.new_content":"x"}}"#,
      ], at: 1)
    #expect(answer(at: 1) == ["vad?"])
  }

  @Test func anEmergencyOvertakesWhatWaitsAndTheServersLimitIsObeyed() throws {
    try start()
    try happen((1...3).map { message("$\($0)", "vad?", by: "@p\($0):h") }, at: 1)
    _ = answer(at: 1)
    let first = try #require(requests(at: 1).first)
    // One at a time.
    #expect(requests(at: 1.1).isEmpty)
    respond(first, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":5000}"#, status: 429, at: 2)
    try happen([message("$9", "hjälp")], at: 2)
    _ = answer(Self.emergency, at: 2)
    #expect(requests(at: 6.9).isEmpty)
    let sends = requests(at: 7)
    #expect(try #require(sends.first).path.hasSuffix("answer-%249"))
    #expect(try #require(sends.first?.body).contains(#""msgtype":"m.text""#))
    // Then what was refused, and nothing is lost.
    var paths = sends.map(\.path)
    for request in sends { respond(request, "{}", at: 7) }
    for step in 0..<40 {
      for request in requests(at: 8 + Double(step)) {
        paths.append(request.path)
        respond(request, "{}", at: 8 + Double(step))
      }
    }
    let answered = paths.map { String($0.suffix(2)) }.sorted()
    #expect(answered == ["41", "42", "43", "49"])
    #expect(bridge.takeToken() == "s2")
  }

  @Test func whoAsksTooMuchIsToldOnceAndInDangerAnswered() throws {
    try start()
    try happen((1...40).map { message("$\($0)", "vad?") }, at: 1)
    _ = answer(at: 1)
    let first = try #require(requests(at: 1).first)
    try happen([message("$99", "hjälp")], at: 2)
    _ = answer(Self.emergency, at: 2)
    var bodies: [String] = []
    for step in 0..<300 {
      for send in requests(at: 2 + Double(step)) {
        bodies.append(send.body ?? "")
        respond(send, "{}", at: 2 + Double(step))
      }
      if step == 0 { respond(first, "{}", at: 2) }
    }
    #expect(try #require(bodies.first).contains("Fixed: 112."))
    #expect(bodies.count { $0.contains("Du frågar mer") } == 1)
    #expect(bodies.count == 4)
    #expect(bridge.takeToken() == "s2")
  }

  @Test func whatFailedBringsTheFixedTextBeforeTheRest() throws {
    try start()
    try happen([message("$1", "vad?")], at: 1)
    _ = answer(nil, at: 1)
    #expect(try #require(requests(at: 1).first?.body).contains("Fixed: 112."))
  }

  @Test func readsWhatAGapHasLeftOut() throws {
    try start()
    try happen([message("$4", "fyra")], more: #","limited":true,"prev_batch":"p1""#, at: 1)
    let first = try #require(requests(at: 1).first)
    #expect(first.path.contains("/messages?dir=b&limit=100&from=p1&to=s0"))
    respond(
      first, #"{"chunk":[\#(message("$3", "tre")),\#(message("$2", "två"))],"end":"p2"}"#, at: 1)
    #expect(bridge.takeQuestions().isEmpty)
    let second = try #require(requests(at: 1).first)
    #expect(second.path.contains("from=p2"))
    respond(second, #"{"chunk":[\#(message("$1", "ett"))]}"#, at: 1)
    #expect(answer(at: 1) == ["ett", "två", "tre", "fyra"])
    #expect(bridge.takeToken() == nil)
  }

  @Test func saysOnceThatItCannotReadAnEncryptedRoom() throws {
    try start()
    let event =
      #"{"type":"m.room.encrypted","sender":"@b:h","event_id":"$1","content":{"algorithm":"x"}}"#
    try happen([event, event], at: 1)
    let sends = requests(at: 1)
    #expect(sends.count == 1)
    let body = try #require(sends.first?.body)
    #expect(body.contains("krypterat") && body.contains("encrypted") && body.contains("112"))
    respond(sends[0], "{}", at: 1)
    #expect(bridge.takeToken() == "s1")
    try happen([event], at: 2)
    #expect(requests(at: 2).isEmpty)
  }

  @Test func inRoomsOfManyAnswersOnlyWhatIsAddressedWhereAskedTo() throws {
    var settings = Bridge.Settings()
    settings.isAddressedOnly = true
    try start(settings)
    let mention = #","m.mentions":{"user_ids":["@vag:h"]}"#
    try happen(
      [
        message("$1", "till alla"), message("$2", "Vägen: vad?"), message("$3", "vag, och?"),
        message("$4", "du?", more: mention),
      ], at: 1)
    #expect(answer(at: 1) == [" vad?", " och?", "du?"])
    let members = try #require(requests(at: 1).first { $0.path.hasSuffix("/joined_members") })
    respond(members, #"{"joined":{"@a:h":{},"@b:h":{},"@vag:h":{}}}"#, at: 1)
    #expect(bridge.takeQuestions().isEmpty)
    // In a private talk all is.
    try happen([message("$5", "privat?")], in: "!p:h", at: 2)
    let two = try #require(
      requests(at: 2).first { $0.path.hasSuffix("/rooms/%21p%3Ah/joined_members") })
    respond(two, #"{"joined":{"@a:h":{},"@vag:h":{}}}"#, at: 2)
    #expect(answer(at: 2) == ["privat?"])
  }

  @Test func triesAgainWhereTheServerIsGoneAndEndsWithoutItsToken() throws {
    try start()
    respond(try #require(sync), "", status: 0, at: 1)
    sync = nil
    #expect(bridge.takeReports() == ["the server does not answer"])
    #expect(requests(at: 2).isEmpty && sync == nil)
    #expect(bridge.deadline(at: 2) == 3)
    _ = requests(at: 3)
    respond(try #require(sync), "{}", status: 401, at: 3)
    #expect(bridge.fatal == "the server does not know the access token")
  }

  @Test func aConversationIsOnePersonsInOneRoom() throws {
    try start()
    var names: [String] = []
    for (place, room) in ["!a:h", "!b:h", "!a:h"].enumerated() {
      try happen(
        [message("$\(place)a", "x"), message("$\(place)b", "y", by: "@bosse:h")], in: room, at: 1)
      names += bridge.takeQuestions().map(\.conversation)
      _ = requests(at: 1)
    }
    #expect(
      names == ["matrix-1", "matrix-2", "matrix-3", "matrix-4", "matrix-1", "matrix-2"])
  }

  @Test func whatCurlReadsHoldsTokenAndTextAndNoOtherOption() throws {
    try start()
    try happen([message("$1", "vad?")], at: 1)
    _ = answer(Answer(text: ["rad \"ett\" \\ slut", "url = \"x\""]), at: 1)
    let send = try #require(requests(at: 1).first)
    let text = String(
      decoding: send.configuration(server: "https://h", token: "syt_x"), as: UTF8.self)
    #expect(text.contains("header = \"Authorization: Bearer syt_x\"\n"))
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("url =") } == 1)
    #expect(lines.count { $0.hasPrefix("data-raw = \"{") } == 1)
  }
}
