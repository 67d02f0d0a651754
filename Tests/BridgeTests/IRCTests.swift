import Foundation
import Glibc
import TestSupport
import Testing

/// Questions on IRC: the bridge between a real server and the program.
@Suite(.serialized, .needs("ngircd", "socat")) struct IRCTests {
  private let work: WorkFolder
  private let fallback = [
    "Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00.",
    "Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.",
  ]
  private let time = ["Betänketiden är 30 dagar.", "[Lag / Tid (2018)]"]
  private let who = ["Förundersökningsledaren ansöker.", "[Lag / Tid (2018)]"]

  init() throws {
    var files = SmallKnowledge.files
    files["law/long.topic"] = Self.longTopic
    work = try WorkFolder(knowledge: files)
  }

  /// An answer of many lines' length, one that looks like a command, and an address too long for
  /// any line.
  private static let longText =
    (1...60).map { "åäö\($0)" }.joined(separator: " ") + " https://exempel.se/"
    + String(repeating: "ö", count: 400)
  private static let longTopic = """
    kind: law

    == sv
    title: Lång
    < /quit nu
    < \(longText)
    > kan du berätta det långa?
    > det långa

    == en
    title: Long
    < /quit now
    > can you tell the long one?
    > the long one
    """

  private func messages(_ lines: [String], to target: String, prefix: String = "")
    -> [ChatUser.Message]
  {
    lines.map { ChatUser.Message(from: Chat.nick, to: target, text: prefix + $0) }
  }

  private func read(_ count: Int, by user: ChatUser) throws -> [ChatUser.Message] {
    try (0..<count).map { _ in try user.message() }
  }

  @Test func answersInTheChannelToTheNickAndPrivatelyWithout() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    try anna.say("hur lång betänketid får man?")
    #expect(try read(2, by: anna) == messages(time, to: "#hjalp", prefix: "anna: "))
    try anna.say("Vagvisare: är det olagligt att köpa sex?")
    #expect(
      try read(2, by: anna)
        == messages(
          ["Att köpa sex är ett brott.", "[Lag / Köp (2018)]"], to: "#hjalp",
          prefix: "anna: "))
    try anna.say("hur lång betänketid får man?", to: Chat.nick)
    #expect(try read(2, by: anna) == messages(time, to: "anna"))
    #expect(try anna.messages().isEmpty)
  }

  @Test func keepsAConversationForEachNickAndChannel() throws {
    let chat = try Chat(work, channels: ["#hjalp", "#Andra"])
    let anna = try chat.user("anna", in: ["#hjalp", "#Andra"])
    let bosse = try chat.user("a|nna")
    let berit = try chat.user("a_nna")
    try anna.say("hur lång betänketid får man?")
    _ = try anna.messages()
    // What is asked elsewhere is another talk: here it is known what was spoken of.
    try anna.say("är det olagligt att köpa sex?", to: "#Andra")
    try anna.say("är det olagligt att köpa sex?", to: Chat.nick)
    _ = try anna.messages()
    try anna.say("och vem då?")
    #expect(try read(2, by: anna) == messages(who, to: "#hjalp", prefix: "anna: "))
    _ = try (bosse.messages(), berit.messages())
    try bosse.say("hur lång betänketid får man?", to: Chat.nick)
    try berit.say("är det olagligt att köpa sex?", to: Chat.nick)
    #expect(try bosse.messages() == messages(time, to: "a|nna"))
    #expect(
      try berit.messages()
        == messages(["Att köpa sex är ett brott.", "[Lag / Köp (2018)]"], to: "a_nna"))
    try bosse.say("och vem då?", to: Chat.nick)
    #expect(try bosse.messages() == messages(who, to: "a|nna"))
  }

  @Test func answersManyAtOnceEachTheirOwn() throws {
    let chat = try Chat(work)
    let users = try (0..<8).map { try chat.user("user\($0)") }
    for round in 0..<3 {
      for (number, user) in users.enumerated() {
        let asksTime = (number + round) % 2 == 0
        try user.say(asksTime ? "betänketid" : "får man köpa sex", to: Chat.nick)
      }
      for (number, user) in users.enumerated() {
        let asksTime = (number + round) % 2 == 0
        #expect(
          try read(2, by: user)
            == messages(
              asksTime ? time : ["Att köpa sex är ett brott.", "[Lag / Köp (2018)]"],
              to: user.name))
      }
    }
    for user in users { try user.say("betänketid") }
    let heard = try read(2 * users.count, by: users[0]).filter { $0.from == Chat.nick }
    let own = try users[0].messages()
    for user in users {
      for line in time {
        #expect((heard + own).contains { $0.text == "\(user.name): \(line)" })
      }
    }
  }

  @Test func breaksLinesSoThatIRCCarriesThemAndObeysNoLine() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    try anna.say("kan du berätta det långa?", to: Chat.nick)
    try check(anna.messages().map(\.text), prefix: "")
    // In the channel first the opening, then what is asked for.
    try anna.say("kan du berätta det långa?")
    let short = try anna.messages().map(\.text)
    #expect(short == ["anna: /quit nu", "anna: [Mer: skriv ”mer”, eller fråga privat.]"])
    try anna.say("mer")
    try check(["anna: /quit nu"] + anna.messages().map(\.text), prefix: "anna: ")
    try anna.say("betänketid", to: Chat.nick)
    #expect(try anna.message().text == time[0])
  }

  /// That the lines are the whole of the long answer.
  private func check(_ texts: [String], prefix: String) {
    #expect(texts.allSatisfy { $0.utf8.count <= 400 && $0.hasPrefix(prefix) })
    #expect(texts.count > 3)
    let plain = texts.map { String($0.dropFirst(prefix.count)) }
    #expect(plain.first == "/quit nu")
    #expect(
      plain.dropFirst().joined().filter { $0 != " " }.hasPrefix(Self.longText.filter { $0 != " " }))
  }

  @Test func takesWhateverBytesComeAndObeysNone() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    let canary = work.url.appendingPathComponent("canary").path
    let hostile: [[UInt8]] =
      [
        "\"; touch \(canary); echo \"", "$(touch \(canary))", "`touch \(canary)`", "'; exit; '",
        "%s%n%d \\n \\0", "*", "-n", "> \(canary)", "/quit", "/j #annan", "1 quit", "quit",
        "conv=x ask hej", "\u{2}fet\u{3}4,5 färg\u{1F}", "a\u{7}b\u{1B}[2Jc", "\t",
      ].map { Array($0.utf8) } + [[0xFF, 0xFE], Array("k".utf8) + [0xE5]]
    for (number, bytes) in hostile.enumerated() {
      try anna.send(Array("PRIVMSG \(Chat.nick) :".utf8) + bytes)
      // No answer of more than one person's questions in a minute: another asks.
      guard number % 5 == 4 else { continue }
      _ = try anna.messages()
      let other = try chat.user("other\(number)")
      try other.say("betänketid", to: Chat.nick)
      #expect(try read(2, by: other) == messages(time, to: other.name))
    }
    let answers = try anna.messages()
    // What is no text brings the text for all that fails.
    #expect(answers.suffix(4).map(\.text) == fallback + fallback)
    // A line's end within a line: the server takes the rest for a command of anna's own.
    let berit = try chat.user("berit")
    try berit.send(Array("PRIVMSG \(Chat.nick) :betänketid\rPRIVMSG #hjalp :smuggel".utf8))
    try berit.send(Array("PRIVMSG \(Chat.nick) :betänke".utf8) + [0] + Array("tid".utf8))
    try berit.say("betänketid", to: Chat.nick)
    #expect(try berit.messages().contains { $0.text == time[0] })
    #expect(!FileManager.default.fileExists(atPath: canary))
    #expect(chat.bridge.isRunning)
    #expect(chat.bridge.errorText == "")
  }

  @Test func answersNeitherItselfNorNoticesNorAProgramWithoutEnd() throws {
    let chat = try Chat(work)
    let echo = try chat.user("echo")
    // Answers everything that is said to it, as a careless program does, each time a little other.
    try echo.say("betänketid")
    var answers = 0
    while let message = try echo.messages(silence: 1.5).first(where: { $0.from == Chat.nick }) {
      answers += 1
      try #require(answers < 40)
      try echo.say("\(message.text) \(answers)?")
    }
    #expect(answers == 20)
    // What it has said itself it passes over.
    let parrot = try chat.user("parrot")
    try parrot.say("betänketid")
    try parrot.say(read(2, by: parrot)[0].text)
    #expect(try parrot.messages().isEmpty)
    let anna = try chat.user("anna")
    try anna.send("NOTICE #hjalp :betänketid")
    try anna.say("\u{1}VERSION\u{1}", to: Chat.nick)
    #expect(try anna.messages().isEmpty)
    try anna.say("betänketid")
    #expect(try read(2, by: anna) == messages(time, to: "#hjalp", prefix: "anna: "))
  }

  @Test func answersOnlyWhatIsAddressedToItWhereAskedTo() throws {
    let chat = try Chat(work, options: ["-a"])
    let anna = try chat.user("anna")
    try anna.say("betänketid")
    #expect(try anna.messages().isEmpty)
    try anna.say("\(Chat.nick): betänketid")
    #expect(try read(2, by: anna) == messages(time, to: "#hjalp", prefix: "anna: "))
    try anna.say("betänketid", to: Chat.nick)
    #expect(try read(2, by: anna) == messages(time, to: "anna"))
  }

  @Test func showsTheFixedTextWhenTheProgramDiesAndStartsItAgain() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    func served() throws -> pid_t {
      try eventually("the program") { chat.bridge.children("serve").first }
    }
    try anna.say("betänketid", to: Chat.nick)
    #expect(try read(2, by: anna) == messages(time, to: "anna"))
    // In the middle of a question.
    let first = try served()
    kill(first, SIGSTOP)
    try anna.say("betänketid", to: Chat.nick)
    usleep(500_000)
    kill(first, SIGKILL)
    #expect(try read(2, by: anna) == messages(fallback, to: "anna"))
    let second = try eventually("the program again") {
      chat.bridge.children("serve").first { $0 != first }
    }
    usleep(500_000)
    try anna.say("betänketid", to: Chat.nick)
    #expect(try read(2, by: anna) == messages(time, to: "anna"))
    // Between two questions, and while it cannot start again.
    let aside = work.knowledge.appendingPathExtension("aside")
    try FileManager.default.moveItem(at: work.knowledge, to: aside)
    kill(second, SIGKILL)
    usleep(300_000)
    try anna.say("betänketid", to: Chat.nick)
    #expect(try read(2, by: anna) == messages(fallback, to: "anna"))
    try FileManager.default.moveItem(at: aside, to: work.knowledge)
    try eventually("an answer after all") {
      sleep(1)
      try anna.say("betänketid", to: Chat.nick)
      // Who asks again and again gets the fixed text every ten seconds.
      return try anna.messages() == messages(time, to: "anna") ? () : nil
    }
  }

  @Test func comesBackWhenTheConnectionOrTheServerWasGone() throws {
    let chat = try Chat(work)
    var anna = try chat.user("anna")
    let connection = try #require(chat.bridge.children("socat").first)
    kill(connection, SIGSTOP)
    try anna.say("betänketid")
    usleep(300_000)
    kill(connection, SIGKILL)
    // What is said in a channel before the bridge is back in it, it never hears.
    _ = try eventually("the connection again") {
      chat.bridge.children("socat").first { $0 != connection }
    }
    sleep(1)
    anna = try chat.user("anna2")
    try anna.say("betänketid")
    let texts = try anna.messages().filter { $0.text.hasPrefix("anna2: ") }
    #expect(texts == messages(time, to: "#hjalp", prefix: "anna2: "))
    try chat.server.restart()
    anna = try chat.user("anna")
    try anna.say("betänketid")
    #expect(
      try anna.messages().filter { $0.text.hasPrefix("anna: ") }
        == messages(time, to: "#hjalp", prefix: "anna: "))
  }

  @Test func answersAfterTheConnectionWhatWasLostWithIt() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    let served = try #require(chat.bridge.children("serve").first)
    let connection = try #require(chat.bridge.children("socat").first)
    // The program answers when nobody can be told.
    kill(served, SIGSTOP)
    try anna.say("betänketid", to: Chat.nick)
    usleep(300_000)
    kill(connection, SIGKILL)
    usleep(100_000)
    kill(served, SIGCONT)
    #expect(try read(2, by: anna) == messages(time, to: "anna"))
  }

  @Test func takesAnotherNickWhereItsOwnIsTaken() throws {
    let server = try IRCServer(.patient, in: work)
    let squatter = try ChatUser(Chat.nick, port: server.port)
    let bridge = try work.launch(
      [Bridges.built("vagvisare-irc"), "-p", "\(server.port)", "#hjalp"])
    let anna = try ChatUser("anna", port: server.port)
    _ = try eventually("an answer") {
      try anna.say("betänketid", to: "vagvisar_")
      return try? anna.message(within: 1)
    }
    #expect(
      bridge.errorText == "vagvisare-irc: the nick vagvisare is taken: vagvisar_ for now\n")
    _ = squatter
  }

  @Test func readsWhatSomebodyDoesAndNamesOfAnyKind() throws {
    let chat = try Chat(work)
    for name in ["in", "out"] {
      let user = try chat.user(name)
      try user.say("\u{1}ACTION undrar: betänketid\u{1}", to: Chat.nick)
      #expect(try read(2, by: user) == messages(time, to: name))
    }
  }

  @Test func keepsNothingThatIsAskedAndLeavesNothing() throws {
    let chat = try Chat(work)
    let anna = try chat.user("anna")
    let before = try FileManager.default.subpathsOfDirectory(atPath: work.url.path)
    try anna.say("hur lång betänketid får man?")
    try anna.say("är det olagligt att köpa sex?", to: Chat.nick)
    _ = try anna.messages()
    for process in [chat.bridge.identifier] + chat.bridge.children("") {
      let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")
        .compactMap {
          try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")
        }
      // Nothing is open but pipes, the streams that the test gave and the cache of the knowledge.
      let own = ["pipe:", "socket:", "/dev/null", "anon_inode:", work.url.path]
      #expect(
        files.allSatisfy { file in own.contains { file.hasPrefix($0) } || file.contains("vagvisare")
        })
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: work.url.path) == before)
    chat.bridge.signal(SIGTERM)
    #expect(try chat.bridge.waitForEnd() == 0)
    try eventually("the end of all it started") { chat.bridge.groupSize == 0 ? () : nil }
    #expect(chat.bridge.outputText + chat.bridge.errorText == "")
  }

  @Test func saysHowItIsUsedAndWhatItCannotStart() throws {
    for words in [
      [], ["hjalp"], ["-x", "#hjalp"], ["-p"], ["-p", "0", "#hjalp"], ["-s", "a,b", "#h"],
    ] {
      let bridge = try work.launch(
        [Bridges.built("vagvisare-irc")] + words)
      #expect(try bridge.waitForEnd() == 64)
      #expect(
        bridge.errorText.hasPrefix("vagvisare-irc: usage: vagvisare-irc [-s HOST] [-p PORT] [-t]"))
    }
    let bridge = try work.launch(
      [Bridges.built("vagvisare-irc"), "#hjalp"],
      environment: ["VAGVISARE_KNOWLEDGE": "/nowhere"])
    #expect(try bridge.waitForEnd() == 69)
    #expect(bridge.errorText.hasSuffix("\(Bridges.program.path) does not serve\n"))
  }
}
