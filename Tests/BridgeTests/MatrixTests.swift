import Foundation
import Glibc
import TestSupport
import Testing

/// Questions on Matrix: the bridge between a real server and the program, a real client's library at
/// the other end.
@Suite(
  .serialized, .needs("curl"),
  .enabled(
    if: Tool.isCI || MatrixServer.isThere,
    "no Python with matrix-synapse and matrix-nio in .build/synapse; .ci/run makes it"))
struct MatrixTests {
  private let work: WorkFolder
  private let server: MatrixServer
  private let account: MatrixPerson
  private let anna: MatrixPerson
  private var kept: URL { work.url.appendingPathComponent("state/since") }
  private static let time = "Betänketiden är 30 dagar.\n[Lag / Tid (2018)]"

  init() throws {
    work = try WorkFolder()
    server = try MatrixServer(in: work)
    account = try MatrixPerson("vagvisare", on: server)
    anna = try MatrixPerson("anna", on: server)
  }

  private func bridge(_ options: [String] = []) throws -> LaunchedProgram {
    let had = FileManager.default.fileExists(atPath: kept.path)
    let bridge = try work.launch(
      [
        Bridges.built("vagvisare-matrix"), "-s", server.address, "-k", "TOKEN", "-f", kept.path,
      ] + options, environment: ["TOKEN": account.token])
    if !had {
      try eventually("the bridge on the server: \(bridge.errorText)") {
        FileManager.default.fileExists(atPath: kept.path) ? () : nil
      }
    }
    return bridge
  }

  private func answer(in room: String) throws -> MatrixPerson.Content {
    try anna.message(of: account.user, in: room)
  }

  @Test func answersInPrivateAndInRoomsAndReadsEditsAndReplies() throws {
    let bridge = try bridge()
    let bosse = try MatrixPerson("bosse", on: server)
    let talk = try anna.room(inviting: [account.user])
    let event = try anna.send("hur lång betänketid får man?", to: talk)
    let first = try answer(in: talk)
    #expect(first.body == Self.time && first.msgtype == "m.notice")
    #expect(first.formattedBody == "<p>Betänketiden är 30 dagar.</p><p>[Lag / Tid (2018)]</p>")
    try anna.send("och vem då?", to: talk)
    #expect(try answer(in: talk).body?.hasPrefix("Förundersökningsledaren ansöker.") == true)
    // Another talk, of another.
    let other = try bosse.room(inviting: [account.user])
    try bosse.send("och vem då?", to: other)
    let apart = try bosse.message(of: account.user, in: other)
    #expect(apart.body?.hasPrefix("Förundersökningsledaren") == false)
    // An edit is asked as it reads now.
    try anna.send(
      "* är det olagligt att köpa sex?", to: talk,
      more: [
        "m.new_content": ["msgtype": "m.text", "body": "är det olagligt att köpa sex?"],
        "m.relates_to": ["rel_type": "m.replace", "event_id": event],
      ])
    #expect(try answer(in: talk).body?.hasPrefix("Att köpa sex är ett brott.") == true)
    // Of a reply the quoted text is cut off.
    try anna.send(
      "> <\(account.user)> Att köpa sex är ett brott.\n\nkoordinator i Malmö", to: talk,
      more: ["m.relates_to": ["m.in_reply_to": ["event_id": event]]])
    let contact = try answer(in: talk)
    #expect(contact.body?.hasPrefix("Region Syd") == true)
    #expect(contact.formattedBody?.contains(#"<a href="tel:040349354">040-34 93 54</a>"#) == true)
    #expect(contact.formattedBody?.contains("mailto:lisa.green@malm%C3%B6.se") == true)
    // What is encrypted cannot be read.
    let secret = try anna.room(inviting: [account.user])
    for _ in 0..<2 {
      try anna.send(
        "", to: secret, type: "m.room.encrypted",
        more: [
          "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "y",
          "sender_key": "z", "device_id": "D",
        ])
    }
    #expect(try answer(in: secret).body?.contains("I cannot read it") == true)
    #expect(anna.isSilent(account.user, in: secret))
    bridge.signal(SIGTERM)
    #expect(try bridge.waitForEnd() == 0)
    #expect(bridge.outputText + bridge.errorText == "")
  }

  @Test func losesNothingAndAnswersNothingTwiceHoweverItEnds() throws {
    var bridge = try bridge()
    let room = try anna.room(inviting: [account.user])
    try anna.send("betänketid", to: room)
    #expect(try answer(in: room).body == Self.time)
    for round in 0..<3 {
      // At another moment each time: before the question, while it is asked, after the answer.
      if round == 0 { bridge.kill() }
      try anna.send("hur lång betänketid får man?", to: room)
      if round > 0 { usleep(round == 1 ? 30_000 : 400_000) }
      bridge.kill()
      bridge = try self.bridge()
      #expect(try answer(in: room).body == Self.time)
      #expect(anna.isSilent(account.user, in: room))
    }
    var status = stat()
    stat(kept.path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: kept.deletingLastPathComponent().path)
    #expect(files == ["since"])
    let text = try String(contentsOf: kept, encoding: .utf8)
    #expect(text.count < 200 && text.split(separator: "\n").count == 1)
    bridge.kill()
  }

  /// As it is by itself, and faster than the server takes.
  @Test(arguments: [[], ["-r", "100", "-b", "100"]])
  func anEmergencyGoesFirstAndTheServersLimitIsObeyed(_ options: [String]) throws {
    let bridge = try bridge(options)
    let rooms = try (0..<5).map { _ in try anna.room(inviting: [account.user]) }
    for _ in 0..<3 { for room in rooms { try anna.send("betänketid", to: room) } }
    try anna.send("hjälp han har kniv", to: rooms[0])
    // Before that the server has held back anna herself.
    let start = Date()
    var answers: [String?] = []
    repeat { answers.append(try answer(in: rooms[0]).body) } while answers.last != "Ring 112 nu."
    print("112 on Synapse \(options): \(Int(Date().timeIntervalSince(start) * 1000)) ms")
    for (place, room) in rooms.enumerated() {
      let expected = place == 0 ? 3 - (answers.count - 1) : 3
      for _ in 0..<expected { _ = try answer(in: room) }
    }
    #expect(bridge.errorText == "")
    // Its token never stands on a command line, nor does what is asked.
    let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    for process in processes.compactMap({ pid_t($0) }) where getpgid(process) == bridge.identifier {
      let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
      #expect(!String(decoding: line, as: UTF8.self).contains(account.token))
    }
  }

  @Test func saysHowItIsUsedAndWhatIsMissing() throws {
    let program = Bridges.built("vagvisare-matrix")
    for (words, code) in [
      ([], 64), (["-s", "matrix.example.org"], 64), (["-s", "https://h", "-k", "NOWHERE"], 78),
      (["-s", "https://h", "-t", "/nowhere"], 78), (["-s", server.address], 64),
    ] as [([String], Int32)] {
      #expect(try work.launch([program] + words).waitForEnd() == code)
    }
    let refused = try work.launch(
      [program, "-s", server.address, "-k", "TOKEN", "-f", kept.path],
      environment: ["TOKEN": "syt_wrong"])
    #expect(try refused.waitForEnd() == 77)
    #expect(
      refused.errorText == "vagvisare-matrix: the server does not know the access token\n")
  }
}
