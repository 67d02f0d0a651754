import BridgeSupport
import IRCBridge
import Testing

@Suite struct MessageTests {
  @Test func readsSourceCommandAndParameters() throws {
    let message = try #require(Message(Array(":anna!a@h PRIVMSG #hjalp :vem: är det?".utf8)))
    #expect(message.nick == "anna")
    #expect(message.command == "PRIVMSG")
    #expect(message.parameters == ["#hjalp", "vem: är det?"])
    #expect(message.isUTF8)
  }

  @Test func readsWhatIsUnusual() throws {
    let tagged = try #require(Message(Array("@time=1 :s  001   vagvisare  x".utf8)))
    #expect(tagged.source == "s" && tagged.command == "001")
    #expect(tagged.parameters == ["vagvisare", "x"])
    #expect(Message(Array("ping :".utf8))?.command == "PING")
    #expect(Message(Array("PING :".utf8))?.parameters == [""])
    #expect(Message(Array(":only".utf8)) == nil)
    #expect(Message([]) == nil)
    #expect(Message(Array("PRIVMSG v :f".utf8) + [0xE5])?.isUTF8 == false)
    #expect(try #require(Message(Array("X".utf8)))[5] == "")
  }

  @Test func comparesNamesAsTheServerDoes() {
    #expect(CaseMapping(name: "rfc1459").fold("A[b]\\~") == "a{b}|^")
    #expect(CaseMapping(name: "strict-rfc1459").fold("A[~") == "a{~")
    #expect(CaseMapping(name: "ascii").fold("A[ÅB") == "a[Åb")
  }
}

@Suite struct SaidTests {
  @Test func readsActionsAndPassesOverOtherRequests() {
    #expect(Said("\u{1}ACTION blir slagen\u{1}")?.text == "blir slagen")
    #expect(Said("\u{1}ACTION blir slagen\u{1}")?.isAction == true)
    #expect(Said("\u{1}VERSION\u{1}") == nil)
    #expect(Said(" \u{2} ") == nil)
  }

  @Test func takesFormattingAway() {
    #expect(
      Said("f\u{2}e\u{2}t \u{3}4,5färg\u{3} \u{3}12,x \u{4}FF0000rö\u{F}d")?.text
        == "fet färg ,x röd")
    #expect(Said("a\u{7}b")?.text == "a b")
  }

  @Test func takesAnAddressAway() throws {
    var said = try #require(Said("Vagvisare: hej"))
    let isAddressed = said.dropAddress("vagvisare", .rfc1459)
    #expect(isAddressed)
    #expect(said.text == " hej")
    var other = try #require(Said("vagvisaren: hej"))
    let isOther = other.dropAddress("vagvisare", .rfc1459)
    #expect(!isOther)
  }

  @Test func hearsThatMoreIsWanted() throws {
    for text in ["mer", " Mer!", "”more”", "MORE."] {
      #expect(try #require(Said(text)).asksForMore)
    }
    #expect(try !#require(Said("mer pengar")).asksForMore)
  }
}

@Suite struct TextPiecesTests {
  @Test func breaksAtSpacesAndLongWordsBetweenCharacters() {
    #expect(TextPieces.of("ett två tre", most: 8) == ["ett två", "tre"])
    #expect(TextPieces.of("ett två tre", most: 7) == ["ett", "två", "tre"])
    #expect(TextPieces.of("åäöåäö", most: 5) == ["åä", "öå", "äö"])
    #expect(TextPieces.of("  ", most: 5) == [])
  }

  @Test(arguments: [4, 5, 17, 100])
  func noPieceIsTooLongAndNothingIsLost(most: Int) {
    let text =
      "räksmörgås 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 e\u{301}e\u{301} https://exempel.se/\(String(repeating: "ö", count: 80)) slut"
    let pieces = TextPieces.of(text, most: most)
    #expect(pieces.allSatisfy { $0.utf8.count <= most && !$0.isEmpty })
    let joined = pieces.joined().unicodeScalars.filter { $0 != " " }
    #expect(Array(joined) == Array(text.unicodeScalars.filter { $0 != " " }))
  }

  @Test func laysShortLinesSideBySideButForTheOpening() {
    #expect(
      TextPieces.lines(["Öppning.", "a", "b", "", "en längre rad"], most: 14)
        == ["Öppning.", "a · b", "en längre rad"])
  }
}

@Suite struct TokenBucketTests {
  @Test func fillsEvenlyUpToWhatMayBeSentAtOnce() {
    var bucket = TokenBucket(rate: 2, capacity: 5)
    #expect(bucket.level(at: 100) == 5)
    bucket.take(4, at: 100)
    #expect(bucket.level(at: 100) == 1)
    #expect(bucket.level(at: 101) == 3)
    #expect(bucket.moment(of: 2, from: 100) == 100.5)
    bucket.take(4, at: 101)
    #expect(bucket.level(at: 101) == -1)
    #expect(bucket.level(at: 200) == 5)
    // A level that cannot be is not waited for.
    #expect(bucket.moment(of: 9, from: 200) == 200)
  }
}

@Suite struct OutboxTests {
  private func line(
    _ asker: String, _ text: String, isEmergency: Bool = false, since: Moment = 0
  ) -> OutgoingLine {
    OutgoingLine(
      target: "#h", asker: asker, text: text, isEmergency: isEmergency, isLast: true, since: since)
  }

  private func drain(_ outbox: inout Outbox, weight: (String) -> Int = { _ in 1 }) -> [String] {
    var texts: [String] = []
    while let next = outbox.next(urgentOnly: false, weight: weight, canReach: { _ in true }) {
      outbox.take(next, at: 0)
      texts.append(next.text)
    }
    return texts
  }

  @Test func anEmergencyGoesFirstAndThenInTurns() {
    var outbox = Outbox()
    outbox.add([line("a", "a1", since: 1), line("a", "a2", since: 1)])
    outbox.add([line("b", "b1", since: 2), line("b", "b2", since: 2)])
    outbox.add([line("b", "112", isEmergency: true, since: 3)])
    #expect(drain(&outbox) == ["112", "a1", "a2", "b1", "b2"])
    outbox = Outbox()
    outbox.add([line("a", "a1", since: 1), line("a", "a2", since: 1)])
    outbox.add([line("b", "b1", since: 2), line("b", "b2", since: 2)])
    #expect(drain(&outbox) == ["a1", "b1", "a2", "b2"])
  }

  @Test func whoHasAskedLeastGoesFirst() {
    var outbox = Outbox()
    outbox.add([line("flood", "f1"), line("flood", "f2"), line("calm", "c1", since: 9)])
    #expect(drain(&outbox) { $0 == "flood" ? 20 : 1 } == ["c1", "f1", "f2"])
  }

  @Test func saysNothingButAnEmergencyWhereThereIsNoRoom() {
    var outbox = Outbox()
    outbox.add([line("a", "a1")])
    #expect(outbox.next(urgentOnly: true, weight: { _ in 0 }, canReach: { _ in true }) == nil)
    outbox.add([line("a", "112", isEmergency: true)])
    let next = outbox.next(urgentOnly: true, weight: { _ in 0 }, canReach: { _ in true })
    #expect(next?.text == "112")
  }

  @Test func putsBackRenamesForgetsAndDrops() {
    var outbox = Outbox()
    outbox.add([line("a", "a3", since: 100)])
    outbox.putBack([line("a", "a1", since: 100), line("a", "a2", since: 100)])
    outbox.rename("a", to: "b", nick: "B")
    #expect(outbox.answersWaiting(for: "b") == 3)
    #expect(drain(&outbox) == ["a1", "a2", "a3"])
    outbox.add([line("a", "old", since: 1), line("b", "gone", since: 100)])
    outbox.forget(sentBefore: 50, waitingSince: 50)
    outbox.drop("b")
    #expect(outbox.isEmpty)
  }
}

@Suite struct WindowTests {
  private let line = OutgoingLine(target: "#h", asker: "a", text: "x", since: 0)

  @Test func knowsWhatTheServerHasNotSeen() {
    var window = Window()
    window.send(line)
    window.ping()
    window.send(line)
    #expect(window.isWaiting && window.count == 3 && window.linesSincePing == 1)
    window.pong()
    #expect(!window.isWaiting && window.count == 1)
    // One that nobody asked for.
    window.pong()
    #expect(window.count == 1)
    #expect(window.lost() == [line])
    #expect(window.count == 0 && window.linesSincePing == 0)
  }
}

@Suite struct ShortAnswerTests {
  private let answer = Answer(
    text: [
      "Region Syd:", "Lisa Green", "Telefon: 040", "E-post: a@b.se",
      String(repeating: "x", count: 90),
      String(repeating: "y", count: 90), "Källa: Kontakt (2018).",
    ], kind: "contact", lang: "sv",
    contacts: [.init(name: "Lisa Green", telephones: ["040", "073"], mail: "a@b.se")])

  @Test func keepsOpeningContactAndSource() {
    let short = ShortAnswer(answer, room: 120)
    #expect(
      short.lines == [
        "Region Syd:",
        "Lisa Green: 040, 073, a@b.se · Källa: Kontakt (2018). · [Mer: skriv ”mer”, eller fråga privat.]",
      ])
    #expect(short.rest == Array(answer.text.dropFirst()))
  }

  @Test func leavesAShortOneWhole() {
    let short = ShortAnswer(answer, room: 400)
    #expect(short.rest.isEmpty && short.lines.count == 2)
    #expect(ShortAnswer(Answer(text: []), room: 400).lines == [])
  }
}
