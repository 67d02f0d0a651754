import Foundation
import TestSupport
import Testing

/// Conversations that the client carries from one process to another.
@Suite struct CarriedConversationTests {
  private let folder: TemporaryKnowledge

  init() throws { folder = try TemporaryKnowledge() }

  @Test func aTalkGoesOnBetweenTwoProcessesTurnByTurn() throws {
    let programs = [
      try ServedProgram(knowledge: folder.url), try ServedProgram(knowledge: folder.url),
    ]
    var token = ""
    let turns = [
      ("vem är vår koordinator?", "contact/which"), ("Malmö", "contact/syd"),
      ("hur lång betänketid får man?", "permit/time"), ("vem ansöker?", "permit/time"),
    ]
    for (number, (question, topic)) in turns.enumerated() {
      let reply = try programs[number % 2].ask("1 ctx=\(token) ask \(question)")
      #expect(reply.field("topic") == [topic])
      #expect(reply.field("new") == (number == 0 ? ["yes"] : []))
      #expect(reply.field("note") == [])
      token = try #require(reply.field("ctx").first)
      #expect(token.wholeMatch(of: /[A-Za-z0-9_-]{1,1024}/) != nil)
    }
    // Neither process has kept anything.
    #expect(try programs[0].ask("1 why") == ["1 . error no-conversation"])
  }

  @Test func anAnswerIsTheSameWithANameAndWithAToken() throws {
    let program = try ServedProgram(knowledge: Built.knowledge)
    var token = ""
    for question in [
      "vem är koordinator?", "Borås", "och mejlen?", "in English please", "how long is reflection?",
      "who applies?", "tack",
    ] {
      var carried = try program.ask("1 ctx=\(token) ask \(question)")
      token = try #require(carried.field("ctx").first)
      carried.removeAll { $0.hasPrefix("1 : ctx ") }
      #expect(try program.ask("1 conv=a ask \(question)") == carried)
    }
  }

  @Test func aDamagedTokenIsANewTalkWithANote() throws {
    let program = try ServedProgram(knowledge: folder.url)
    let reply = try program.ask("1 ctx= ask vem är vår koordinator?")
    let token = Array(try #require(reply.field("ctx").first))
    for place in token.indices {
      var damaged = token
      damaged[place] = damaged[place] == "A" ? "B" : "A"
      let answer = try program.ask("1 ctx=\(String(damaged)) ask hej")
      #expect(answer.field("note") == ["ctx-stale"], "character \(place)")
      #expect(answer.field("new") == ["yes"])
      #expect(answer.last == "1 . ok")
      let shortened = try program.ask("1 ctx=\(String(token[..<place])) ask hej")
      #expect(shortened.field("note") == (place == 0 ? [] : ["ctx-stale"]))
    }
    for odd in ["%", "a.b", "abc=", String(repeating: "A", count: 1025), "å", "\u{301}"] {
      let answer = try program.ask("1 ctx=\(odd) ask hej")
      #expect(answer.field("note") == ["ctx-stale"])
      #expect(answer.field("topic") == ["dialogue/hello"])
    }
  }

  @Test func aTokenOfOtherKnowledgeIsStale() throws {
    let program = try ServedProgram(knowledge: folder.url)
    let token = try #require(try program.ask("1 ctx= ask hej").field("ctx").first)
    var files = SmallKnowledge.files
    files["law/sale.topic"]? += "\n> one more question"
    let otherFolder = try TemporaryKnowledge(files)
    let other = try ServedProgram(knowledge: otherFolder.url)
    #expect(try other.ask("1 ctx=\(token) ask hej").field("note") == ["ctx-stale"])
  }
}
