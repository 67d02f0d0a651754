import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  @Test func goodKnowledge() throws {
    let bench = try EditorBench()
    #expect(
      try bench.run("check")
        == .init(status: 0, out: "0 errors, 0 warnings\n", err: "Next: vagvisare test\n"))
    #expect(
      try bench.run("check", "--strict", environment: ["LANG": "sv_SE.UTF-8"])
        == .init(status: 0, out: "0 fel, 0 varningar\n", err: "Nästa steg: vagvisare test\n"))
  }

  private static let broken: [String: String] = {
    var files = SmallKnowledge.files
    files["law/sale.topic"] = files["law/sale.topic"]?
      .replacing("related: permit/time", with: "related: permit/tiem")
      .replacing("Köp\n<", with: "Köp\n*")
    files["contact/syd.topic"] = files["contact/syd.topic"]?
      .replacing("040-34 93 54", with: "040-34 93 5x")
    files["permit/time.topic"] = files["permit/time.topic"]?.replacing(
      "~ 30 dagar", with: "~ 31 dagar")
    return files
  }()

  @Test func everyErrorOfEveryFile() throws {
    let bench = try EditorBench(knowledge: Self.broken)
    #expect(
      try bench.run("check")
        == .init(
          status: 2,
          out: """
            Knowledge/contact/syd.topic:7:12: error: “040-34 93 5x” is not a telephone number
              telephone: 040-34 93 5x
                         ^
              Write it like 040-34 93 54; separate several by commas.
            Knowledge/law/sale.topic:4:10: error: there is no topic “permit/tiem”
              related: permit/tiem
                       ^
              Did you mean “permit/time”? Write the topic's path without .topic.
            Knowledge/law/sale.topic:6:1: error: the answer is empty
              == sv
              ^
              Write the answer on lines that begin with < in the block.
            Knowledge/law/sale.topic:8:1: error: the line does not begin with a known mark
              * Att köpa sex är ett brott.
              ^
              Begin with # == -- > < ~ ! @ ^ " or key: value, in the first column.
            Knowledge/permit/time.topic:9:3: error: the answer in Swedish does not state “31 dagar”
              ~ 31 dagar
                ^
              Put the fact into the answer, or remove the line if it is not to be stated.
            5 errors, 0 warnings

            """, err: ""))
    let swedish = try bench.run("check", environment: ["LC_ALL": "sv_SE.UTF-8"])
    #expect(swedish.status == 2)
    #expect(
      swedish.out.hasSuffix(
        """
        Knowledge/permit/time.topic:9:3: error: svaret på svenska säger inte ”31 dagar”
          ~ 31 dagar
            ^
          Skriv in uppgiften i svaret, eller ta bort raden om den inte ska sägas.
        5 fel, 0 varningar

        """))
  }

  private static let warned: [String: String] = {
    var files = SmallKnowledge.files
    files["law/sale.topic"] = files["law/sale.topic"]?
      .replacing("as-of: 2018", with: "as-of: 2018\nreview-by: 2020-01-01")
    files["permit/time.topic"] = files["permit/time.topic"]?
      .replacing("as-of: 2018\nrelated: law/sale", with: "related: law/sale\nas-of: 2018")
    return files
  }()

  @Test func warningsAreLinesAndErrorsWhereStrict() throws {
    let bench = try EditorBench(knowledge: Self.warned)
    let out = """
      Knowledge/law/sale.topic:4:12: warning: the facts should have been reviewed by 2020-01-01. Check them against the source and move review-by forward.
      Knowledge/permit/time.topic:3:1: warning: from here on the file is out of order. Run vagvisare check --fix.
      0 errors, 2 warnings

      """
    #expect(
      try bench.run("check")
        == .init(status: 0, out: out, err: "Next: see to the warnings, then vagvisare test\n"))
    #expect(try bench.run("check", "--strict") == .init(status: 1, out: out, err: ""))
    try bench.replace("review-by: 2020-01-01\n", with: "", in: "Knowledge/law/sale.topic")
    #expect(
      try bench.run("check", "--strict", environment: ["LANG": "sv_SE"])
        == .init(
          status: 1,
          out: """
            Knowledge/permit/time.topic:3:1: warning: härifrån är filen inte i ordning. Kör vagvisare check --fix.
            0 fel, 1 varning

            """, err: ""))
  }

  @Test func jsonForEditorsTools() throws {
    let bench = try EditorBench(knowledge: Self.warned)
    #expect(
      try bench.run("check", "--json", "--strict")
        == .init(
          status: 1,
          out: """
            [{"column":12,"file":"Knowledge/law/sale.topic","line":4,"message":"the facts should have been reviewed by 2020-01-01","remedy":"Check them against the source and move review-by forward.","severity":"warning"},{"column":1,"file":"Knowledge/permit/time.topic","line":3,"message":"from here on the file is out of order","remedy":"Run vagvisare check --fix.","severity":"warning"}]

            """, err: ""))
    let broken = try EditorBench(knowledge: Self.broken)
    let outcome = try broken.run("check", "--json")
    #expect(outcome.status == 2)
    struct Entry: Decodable {
      let severity: String
      let line: Int
    }
    let entries = try JSONDecoder().decode([Entry].self, from: Data(outcome.out.utf8))
    #expect(entries.map(\.line) == [7, 4, 6, 8, 9])
    #expect(entries.allSatisfy { $0.severity == "error" })
    let good = try EditorBench()
    #expect(try good.run("check", "--json") == .init(status: 0, out: "[]\n", err: ""))
  }

  // MARK: Formatting

  @Test func fixPutsFilesInOrderOnce() throws {
    let bench = try EditorBench(knowledge: Self.warned)
    let other = try bench.read("Knowledge/law/sale.topic")
    let outcome = try bench.run("check", "--fix")
    #expect(outcome.status == 0)
    #expect(
      outcome.out == """
        Knowledge/law/sale.topic:4:12: warning: the facts should have been reviewed by 2020-01-01. Check them against the source and move review-by forward.
        0 errors, 1 warning

        """)
    #expect(
      outcome.err == """
        put in order: Knowledge/permit/time.topic
        Next: see to the warnings, then vagvisare test

        """)
    let fixed = try bench.read("Knowledge/permit/time.topic")
    #expect(fixed == SmallKnowledge.files["permit/time.topic"].map { $0 + "\n" })
    #expect(try bench.read("Knowledge/law/sale.topic") == other)
    let again = try bench.run("check", "--fix")
    #expect(again.err == "Next: see to the warnings, then vagvisare test\n")
    #expect(try bench.read("Knowledge/permit/time.topic") == fixed)
  }

  @Test func fixLeavesAFileWithAFaultAlone() throws {
    var files = Self.broken
    files["permit/time.topic"]? += "\n\n\n?"
    let bench = try EditorBench(knowledge: files)
    let text = try bench.read("Knowledge/permit/time.topic")
    #expect(try bench.run("check", "--fix").status == 2)
    #expect(try bench.read("Knowledge/permit/time.topic") == text)
  }

  /// A full disk, as the kernel tells it: nothing is lost and nothing stays behind.
  @Test func whatCannotBeWrittenIsSaid() throws {
    let bench = try EditorBench(knowledge: Self.warned)
    let text = try bench.read("Knowledge/permit/time.topic")
    // Room for 100 bytes of a file; the shell keeps the signal from killing the program.
    let outcome = try bench.run([
      "prlimit", "--fsize=100", "sh", "-c", "trap '' XFSZ; exec \"$0\" check --fix",
      EditorBench.program,
    ])
    #expect(outcome.status == 2)
    #expect(
      outcome.err == "Knowledge/permit/time.topic: error: the file cannot be written\n")
    #expect(try bench.read("Knowledge/permit/time.topic") == text)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path("Knowledge/permit"))
    #expect(names == ["time.topic"])
  }

  // MARK: History

  /// git writes names with other letters than ASCII in quotes, unless it is told not to.
  @Test func aFileNamedInSwedishHasItsHistory() throws {
    var files = SmallKnowledge.plainlyExplained
    files["law/sale.topic"] = nil
    files["permit/time.topic"] = files["permit/time.topic"]?
      .replacing("law/sale", with: "lag/köp av sex")
    files["lag/köp av sex.topic"] = SmallKnowledge.files["law/sale.topic"]
    let bench = try EditorBench(knowledge: files)
    try bench.git("init", "-q")
    try bench.git("add", "-A")
    try bench.git("commit", "-qm", "a")
    try bench.replace(
      "< Att köpa sex är ett brott.", with: "< Att köpa sex är ett brott. Ja.",
      in: "Knowledge/lag/köp av sex.topic")
    #expect(try bench.run("check").out.contains("the text in English is from 2026-01-01"))
    try bench.git("commit", "-qam", "b", date: "2026-01-05T12:00:00")
    #expect(
      try bench.run("check").out.hasPrefix(
        "Knowledge/lag/köp av sex.topic:12:4: warning: the text in English is from 2026-01-01, the one in Swedish from 2026-01-05."
      ))
    let compared = try bench.run("compare", "--against", "HEAD~1")
    #expect(compared.out.contains("    + Att köpa sex är ett brott. Ja."))
    #expect(compared.status == 1)
  }

  @Test func warningsThatSayTheSameAreCounted() throws {
    let bench = try EditorBench()
    let stray = (1...4).map { "> kontakt \($0) i Malmö" }.joined(separator: "\n")
    let english = (1...4).map { "> contact \($0) in Kiruna" }.joined(separator: "\n")
    try bench.write(
      """
      kind: contact
      section: Kontakt / Region Nord
      as-of: 2018
      covers: Norrbotten

      -- Bo Ek
      telephone: 0920-12 34 56

      == sv
      title: Nord
      < Region Nord (Norrbotten):
      > koordinator i Kiruna
      \(stray)

      == en
      title: North
      < Region Nord (Norrbotten):
      > coordinator in Kiruna
      \(english)

      """, to: "Knowledge/contact/nord.topic")
    let outcome = try bench.run("check")
    #expect(outcome.out.contains("more of this kind in the file: lines "))
    #expect(outcome.out.contains("\n  > kontakt 1 i Malmö\n"))
    #expect(
      try bench.run("check", "--all").out.components(separatedBy: ": warning: the question").count
        >= 5)
  }

  @Test func aHeldOutQuestionIsNeverLearntFrom() throws {
    let bench = try EditorBench([
      "Transcripts/held-out/q.jsonl":
        "{\"text\": \"Betänketid?\", \"lang\": \"sv\", \"accept\": [\"permit/time\"]}\n"
    ])
    let outcome = try bench.run("check")
    #expect(outcome.status == 1)
    #expect(
      outcome.out.hasPrefix(
        "Knowledge/permit/time.topic:12:3: error: the question is held out: it is in Transcripts/held-out/q.jsonl:1\n  > betänketid\n    ^\n"
      ))
  }

  /// A change in one language alone is older than the other's from the next day on; a mark says
  /// that it needed none.
  @Test func aTranslationThatLagsBehindByTheCommits() throws {
    let bench = try EditorBench()
    try bench.git("init", "-q")
    try bench.git("add", "-A")
    try bench.git("commit", "-qm", "a")
    #expect(try bench.run("check").out == "0 errors, 0 warnings\n")
    try bench.replace(
      "< Att köpa sex är ett brott.", with: "< Att köpa sex är ett brott. Redan försöket räknas.",
      in: "Knowledge/law/sale.topic")
    try bench.git("commit", "-qam", "b", date: "2026-01-05T12:00:00")
    let warning =
      "Knowledge/law/sale.topic:12:4: warning: the text in English is from 2026-01-01, the one in Swedish from 2026-01-05. Make the change in English as well; if it needs none, write translated: 2026-01-05 in the block.\n"
    #expect(try bench.run("check").out == warning + "0 errors, 1 warning\n")
    try bench.replace(
      "title: Buying sex\n", with: "title: Buying sex\ntranslated: 2026-01-05\n",
      in: "Knowledge/law/sale.topic")
    #expect(try bench.run("check").out == "0 errors, 0 warnings\n")
    // What is not committed yet counts as of today.
    try bench.replace(
      "title: Buying sex\ntranslated: 2026-01-05\n", with: "title: Buying sex\n",
      in: "Knowledge/law/sale.topic")
    try bench.replace("< Hej!", with: "< Hej på dig!", in: "Knowledge/dialogue/hello.topic")
    let out = try bench.run("check").out
    #expect(
      out.hasPrefix(
        "Knowledge/dialogue/hello.topic:10:4: warning: the text in English is from 2026-01-01, the one in Swedish from 2"
      ))
    #expect(out.hasSuffix(warning + "0 errors, 2 warnings\n"))
  }

  // MARK: Usage

  @Test func wrongUsage() throws {
    let bench = try EditorBench()
    #expect(
      try bench.run("check", "Knowledge")
        == .init(
          status: 64, out: "",
          err:
            "vagvisare: “Knowledge” is one argument too many\nHelp: vagvisare check --help\n"))
    #expect(try bench.run("check", "--fx").status == 64)
    #expect(
      try bench.run("check", "--knowledge", "none")
        == .init(
          status: 2,
          out: """
            none: error: the folder cannot be read
              Give a knowledge folder with --knowledge DIR.
            1 error, 0 warnings

            """, err: ""))
  }

  @Test func colourOnATerminalOnly() throws {
    let bench = try EditorBench(knowledge: Self.warned)
    let command = "\(EditorBench.program) check"
    let terminal = ["script", "-qec", command, "/dev/null"]
    let colored = try bench.run(terminal, environment: ["TERM": "xterm-256color"]).out
    #expect(
      colored.contains(
        "\u{1B}[33mKnowledge/permit/time.topic:3:1: warning: from here on the file is out of order\u{1B}[0m. Run"
      ))
    for environment in [["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(try !bench.run(terminal, environment: environment).out.contains("\u{1B}"))
    }
    #expect(try !bench.run("check", environment: ["TERM": "xterm"]).out.contains("\u{1B}"))
  }

  /// The shipped knowledge is without a fault.
  @Test func theShippedKnowledgeIsClean() throws {
    let bench = try EditorBench()
    let knowledge = EditorBench.package.appendingPathComponent("Knowledge").path
    let outcome = try bench.run("check", "--strict", "--knowledge", knowledge)
    #expect(outcome.out == "0 errors, 0 warnings\n")
    #expect(outcome.status == 0)
  }
}
