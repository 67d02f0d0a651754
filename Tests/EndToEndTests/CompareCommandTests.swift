import Foundation
import TestSupport
import Testing

@Suite struct CompareCommandTests {
  private func bench() throws -> EditorBench {
    let bench = try EditorBench([
      "Transcripts/a.transcript": "> betänketid\n> hur lång tid?\n@ permit/time\n",
      "Transcripts/q/set.jsonl":
        "{\"text\": \"hur många dagar betänketid\", \"lang\": \"sv\", \"accept\": [\"permit/time\"]}\n",
    ])
    try bench.git("init", "-q")
    try bench.git("add", "-A")
    try bench.git("commit", "-qm", "a")
    return bench
  }

  @Test func withoutAChange() throws {
    let bench = try bench()
    #expect(
      try bench.run("compare", "--against", "HEAD")
        == .init(status: 0, out: "0 of 35 answers change\n", err: ""))
  }

  @Test func showsWhatAnEditChanges() throws {
    let bench = try bench()
    try bench.replace(
      "< Betänketiden är 30 dagar.", with: "< Betänketiden är 30 dagar i sträck.",
      in: "Knowledge/permit/time.topic")
    #expect(
      try bench.run("compare", "--against", "HEAD")
        == .init(
          status: 1,
          out: """
            other text in permit/time: 6
                − Betänketiden är 30 dagar.
                + Betänketiden är 30 dagar i sträck.
              Knowledge/permit/time.topic:10: > får hon tid att tänka efter?
              Knowledge/permit/time.topic:11: > hur lång betänketid får man?
              Knowledge/permit/time.topic:12: > betänketid
              Transcripts/a.transcript:1: > betänketid
              Transcripts/a.transcript:2: > hur lång tid?
              … 1 more
            6 of 35 answers change

            """,
          err:
            "Next: if every change is meant, git commit; else mend and begin again with vagvisare check\n"
        ))
    let swedish = try bench.run(
      "compare", "--against", "HEAD", "Transcripts/q", environment: ["LANG": "sv_SE.UTF-8"])
    #expect(
      swedish
        == .init(
          status: 1,
          out: """
            annan text i permit/time: 4
                − Betänketiden är 30 dagar.
                + Betänketiden är 30 dagar i sträck.
              Knowledge/permit/time.topic:10: > får hon tid att tänka efter?
              Knowledge/permit/time.topic:11: > hur lång betänketid får man?
              Knowledge/permit/time.topic:12: > betänketid
              Transcripts/q/set.jsonl:1: > hur många dagar betänketid
            4 av 33 svar ändras

            """,
          err:
            "Nästa steg: är varje ändring avsedd, git commit; annars rätta och börja om med vagvisare check\n"
        ))
  }

  /// What was learnt is found again, and says the same.
  @Test func fromTheCacheItIsTheSame() throws {
    let bench = try bench()
    try bench.replace(
      "> får man köpa sex\n", with: "> köpa sex?\n", in: "Knowledge/law/sale.topic")
    try bench.replace("< Hej!", with: "< Hej hej!", in: "Knowledge/dialogue/hello.topic")
    let plain = try bench.run("compare", "--against", "HEAD")
    #expect(plain.status == 1)
    let cache = ["VAGVISARE_CACHE": bench.path("cache")]
    for _ in 0..<2 {
      #expect(try bench.run("compare", "--against", "HEAD", environment: cache) == plain)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: bench.path("cache"))
    #expect(kept.count { $0.hasSuffix(".compiled") } == 2)
  }

  @Test func againstAFolder() throws {
    let bench = try bench()
    try FileManager.default.copyItem(atPath: bench.path("Knowledge"), toPath: bench.path("old"))
    try bench.replace("< Hej!", with: "< Hej hej!", in: "Knowledge/dialogue/hello.topic")
    let outcome = try bench.run("compare", "--against", "old")
    #expect(outcome.out.hasPrefix("other text in dialogue/hello: 2\n    − Hej!\n    + Hej hej!\n"))
    #expect(outcome.status == 1)
  }

  /// A copy of the project will do, a folder of anything else will not; nor is a pipe waited for.
  @Test func findsTheKnowledgeOfAFolder() throws {
    let bench = try bench()
    try FileManager.default.createDirectory(
      atPath: bench.path("copy"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: bench.path("Knowledge"), toPath: bench.path("copy/Knowledge"))
    #expect(try bench.run("compare", "--against", "copy").status == 0)
    try FileManager.default.createDirectory(
      atPath: bench.path("other"), withIntermediateDirectories: true)
    #expect(mkfifo(bench.path("other/pipe"), 0o600) == 0)
    let refused = try bench.run("compare", "--against", "other")
    #expect(refused.status == 2)
    #expect(refused.err.contains("“other” is neither a folder nor a git revision that holds"))
    #expect(mkfifo(bench.path("copy/Knowledge/pipe.topic"), 0o600) == 0)
    let unreadable = try bench.run("compare", "--against", "copy")
    #expect(unreadable.status == 2)
    #expect(unreadable.err.contains("pipe.topic"))
  }

  @Test func whatCannotBeCompared() throws {
    let bench = try bench()
    for name in ["nope", "--output=x", "HEAD:Knowledge"] {
      let outcome = try bench.run("compare", "--against", name)
      #expect(
        outcome
          == .init(
            status: 2, out: "",
            err:
              "vagvisare compare: “\(name)” is neither a folder nor a git revision that holds Knowledge\n"
          ))
    }
    try bench.write("?\n", to: "Knowledge/law/sale.topic")
    try bench.git("commit", "-qam", "broken")
    try bench.git("checkout", "-q", "HEAD~1", "--", "Knowledge")
    #expect(
      try bench.run("compare", "--against", "HEAD")
        == .init(
          status: 2, out: "",
          err: """
            HEAD:Knowledge/law/sale.topic:1:1: error: the line does not begin with a known mark
              ?
              ^
              Begin with # == -- > < ~ ! @ ^ " or key: value, in the first column.
            vagvisare compare: the version “HEAD” has errors and cannot be compared

            """))
    #expect(
      try bench.run("compare")
        == .init(
          status: 64, out: "",
          err: "vagvisare: --against DIR-or-REVISION is missing\nHelp: vagvisare compare --help\n"))
  }

  /// No test of speed: the figure is printed.
  @Test func theShippedKnowledge() throws {
    let bench = try EditorBench()
    let package = EditorBench.package.path
    let old = bench.path("old")
    try FileManager.default.copyItem(atPath: package + "/Knowledge", toPath: old)
    let file = old + "/dialogue/greeting.topic"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("< ") })
    try Data(text.replacing(line, with: line + " Nytt.").utf8)
      .write(to: URL(fileURLWithPath: file))
    let start = Date()
    let outcome = try bench.run(
      "compare", "--against", old, "--knowledge", package + "/Knowledge", package + "/Transcripts")
    print(
      "compare: \(outcome.out.split(separator: "\n").last ?? "") in \(Int(Date().timeIntervalSince(start) * 1000)) ms"
    )
    #expect(outcome.status == 1)
    #expect(outcome.out.hasPrefix("other text in dialogue/greeting: "))
    #expect(outcome.err.hasPrefix("Next: "))
  }
}
