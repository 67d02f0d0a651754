import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private static let questions = """
    {"text": "betänketid", "lang": "sv", "accept": ["permit/time"], "must": ["30 dagar"]}
    {"text": "hello", "lang": "en", "accept": ["law/sale"], "must": ["crime"], "must_not": ["Hello"]}

    """

  @Test func byTopicAndLanguageWithTheMisses() throws {
    let bench = try EditorBench(["q.jsonl": Self.questions])
    let outcome = try bench.run("evaluate", "q.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.err.isEmpty)
    let lines = outcome.out.split(separator: "\n").map(String.init)
    #expect(
      Array(lines[..<4]) == [
        "q.jsonl:2: [en] > hello",
        "  expected @ law/sale (en), got @ dialogue/hello (en)",
        "  missing: ~ crime",
        "  must not appear: ! Hello",
      ])
    #expect(lines[4].hasPrefix("  confidence 0."))
    #expect(
      Array(lines[5...]) == [
        "law/sale: 0.0 % (0 of 1)", "permit/time: 100.0 % (1 of 1)", "en: 0.0 % (0 of 1)",
        "sv: 100.0 % (1 of 1)", "all: 50.0 % (1 of 2)",
      ])
    let swedish = try bench.run("evaluate", "q.jsonl", environment: ["LANG": "sv_SE.UTF-8"]).out
    #expect(swedish.contains("\n  väntat @ law/sale (en), fick @ dialogue/hello (en)\n"))
    #expect(swedish.hasSuffix("\nalla: 50,0 % (1 av 2)\n"))
  }

  @Test func failsWhereFewerThanSaidAreRight() throws {
    let bench = try EditorBench(["q.jsonl": Self.questions])
    #expect(try bench.run("evaluate", "--least", "50", "q.jsonl").status == 0)
    #expect(try bench.run("evaluate", "--least", "50.1", "q.jsonl").status == 1)
    let wrong = try bench.run("evaluate", "--least", "many", "q.jsonl")
    #expect(wrong.status == 64)
    #expect(wrong.err.contains("--least cannot be “many”; write 0–100"))
  }

  @Test func json() throws {
    let bench = try EditorBench(["q.jsonl": Self.questions])
    #expect(
      try bench.run("evaluate", "--json", "q.jsonl")
        == .init(
          status: 0,
          out: """
            {"all":2,"languages":{"en":{"all":1,"right":0},"sv":{"all":1,"right":1}},"misses":[{"accept":["law/sale"],"got":["dialogue/hello"],"gotLang":"en","lang":"en","missing":["crime"],"origin":"q.jsonl:2","present":["Hello"],"text":"hello"}],"right":1,"topics":{"law/sale":{"all":1,"right":0},"permit/time":{"all":1,"right":1}}}

            """, err: ""))
  }

  @Test func whatIsHeldOutIsShownApartAndFirst() throws {
    let bench = try EditorBench([
      "T/q.jsonl": Self.questions,
      "T/held-out/q.jsonl": Self.questions.replacing("hello", with: "hej"),
    ])
    let lines = try bench.run("evaluate", "T").out.split(separator: "\n").map(String.init)
    #expect(lines.first == "== held-out questions")
    #expect(lines.contains("== learnt questions"))
    #expect(lines.filter { $0.hasPrefix("all: ") }.count == 2)
    #expect(
      try bench.run("evaluate", "--json", "T").out
        .contains("\"heldOut\":{\"all\":2,\"languages\":{\"en\":{\"all\":1,\"right\":0},"))
  }

  @Test func aTopicThatIsMistypedIsAnError() throws {
    let bench = try EditorBench(["q.jsonl": Self.questions.replacing("law/sale", with: "law/sael")])
    let outcome = try bench.run("evaluate", "q.jsonl")
    #expect(outcome.status == 2)
    #expect(
      outcome.err
        == "q.jsonl:2:1: error: there is no topic “law/sael”\n  Did you mean “law/sale”?\n")
  }

  @Test func whatIsNoQuestionSet() throws {
    let bench = try EditorBench(["q.jsonl": "{\"text\": \"å\"}\n"])
    #expect(
      try bench.run("evaluate", "q.jsonl", "none.jsonl")
        == .init(
          status: 2, out: "",
          err: """
            q.jsonl:1:1: error: the line is no labelled question
              Write a JSON object with text, lang and accept; it may have must, must_not, first and not_first.
            none.jsonl: error: the file cannot be read
              Check the path and the permissions of the file.

            """))
    #expect(
      try bench.run("evaluate", environment: ["LANG": "sv_SE"])
        == .init(
          status: 64, out: "",
          err: "vagvisare: FIL.jsonl saknas\nHjälp: vagvisare evaluate --help\n"))
  }
}
