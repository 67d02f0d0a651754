import BridgeSupport
import IRCBridge
import Testing

/// The bridge as values: a server's lines and the program's answers go in, each with its moment.
@Suite final class IRCBridgeTests {
  private static let emergency = Answer(
    text: ["Ring 112 nu.", "Säg var du är."], kind: "safety", lang: "sv")
  private static let long = Answer(
    text: (1...8).map { "\($0) \(String(repeating: "x", count: 300))" }, kind: "law", lang: "sv")

  private var bridge: Bridge
  /// What was written to the server.
  private var written: [String] = []

  init() {
    var settings = Bridge.Settings()
    settings.channels = ["#hjalp"]
    bridge = Bridge(settings)
    bridge.fallback = ["Fixed: 112."]
    enter(at: 0)
  }

  private func enter(at now: Moment) {
    bridge.connected(at: now)
    _ = bridge.takeLines(at: now)
    server(":s 001 vagvisare :hej", at: now)
    server(":vagvisare!v@host JOIN :#hjalp", at: now)
    _ = bridge.takeLines(at: now)
  }

  private func server(_ line: String, at now: Moment) {
    bridge.receive(Array(line.utf8), at: now)
  }

  /// Somebody asks, and the program answers.
  private func ask(
    _ nick: String, _ answer: Answer?, to target: String = "vagvisare", text: String = "vad?",
    at now: Moment
  ) {
    server(":\(nick)!u@h PRIVMSG \(target) :\(text)", at: now)
    for question in bridge.takeQuestions() { bridge.answer(question.number, answer, at: now) }
  }

  /// Runs until a moment on a server that answers each PING at once; what is said, each with its
  /// moment.
  private func run(
    from start: Moment, to end: Moment, answering: Bool = true
  ) -> [(at: Moment, line: String)] {
    var said: [(Moment, String)] = []
    for step in 0...Int((end - start) * 10) {
      let now = start + Double(step) / 10
      for line in bridge.takeLines(at: now) {
        if line.hasPrefix("PING") {
          if answering { server(":s PONG s :vagvisare", at: now) }
        } else {
          said.append((now, line))
        }
      }
    }
    return said
  }

  @Test func anEmergencyOvertakesAllThatWaits() {
    for nick in ["a", "b", "c", "d", "e"] { ask(nick, Self.long, at: 100) }
    _ = run(from: 100, to: 103)
    ask("f", Self.emergency, to: "#hjalp", at: 103)
    let said = run(from: 103, to: 104)
    #expect(said.first?.line == "PRIVMSG #hjalp :f: Ring 112 nu.")
    #expect(said.first?.at == 103)
    #expect(said.dropFirst().first?.line == "PRIVMSG #hjalp :f: Säg var du är.")
    let rest = run(from: 104.1, to: 250)
    // Nothing is lost, and each keeps its order.
    for nick in ["a", "b", "c", "d", "e"] {
      let numbers = rest.map(\.line).filter { $0.hasPrefix("PRIVMSG \(nick) :") }.map {
        $0.split(separator: ":")[1].prefix(1)
      }
      #expect(numbers.suffix(6) == ["3", "4", "5", "6", "7", "8"])
    }
  }

  @Test func noMoreGoesOutThanAServerTakes() {
    for number in 0..<30 { ask("n\(number)", Self.long, at: 100) }
    let said = run(from: 100, to: 160)
    #expect(said.count > 30)
    for (place, line) in said.enumerated() {
      let within = said[place...].prefix { $0.at < line.at + 10 }
      #expect(within.count <= 5 + 10)
      #expect(within.reduce(0) { $0 + $1.line.utf8.count } <= 500 * 15)
    }
  }

  @Test func aServerThatHoldsBackIsNotFilled() {
    for number in 0..<30 { ask("n\(number)", Self.long, at: 100) }
    let said = run(from: 100, to: 150, answering: false)
    #expect(said.count <= 6)
    ask("f", Self.emergency, at: 150)
    #expect(run(from: 150, to: 150, answering: false).first?.line == "PRIVMSG f :Ring 112 nu.")
    let isDead = (bridge.isDead(at: 209), bridge.isDead(at: 210))
    #expect(isDead == (false, true))
  }

  @Test func whoAsksTooMuchIsToldOnceAndInDangerAnswered() {
    let short = Answer(text: ["Svar."], kind: "law", lang: "sv")
    for number in 0..<200 { ask("flood", short, at: 100 + Double(number) / 10) }
    ask("calm", short, at: 120)
    let said = run(from: 120, to: 200)
    #expect(said.first?.line == "PRIVMSG calm :Svar.")
    #expect(said.filter { $0.line.hasPrefix("NOTICE flood :Du frågar mer") }.count == 1)
    #expect(said.filter { $0.line == "PRIVMSG flood :Svar." }.count <= 20)
    for number in 0..<200 { ask("flood", short, at: 300 + Double(number) / 100) }
    ask("flood", Self.emergency, at: 302)
    #expect(run(from: 302, to: 302).first?.line == "PRIVMSG flood :Fixed: 112.")
  }

  @Test func anAlarmWithoutEndLeavesRoomForOthers() {
    for number in 0..<300 { ask("flood", Self.emergency, at: 100 + Double(number) / 10) }
    var said: [String] = []
    for number in 0..<300 {
      let now = 140 + Double(number) / 10
      ask("flood", Self.emergency, to: "#hjalp", at: now)
      if number == 100 { ask("calm", Answer(text: ["Svar."]), at: now) }
      said += run(from: now, to: now).map(\.line)
    }
    #expect(said.contains("PRIVMSG calm :Svar."))
    #expect((2...10).contains(said.count { $0 == "PRIVMSG #hjalp :flood: Fixed: 112." }))
  }

  @Test func whatFailedIsAnsweredWithTheFixedTextBeforeTheRest() {
    ask("a", Self.long, at: 100)
    ask("b", nil, at: 100)
    #expect(run(from: 100, to: 100).first?.line == "PRIVMSG b :Fixed: 112.")
  }

  @Test func inAChannelAnAnswerIsShortAndMerGivesTheRest() throws {
    ask("anna", Self.long, to: "#hjalp", at: 100)
    let short = run(from: 100, to: 110).map(\.line)
    #expect(short.count == 2)
    #expect(try #require(short.last).hasSuffix("[Mer: skriv ”mer”, eller fråga privat.]"))
    server(":anna!u@h PRIVMSG #hjalp :Mer!", at: 111)
    #expect(bridge.takeQuestions().isEmpty)
    let rest = run(from: 111, to: 130).map(\.line)
    #expect(rest.count == 7)
    // Nothing is left: the next is a question.
    server(":anna!u@h PRIVMSG #hjalp :mer", at: 131)
    #expect(bridge.takeQuestions().map(\.text) == ["mer"])
  }

  @Test func whatAConnectionHasLostIsSaidAfterIt() {
    ask("anna", Self.long, at: 100)
    let before = run(from: 100, to: 102, answering: false).map(\.line)
    #expect(!before.isEmpty)
    bridge.disconnected(at: 103)
    enter(at: 110)
    let after = run(from: 110, to: 140)
    #expect(after.map(\.line).filter { $0.hasPrefix("PRIVMSG anna :") }.count == 8)
    #expect(after.contains { $0.line.hasPrefix("NOTICE #hjalp :Jag var borta en stund.") })
    // What waited for too long is not said any more.
    ask("anna", Self.long, at: 200)
    bridge.disconnected(at: 200)
    enter(at: 900)
    #expect(run(from: 900, to: 960).allSatisfy { !$0.line.hasPrefix("PRIVMSG") })
  }

  @Test func aConversationIsOneNicksInOnePlace() {
    var asked: [String] = []
    for line in [
      ":Anna!u@h PRIVMSG #hjalp :a", ":anna!u@h PRIVMSG #HJALP :b",
      ":anna!u@h PRIVMSG vagvisare :c",
      ":b[!u@h PRIVMSG vagvisare :d", ":b{!u@h PRIVMSG vagvisare :e", ":anna!u@h NICK :cecilia",
      ":cecilia!u@h PRIVMSG #hjalp :f", ":anna!u@h PRIVMSG #hjalp :g", ":cecilia!u@h QUIT :hej",
      ":cecilia!u@h PRIVMSG #hjalp :h",
    ] {
      server(line, at: 100)
      asked += bridge.takeQuestions().map(\.conversation)
    }
    #expect(
      asked == ["irc-1", "irc-1", "irc-2", "irc-3", "irc-3", "irc-1", "irc-4", "irc-5"])
    #expect(asked.allSatisfy { !$0.contains("anna") })
  }

  @Test func anAnswerFollowsItsAskerToAnotherNick() {
    server(":anna!u@h PRIVMSG vagvisare :vad?", at: 100)
    let questions = bridge.takeQuestions()
    server(":anna!u@h NICK bea", at: 100)
    for question in questions { bridge.answer(question.number, Answer(text: ["Svar."]), at: 100) }
    #expect(run(from: 100, to: 100).map(\.line) == ["PRIVMSG bea :Svar."])
  }

  @Test func answersNeitherItselfNorServersNorItsOwnWords() {
    let text = "Betänketiden är enligt källan 30 dagar."
    ask("anna", Answer(text: [text]), to: "#hjalp", at: 100)
    _ = run(from: 100, to: 100)
    for line in [
      ":vagvisare!v@h PRIVMSG #hjalp :vad?", ":s PRIVMSG vagvisare :vad?",
      ":bot!b@h PRIVMSG #hjalp :anna: \(text)", ":bot!b@h NOTICE vagvisare :vad?",
      ":bot!b@h PRIVMSG vagvisare :\u{1}VERSION\u{1}", ":bot!b@h PRIVMSG bosse :vad?",
    ] { server(line, at: 101) }
    #expect(bridge.takeQuestions().isEmpty)
  }

  @Test func whatSomebodyDoesIsAnsweredWhereItMatters() {
    let act = "\u{1}ACTION vinkar\u{1}"
    let unknown = Answer(text: ["Det vet jag inte."], kind: "dialogue")
    ask("anna", unknown, to: "#hjalp", text: act, at: 100)
    #expect(run(from: 100, to: 102).isEmpty)
    ask("anna", unknown, text: act, at: 103)
    ask("anna", Self.emergency, to: "#hjalp", text: "\u{1}ACTION blir slagen\u{1}", at: 103)
    #expect(run(from: 103, to: 110).count == 3)
  }

  @Test func aTakenNickIsGivenAnotherAndAskedForAgain() {
    bridge.connected(at: 200)
    _ = bridge.takeLines(at: 200)
    server(":s 433 * vagvisare :Nickname is already in use", at: 200)
    #expect(bridge.takeLines(at: 200) == ["NICK vagvisar_"])
    server(":s 001 vagvisar_ :hej", at: 200)
    #expect(bridge.takeLines(at: 200) == ["JOIN #hjalp"])
    #expect(bridge.presence.takeReports() == ["the nick vagvisare is taken: vagvisar_ for now"])
    server(":vagvisar_!v@h JOIN #hjalp", at: 200)
    ask("anna", Answer(text: ["Svar."]), to: "vagvisar_", at: 205)
    #expect(run(from: 205, to: 205).map(\.line) == ["PRIVMSG anna :Svar."])
    #expect(run(from: 206, to: 265).map(\.line) == ["NICK vagvisare"])
    server(":vagvisar_!v@h NICK :vagvisare", at: 266)
    #expect(run(from: 267, to: 400).isEmpty)
  }

  @Test func entersAgainWhereItWasPutOut() {
    server(":op!o@h KICK #hjalp vagvisare :ut", at: 100)
    ask("anna", Self.emergency, to: "#hjalp", at: 100)
    #expect(run(from: 100, to: 104).isEmpty)
    #expect(run(from: 104.1, to: 106).map(\.line) == ["JOIN #hjalp"])
    server(":vagvisare!v@h JOIN #hjalp", at: 107)
    #expect(run(from: 107, to: 107).first?.line == "PRIVMSG #hjalp :anna: Ring 112 nu.")
  }

  @Test func noLineIsLongerThanIRCCarries() {
    let host = String(repeating: "h", count: 63)
    server(":vagvisare!vagvisare@\(host) JOIN #hjalp", at: 100)
    ask("anna", Answer(text: [String(repeating: "å", count: 2000)]), to: "#hjalp", at: 100)
    ask("bosse", Answer(text: [String(repeating: "å ", count: 2000)]), at: 100)
    let said = run(from: 100, to: 140)
    #expect(said.count > 10)
    for (_, line) in said {
      #expect(":vagvisare!vagvisare@\(host) \(line)\r\n".utf8.count <= 512)
    }
  }

  @Test func whatIsNoUTF8BringsTheFixedTextUnlessItIsAnEmergency() {
    for answer in [Answer(text: ["Svar."]), Self.emergency] {
      bridge.receive(Array(":anna!u@h PRIVMSG vagvisare :hj".utf8) + [0xE4, 0x6C, 0x70], at: 100)
      for question in bridge.takeQuestions() { bridge.answer(question.number, answer, at: 100) }
    }
    #expect(
      Set(run(from: 100, to: 110).map(\.line)) == [
        "PRIVMSG anna :Ring 112 nu.", "PRIVMSG anna :Säg var du är.", "PRIVMSG anna :Fixed: 112.",
      ])
  }

  @Test func nothingIsForgottenWhileAServerIsSilentAndTheDeadIsNoticed() {
    let asked = run(from: 130, to: 130.5, answering: false)
    #expect(asked.isEmpty)
    let isDead = (bridge.isDead(at: 150), bridge.isDead(at: 191))
    #expect(isDead == (false, true))
    // Nor one that never lets it in.
    bridge.connected(at: 300)
    let isShutOut = (bridge.isDead(at: 330), bridge.isDead(at: 361))
    #expect(isShutOut == (false, true))
  }
}
