import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  private static let knowledge = SmallKnowledge.plainlyExplained

  @Test func namesTheNearestWordingsWithFileAndLine() throws {
    let bench = try EditorBench(knowledge: Self.knowledge)
    let out = try bench.run("explain", "hur lång betänketid får man").out
    let lines = out.split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex(of: "Most like it in the knowledge:"))
    #expect(lines[(heading + 1)...].count == 3)
    #expect(
      lines[heading + 1].hasSuffix(
        "Knowledge/permit/time.topic:11: > hur lång betänketid får man? [permit/time]"))
    #expect(lines[heading + 1].hasPrefix("  1.00 "))
    #expect(lines.contains("Parts of the topic:"))
    let swedish = try bench.run("explain", "betänketid", environment: ["LANG": "sv_SE"]).out
    #expect(swedish.contains("\nMest lika frågor i kunskapen:\n"))
    #expect(swedish.contains("\nÄmnets delar:\n"))
  }

  @Test func aFollowUpIsExplainedAfterItsTopic() throws {
    let bench = try EditorBench(knowledge: Self.knowledge)
    let after = try bench.run("explain", "--after", "permit/time", "vem?")
    #expect(after.status == 0)
    #expect(after.out.hasPrefix("permit/time#vem "))
    #expect(try bench.run("explain", "--after", "permit/time#vem", "vem?").status == 0)
  }

  @Test func aTopicThatIsMistyped() throws {
    let bench = try EditorBench(knowledge: Self.knowledge)
    #expect(
      try bench.run("explain", "--after", "permit/tim", "vem?")
        == .init(
          status: 1, out: "",
          err: "vagvisare: there is no topic “permit/tim”; did you mean permit/time?\n"))
    #expect(
      try bench.run("explain", "--after", "permit/time#ven", "vem?").err
        == "vagvisare: the topic permit/time has no part “ven”; did you mean permit/time#vem?\n")
  }
}
