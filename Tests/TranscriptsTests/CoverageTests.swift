import Foundation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct CoverageTests {
  private func coverage(_ text: String) throws -> Coverage {
    let folder = try SmallKnowledge.write(["a.transcript": text])
    defer { try? FileManager.default.removeItem(at: folder) }
    let responder = try small.get()
    let run = TranscriptRun(paths: [folder.path], responder: responder)
    #expect(run.problems.isEmpty)
    return Coverage(run, responder.knowledge)
  }

  @Test func countsConversationsByTopicAndLanguage() throws {
    let found = try coverage(
      """
      == A
      > betänketid
      @ permit/time
      > får hon tid att tänka efter?
      @ permit/time
      == B
      > time to think
      @ permit/time
      == C
      > betänketid
      ~ 30 dagar
      """)
    #expect(found.conversations["permit/time"] == ["sv": 2, "en": 1])
    #expect(found.conversations["law/sale"] == nil)
    #expect(found.thin.contains { $0 == ("permit/time", "en", 1) })
    #expect(!found.thin.contains { $0 == ("permit/time", "sv", 2) })
  }

  @Test func namesFactsThatNoTranscriptRequires() throws {
    let asked = try coverage("> betänketid\n@ permit/time\n~ är 30 dagar.\n")
    let places = asked.unasked.map { "\($0.topic) \($0.language) \($0.fact.text)" }
    #expect(
      places == ["permit/time en 30 days", "safety/danger en 112", "safety/danger sv 112"])
  }

  @Test func theReportEndsWithASummary() throws {
    let lines = try coverage("> betänketid\n@ permit/time\n~ 30 dagar\n").lines(in: .english)
    #expect(
      lines == [
        "topic             en    sv",
        "contact/syd       0     0",
        "contact/which     0     0",
        "dialogue/hello    0     0",
        "dialogue/unknown  0     0",
        "law/sale          0     0",
        "permit/time       0     1",
        "safety/danger     0     0",
        "",
        "contact/syd [en]: 0 conversations, at least 2 are needed",
        "contact/syd [sv]: 0 conversations, at least 2 are needed",
        "contact/which [en]: 0 conversations, at least 2 are needed",
        "contact/which [sv]: 0 conversations, at least 2 are needed",
        "dialogue/hello [en]: 0 conversations, at least 2 are needed",
        "dialogue/hello [sv]: 0 conversations, at least 2 are needed",
        "dialogue/unknown [en]: 0 conversations, at least 2 are needed",
        "dialogue/unknown [sv]: 0 conversations, at least 2 are needed",
        "law/sale [en]: 0 conversations, at least 2 are needed",
        "law/sale [sv]: 0 conversations, at least 2 are needed",
        "permit/time [en]: 0 conversations, at least 2 are needed",
        "permit/time [sv]: 1 conversation, at least 2 are needed",
        "safety/danger [en]: 0 conversations, at least 2 are needed",
        "safety/danger [sv]: 0 conversations, at least 2 are needed",
        "",
        "K/permit/time.topic:21:3: permit/time [en]: no transcript requires “30 days”",
        "K/safety/danger.topic:14:3: safety/danger [en]: no transcript requires “112”",
        "K/safety/danger.topic:6:3: safety/danger [sv]: no transcript requires “112”",
        "",
        "0 of 14 topics and languages have at least 2 conversations; 3 facts are required by none",
      ])
    let swedish = try coverage("> betänketid\n@ permit/time\n").lines(in: .swedish)
    #expect(swedish[20] == "permit/time [sv]: 1 samtal, minst 2 behövs")
    #expect(
      swedish.last
        == "0 av 14 ämnen och språk har minst 2 samtal; 4 uppgifter krävs av ingen")
  }
}
