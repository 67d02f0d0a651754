import Foundation
import TestSupport
import Testing

/// Conversations that the client carries from one process to another.
@Suite struct ContextTokenTests {
  private let folder: URL

  init() throws { folder = try SmallKnowledge.write() }

  @Test func aTalkGoesOnBetweenTwoProcessesTurnByTurn() throws {
    let programs = [try ServedProgram(knowledge: folder), try ServedProgram(knowledge: folder)]
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
  }

  @Test func aDamagedTokenIsANewTalkWithANote() throws {
    let program = try ServedProgram(knowledge: folder)
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
    for odd in ["%", "a.b", "abc=", String(repeating: "A", count: 1025), "å"] {
      #expect(try program.ask("1 ctx=\(odd) ask hej").field("note") == ["ctx-stale"])
    }
  }

  @Test func aTokenOfOtherKnowledgeIsStale() throws {
    let program = try ServedProgram(knowledge: folder)
    let token = try #require(try program.ask("1 ctx= ask hej").field("ctx").first)
    var files = SmallKnowledge.files
    files["law/sale.topic"]! += "\n> one more question"
    let other = try ServedProgram(knowledge: try SmallKnowledge.write(files))
    #expect(try other.ask("1 ctx=\(token) ask hej").field("note") == ["ctx-stale"])
  }
}
