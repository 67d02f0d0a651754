import Foundation
import TestSupport
import Testing

/// Each rule of the protocol, on the built program through pipes.
@Suite struct ProtocolRulesTests {
  private let folder: TemporaryKnowledge
  private let program: ServedProgram

  init() throws {
    folder = try TemporaryKnowledge()
    program = try ServedProgram(knowledge: folder.url)
  }

  @Test func greetsWithVersionKnowledgeWindowAndLine() {
    let pattern = /\* vagvisare 1 knowledge=[0-9a-f]{8} window=64 line=8192/
    #expect(program.greeting.wholeMatch(of: pattern) != nil)
  }

  @Test func answersWithTextFieldsAndEnd() throws {
    var reply = try program.ask("1 conv=a1 ask Vem är koordinator i Skåne?")
    let confidence = try #require(reply.firstIndex { $0.hasPrefix("1 : confidence ") })
    #expect(
      reply.remove(at: confidence).wholeMatch(of: /1 : confidence (0\.[0-9]{2}|1\.00)/) != nil)
    #expect(
      reply == [
        "1 | Region Syd (Skåne):", "1 | Lisa Green", "1 | 040-34 93 54", "1 | lisa.green@malmö.se",
        "1 | [Kontakt / Region Syd (2018)]", "1 : topic contact/syd", "1 : title Region Syd",
        "1 : kind contact", "1 : lang sv", "1 : source Kontakt / Region Syd (2018)", "1 : new yes",
        "1 . ok",
      ])
  }

  @Test(arguments: [
    ("x" + String(repeating: "y", count: 8192), "- . error line-too-long"),
    ("7 ask " + String(repeating: "y", count: 8187), "7 . error line-too-long"),
    ("7 ask " + String(repeating: "y", count: 8186) + "\r", "7 . error line-too-long"),
    ("7 ask a\0b", "7 . error bad-nul"),
    ("7 aks hej", "7 . error unknown-command"),
    ("1234567890 ask hej", "- . error unknown-command"),
    ("7", "7 . error unknown-command"),
    ("7 ", "7 . error unknown-command"),
    ("7 ASK hej", "7 . error unknown-command"),
    ("7  ask hej", "7 . error unknown-command"),
    ("7 conv=a\tb ask hej", "7 . error unknown-command"),
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
    ("7 conv=new forget", "7 . error no-conversation"),
  ])
  func refusesBadInputAndGoesOn(line: String, reply: String) throws {
    #expect(try program.ask(line) == [reply])
    #expect(try program.ask("9 ping") == ["9 . ok"])
  }

  @Test func refusesBrokenUTF8AndGoesOn() throws {
    for broken: [UInt8] in [[0xC3, 0x28], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] {
      try program.write(Array("7 ask ".utf8) + broken + [0x0A])
      #expect(try program.reply() == ["7 . error bad-utf8"])
    }
    #expect(try program.ask("9 ping") == ["9 . ok"])
  }

  @Test func looksForTheGravestFaultFirst() throws {
    try program.write(Array("7 nonsense ".utf8) + [0, 0xFF, 0x0A])
    #expect(try program.reply() == ["7 . error bad-nul"])
    try program.write(Array("7 nonsense ".utf8) + [0xFF, 0x0A])
    #expect(try program.reply() == ["7 . error bad-utf8"])
    #expect(try program.ask("7 width=1 nonsense") == ["7 . error unknown-command"])
    #expect(try program.ask("7 width=1 why") == ["7 . error bad-parameter"])
    let tooLong = Array("7 nonsense ".utf8) + [0, 0xFF] + Array(repeating: 0x78, count: 8192)
    try program.write(tooLong + [0x0A])
    #expect(try program.reply() == ["7 . error line-too-long"])
  }

  @Test func takesALineOfExactlyTheLimit() throws {
    let reply = try program.ask("7 ask hej" + String(repeating: " ", count: 8183))
    #expect(reply.field("topic") == ["dialogue/hello"])
    #expect(reply.last == "7 . ok")
  }

  @Test func ignoresEmptyLinesCommentsAndUnknownParameters() throws {
    try program.write("\n# comment\n\r\n#7 ask hej\n#" + String(repeating: "x", count: 9000) + "\n")
    #expect(try program.ask("8 zz=1 zz=2 ping") == ["8 . ok"])
  }

  @Test func answersATextOfSignsAlone() throws {
    for text in ["?", "???", "=", "😀", "\u{301}", "§", "\u{200B}", "#", "/quit", "1 ping"] {
      let reply = try program.ask("7 ask \(text)")
      #expect(reply.last == "7 . ok")
      #expect(reply.field("topic").count == 1)
    }
  }

  @Test func dropsTheCarriageReturnBeforeALineEnd() throws {
    #expect(try program.ask("7 ping\r") == ["7 . ok"])
    #expect(try program.ask("7 conv=a\r") == ["7 . error unknown-command"])
    #expect(try program.ask("7 ask \r") == ["7 . error empty-text"])
  }

  @Test func echoesEveryIdAsItWasWritten() throws {
    for id in ["0", "007", "999999999"] {
      #expect(try program.ask("\(id) ping") == ["\(id) . ok"])
    }
    #expect(try program.ask("ping") == ["- . ok"])
    #expect(try program.ask("7 ping") == ["7 . ok"])
    #expect(try program.ask("7 ping") == ["7 . ok"])
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

  @Test func tellsWhatTheShippedKnowledgeIsAbout() throws {
    let shipped = try ServedProgram(knowledge: Built.knowledge)
    let reply = try shipped.ask("7 lang=en about")
    #expect(reply.text.count == 2)
    #expect(reply.field("lang") == ["en"])
    #expect(reply.field("title") == ["Vägvisare"])
    #expect(reply.field("intro").first?.hasPrefix("Answers on human trafficking, ") == true)
    #expect(reply.field("telephone") == ["112", "020-39 00 00"])
    #expect(try shipped.ask("8 about").field("lang") == ["en", "sv"])
  }

  @Test func theShippedFallbackNamesBothNumbers() throws {
    let shipped = try ServedProgram(knowledge: Built.knowledge)
    let text = try shipped.ask("1 hello").text
    #expect(text.count == 2)
    for line in text { #expect(line.contains("112") && line.contains("020-39 00 00")) }
  }

  @Test func listsTheVerbs() throws {
    let text = try program.ask("7 help").text
    for verb in ["ask", "why", "forget", "reload", "ping", "hello", "about", "help", "quit"] {
      #expect(text.contains { $0.hasPrefix(verb) })
    }
    #expect(text.last?.contains("lang=en|sv|auto") == true)
  }

  @Test func isNewOnlyOnTheFirstAnswerOfAConversation() throws {
    #expect(try program.ask("1 conv=a ask hej").field("new") == ["yes"])
    #expect(try program.ask("2 conv=a ask hej").field("new") == [])
    #expect(try program.ask("3 ask hej").field("new") == ["yes"])
    #expect(try program.ask("4 ask hej").field("new") == [])
    #expect(try program.ask("5 conv=a forget") == ["5 . ok"])
    #expect(try program.ask("5 forget") == ["5 . ok"])
    #expect(try program.ask("6 conv=a ask hej").field("new") == ["yes"])
    #expect(try program.ask("6 ask hej").field("new") == ["yes"])
    #expect(try program.ask("6 ctx= ask hej").field("new") == ["yes"])
  }

  @Test func explainsTheLastAnswerOfEachConversation() throws {
    _ = try program.ask("1 conv=a ask får man köpa sex")
    _ = try program.ask("1 conv=b ask hur lång betänketid får man?")
    #expect(try program.ask("2 conv=a why").text.contains { $0.contains("köpa") })
    #expect(try program.ask("2 conv=b why").text.contains { $0.contains("betänketid") })
    #expect(try program.ask("3 conv=c why") == ["3 . error no-conversation"])
  }

  @Test func neverEchoesTheQuestion() throws {
    let shipped = try ServedProgram(knowledge: Built.knowledge)
    for program in [program, shipped] {
      for question in ["zzyzx qwertyuiop blåzork", "får zzyzx köpa sex av blåzork i Malmö?"] {
        for line in ["1 ask \(question)", "2 why"] {
          let reply = try program.ask(line)
          #expect(!reply.contains { $0.contains("zzyzx") || $0.contains("blåzork") })
        }
      }
    }
  }

  @Test func controlsAreSpacesInAndNeverComeOut() throws {
    let reply = try program.ask("1 ask är det\u{202E}olagligt\u{85}att köpa\tsex?")
    #expect(reply.field("topic") == ["law/sale"])
    let isClean = reply.allSatisfy { line in
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
    #expect(isClean)
  }

  @Test func givesFieldsWhereThereAreAny() throws {
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
    let (rest, ending) = try program.end()
    #expect(rest == "* bye\n")
    #expect(ending == .exited(0))
  }

  @Test(arguments: [
    ("", ""), ("1 ping\n2 ask hej", "1 . ok\n2 . error incomplete-line\n"),
    ("# unfinished", ""), ("1 ping", "1 . error incomplete-line\n"),
    ("å", "- . error incomplete-line\n"),
    ("1 ping\r", "1 . error incomplete-line\n"),
    ("7 " + String(repeating: "x", count: 9000), "7 . error line-too-long\n"),
  ])
  func endsWithItsInput(input: String, replies: String) throws {
    let result = try runProgram(["serve"], input: Data(input.utf8), knowledge: folder.url)
    #expect(result.out.drop { $0 != "\n" }.dropFirst() == replies + "* bye\n")
    #expect(result.err == "")
    #expect(result.status == 0)
  }

  @Test func aPipeIsServedWithoutTheCommandsName() throws {
    let result = try runProgram([], input: Data("1 ping\n".utf8), knowledge: folder.url)
    #expect(result.out.hasSuffix("\n1 . ok\n* bye\n"))
    #expect(result.status == 0)
  }
}
