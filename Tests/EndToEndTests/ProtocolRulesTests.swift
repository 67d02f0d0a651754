import Foundation
import TestSupport
import Testing

/// Each rule of the protocol, on the built program through pipes.
@Suite struct ProtocolRulesTests {
  private let folder: URL
  private let program: ServedProgram

  init() throws {
    folder = try SmallKnowledge.write()
    program = try ServedProgram(knowledge: folder)
  }

  @Test func greetsWithVersionKnowledgeWindowAndLine() {
    let pattern = /\* vagvisare 1 knowledge=[0-9a-f]{8} window=64 line=8192/
    #expect(program.greeting.wholeMatch(of: pattern) != nil)
  }

  @Test func answersWithTextFieldsAndEnd() throws {
    #expect(
      try program.ask("1 conv=a1 ask Vem är koordinator i Skåne?") == [
        "1 | Region Syd (Skåne):", "1 | Lisa Green", "1 | Telefon: 040-34 93 54",
        "1 | E-post: lisa.green@malmö.se", "1 : topic contact/syd", "1 : title Region Syd",
        "1 : kind contact", "1 : lang sv",
      ] + program.lastTail)
  }

  @Test(arguments: [
    ("x" + String(repeating: "y", count: 8192), "- . error line-too-long"),
    ("7 ask " + String(repeating: "y", count: 8190), "7 . error line-too-long"),
    ("7 ask a\0b", "7 . error bad-nul"),
    ("7 aks hej", "7 . error unknown-command"),
    ("1234567890 ask hej", "- . error unknown-command"),
    ("7", "7 . error unknown-command"),
    ("7 ", "7 . error unknown-command"),
    ("7 ASK hej", "7 . error unknown-command"),
    ("7  ask hej", "7 . error unknown-command"),
    ("hej", "- . error unknown-command"),
    ("7 width=19 ask hej", "7 . error bad-parameter"),
    ("7 width=8193 ask hej", "7 . error bad-parameter"),
    ("7 width=x ask hej", "7 . error bad-parameter"),
    ("7 lang=de ask hej", "7 . error bad-parameter"),
    ("7 lang=sv lang=sv ask hej", "7 . error bad-parameter"),
    ("7 conv= ask hej", "7 . error bad-parameter"),
    ("7 conv=å ask hej", "7 . error bad-parameter"),
    ("7 conv=" + String(repeating: "a", count: 129) + " ask hej", "7 . error bad-parameter"),
    ("7 conv=a ctx= ask hej", "7 . error bad-parameter"),
    ("7 ctx= why", "7 . error bad-parameter"),
    ("7 ctx= forget", "7 . error bad-parameter"),
    ("7 width=1 ask", "7 . error bad-parameter"),
    ("7 ask", "7 . error empty-text"),
    ("7 ask  \u{2028}\u{7}", "7 . error empty-text"),
    ("7 why", "7 . error no-conversation"),
    ("7 conv=new why", "7 . error no-conversation"),
    ("7 forget", "7 . error no-conversation"),
  ])
  func refusesBadInputAndGoesOn(line: String, reply: String) throws {
    #expect(try program.ask(line) == [reply])
    #expect(try program.ask("9 ping") == ["9 . ok"])
  }

  @Test func refusesBrokenUTF8AndGoesOn() throws {
    try program.write(Array("7 ask ".utf8) + [0xC3, 0x28, 0x0A])
    #expect(try program.reply() == ["7 . error bad-utf8"])
    #expect(try program.ask("9 ping") == ["9 . ok"])
  }

  @Test func looksForTheGravestFaultFirst() throws {
    try program.write(Array("7 nonsense ".utf8) + [0, 0xFF, 0x0A])
    #expect(try program.reply() == ["7 . error bad-nul"])
    try program.write(Array("7 nonsense ".utf8) + [0xFF, 0x0A])
    #expect(try program.reply() == ["7 . error bad-utf8"])
    #expect(try program.ask("7 width=1 nonsense") == ["7 . error unknown-command"])
  }

  @Test func ignoresEmptyLinesCommentsAndUnknownParameters() throws {
    try program.write("\n# comment\n\r\n#7 ask hej\n")
    #expect(try program.ask("8 zz=1 zz=2 ping") == ["8 . ok"])
  }

  @Test func otherVerbsIgnoreTheirText() throws {
    #expect(try program.ask("7 ping anything at all") == ["7 . ok"])
    #expect(try program.ask("8 hello there").text.count == 2)
  }

  @Test func saysHelloWithTheTextForEveryFailure() throws {
    #expect(
      try program.ask("7 lang=sv hello") == [
        "7 | Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.", "7 . ok",
      ])
  }

  @Test func isNewOnlyOnTheFirstAnswerOfAConversation() throws {
    #expect(try program.ask("1 conv=a ask hej").field("new") == ["yes"])
    #expect(try program.ask("2 conv=a ask hej").field("new") == [])
    #expect(try program.ask("3 ask hej").field("new") == ["yes"])
    #expect(try program.ask("4 ask hej").field("new") == [])
    #expect(try program.ask("5 conv=a forget") == ["5 . ok"])
    #expect(try program.ask("6 conv=a ask hej").field("new") == ["yes"])
  }

  @Test func explainsTheLastAnswerOfEachConversation() throws {
    _ = try program.ask("1 conv=a ask får man köpa sex")
    #expect(try program.ask("2 conv=a why").text.contains { $0.contains("köpa") })
    #expect(try program.ask("3 conv=b why") == ["3 . error no-conversation"])
  }

  @Test func neverEchoesTheQuestion() throws {
    let reply = try program.ask("1 ask zzyzx qwertyuiop hemligt")
    #expect(!reply.contains { $0.contains("zzyzx") || $0.contains("hemligt") })
    #expect(!(try program.ask("2 why")).contains { $0.contains("zzyzx") || $0.contains("hemligt") })
  }

  @Test func controlsAreSpacesInAndNeverComeOut() throws {
    let reply = try program.ask("1 ask är det\u{202E}olagligt\u{85}att köpa\tsex?")
    #expect(reply.field("topic") == ["law/sale"])
    let isClean = reply.allSatisfy { line in
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
    #expect(isClean)
  }

  @Test func givesEveryTextLineItsMark() throws {
    let reply = try program.ask("1 lang=en ask is it illegal to buy sex?")
    #expect(reply.first == "1 | Buying sex is a crime.")
    #expect(reply.field("kind") == ["law"])
    #expect(reply.field("source") == ["Lag / Köp (2018)"])
    #expect(reply.field("suggest") == ["permit/time Time to think"])
    #expect(reply.last == "1 . ok")
  }

  @Test func quitAnswersAndEnds() throws {
    try program.write("1 quit\n2 ping\n")
    #expect(try program.reply() == ["1 . ok"])
    let (rest, status) = try program.end()
    #expect(rest == "* bye\n")
    #expect(status == 0)
  }

  @Test func endOfInputInsideALineIsAnErrorAndInsideACommentIsNot() throws {
    try program.write("1 ping\n2 ask hej")
    program.closeInput()
    #expect(try program.end().rest == "1 . ok\n2 . error incomplete-line\n* bye\n")
    let other = try ServedProgram(knowledge: folder)
    try other.write("# unfinished")
    other.closeInput()
    #expect(try other.end().rest == "* bye\n")
  }
}

extension ServedProgram {
  /// What every answer of the small knowledge's contact ends with.
  var lastTail: [String] {
    ["1 : confidence 0.98", "1 : source Kontakt / Region Syd (2018)", "1 : new yes", "1 . ok"]
  }
}
