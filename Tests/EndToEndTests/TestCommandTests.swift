import Foundation
import TestSupport
import Testing

@Suite struct TestCommandTests {
  static let good = "== Tid\n> betänketid\n@ permit/time\n~ 30 dagar\n"
  static let bad = "== Fel\n> betänketid\n@ law/sale\n\n== Rätt\n> hello\n@ dialogue/hello\n"

  @Test func passes() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": Self.good])
    #expect(
      try bench.run("test")
        == .init(
          status: 0, out: "1 conversation passed, 0 failed (1 file)\n",
          err: "Next: vagvisare compare --against HEAD\n"))
    #expect(
      try bench.run("test", environment: ["LANG": "sv_SE.UTF-8"])
        == .init(
          status: 0, out: "1 samtal lyckades, 0 misslyckades (1 fil)\n",
          err: "Nästa steg: vagvisare compare --against HEAD\n"))
  }

  @Test func failsWithExpectedGotAndWhatToDo() throws {
    let bench = try EditorBench([
      "Transcripts/a.transcript": Self.good, "Transcripts/x/b.transcript": Self.bad,
    ])
    #expect(
      try bench.run("test")
        == .init(
          status: 1,
          out: """
            Transcripts/x/b.transcript:2:3: > betänketid
              expected @ law/sale, got @ permit/time
              < Betänketiden är 30 dagar.
              < [Lag / Tid (2018)]
              Words.
              First permit/time.
              Then.
              Then.
            2 conversations passed, 1 failed (2 files)

            """,
          err: "Next: mend Knowledge; where the new answers are right, vagvisare test --accept\n"))
    let swedish = try bench.run("test", environment: ["LANG": "sv_SE.UTF-8"])
    #expect(
      swedish.out == """
        Transcripts/x/b.transcript:2:3: > betänketid
          väntat @ law/sale, fick @ permit/time
          < Betänketiden är 30 dagar.
          < [Lag / Tid (2018)]
          Ord.
          Först permit/time.
          Sedan.
          Sedan.
        2 samtal lyckades, 1 misslyckades (2 filer)

        """)
    #expect(
      swedish.err
        == "Nästa steg: rätta Knowledge; är de nya svaren rätt, vagvisare test --accept\n")
  }

  /// With phrases for it the why follows: what decided, the words that counted, the runner-up.
  @Test func aFailureSaysWhy() throws {
    var files = SmallKnowledge.files
    files["phrases.phrases"] = """
      == sv
      why-ranking: Avgörande: orden.
      why-words: Ord: {words}.
      why-first: Troligast: {topic}.
      why-next: Därefter: {topic}.

      == en
      why-ranking: What decided: the words.
      why-words: Words: {words}.
      why-first: Likeliest: {topic}.
      why-next: Next: {topic}.
      """
    let bench = try EditorBench(["Transcripts/b.transcript": Self.bad], knowledge: files)
    let lines = try bench.run("test").out.split(separator: "\n").map(String.init)
    #expect(lines.contains("  What decided: the words."))
    #expect(lines.contains { $0.hasPrefix("  Words: betänketid (+") })
    #expect(lines.contains("  Likeliest: permit/time."))
    #expect(lines.contains { $0.hasPrefix("  Next: ") })
    let swedish = try bench.run("test", environment: ["LANG": "sv_SE"]).out
    #expect(swedish.contains("\n  Avgörande: orden.\n"))
  }

  @Test func knownFailuresAreCounted() throws {
    let bench = try EditorBench([
      "Transcripts/a.transcript": Self.good
        + "\n== Känt\nknown-failure: senare\n> hello\n@ law/sale\n"
    ])
    #expect(
      try bench.run("test").out
        == "1 conversation passed, 0 failed, 1 known failure (1 file)\n")
    #expect(
      try bench.run("test", environment: ["LANG": "sv"]).out
        == "1 samtal lyckades, 0 misslyckades, 1 känt fel (1 fil)\n")
    try bench.write(
      "== Känt\nknown-failure: senare\n> hello\n@ dialogue/hello\n", to: "Transcripts/a.transcript")
    #expect(
      try bench.run("test")
        == .init(
          status: 1,
          out: """
            Transcripts/a.transcript:1:4: passes, but is marked known-failure; remove that line
            0 conversations passed, 1 failed (1 file)

            """,
          err: "Next: mend Knowledge; where the new answers are right, vagvisare test --accept\n"))
  }

  // MARK: Paths

  @Test func pathsFoldersAndLines() throws {
    let bench = try EditorBench([
      "Transcripts/a.transcript": Self.good, "Transcripts/x/b.transcript": Self.bad,
      "else.transcript": Self.good,
    ])
    let counts: [([String], String)] = [
      (["Transcripts/a.transcript"], "1 conversation passed, 0 failed (1 file)"),
      (["Transcripts/x"], "1 conversation passed, 1 failed (1 file)"),
      (["Transcripts/x/b.transcript:6"], "1 conversation passed, 0 failed (1 file)"),
      (["Transcripts/x/b.transcript:6:3"], "1 conversation passed, 0 failed (1 file)"),
      (["Transcripts/x/b.transcript:2"], "0 conversations passed, 1 failed (1 file)"),
      (
        ["else.transcript", "Transcripts/", "else.transcript:2"],
        "3 conversations passed, 1 failed (3 files)"
      ),
    ]
    for (paths, summary) in counts {
      let out = try bench.run([EditorBench.program, "test"] + paths).out
      #expect(out.split(separator: "\n").last.map(String.init) == summary, "\(paths)")
    }
  }

  @Test func withoutPathsTheFolderBesideTheKnowledge() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": Self.good, "deep/er/x.txt": ""])
    let outcome = try bench.run([
      "sh", "-c", "cd deep/er && exec \"$0\" test", EditorBench.program,
    ])
    #expect(outcome.out == "1 conversation passed, 0 failed (1 file)\n")
  }

  @Test func whatCannotBeRunIsUnreadable() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": "== Å\n> hej\n@ permit/tme\n> då\n"])
    #expect(
      try bench.run("test", "Transcripts", "nowhere", "Knowledge", "Transcripts/a.transcript:9")
        == .init(
          status: 2, out: "0 conversations passed, 0 failed (1 file)\n",
          err: """
            nowhere: error: the file cannot be read
              Check the path and the permissions of the file.
            Knowledge: error: there are no transcripts here
              Give files that end in .transcript, or a folder of them.
            Transcripts/a.transcript:3:3: error: there is no topic “permit/tme”
              @ permit/tme
                ^
              Did you mean “permit/time”?
            Transcripts/a.transcript:4:1: error: no answer is expected
              > då
              ^
              Add at least one line with @, ~, ^ or < below it.

            """))
    let none = try EditorBench()
    #expect(
      try none.run("test", environment: ["LANG": "sv_SE"])
        == .init(
          status: 2, out: "0 samtal lyckades, 0 misslyckades (0 filer)\n",
          err: """
            Transcripts: error: filen kan inte läsas
              Kontrollera sökvägen och filens rättigheter.

            """))
  }

  @Test func brokenKnowledgeIsUnreadable() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": Self.good])
    try bench.write("?\n", to: "Knowledge/law/sale.topic")
    let outcome = try bench.run("test")
    #expect(outcome.status == 2)
    #expect(outcome.out.isEmpty)
    #expect(
      outcome.err.contains("law/sale.topic:1:1: error: the line does not begin with a known mark"))
  }

  // MARK: Reports

  @Test func tapAndJUnit() throws {
    let bench = try EditorBench(["Transcripts/b.transcript": Self.bad])
    let outcome = try bench.run("test", "--tap", "--junit", "out.xml")
    #expect(
      outcome
        == .init(
          status: 1,
          out: """
            TAP version 14
            1..2
            not ok 1 - Transcripts/b.transcript:1: Fel
            # Transcripts/b.transcript:2:3: > betänketid
            #   expected @ law/sale, got @ permit/time
            #   < Betänketiden är 30 dagar.
            #   < [Lag / Tid (2018)]
            #   Words.
            #   First permit/time.
            #   Then.
            #   Then.
            ok 2 - Transcripts/b.transcript:5: Rätt

            """, err: ""))
    let xml = try bench.read("out.xml")
    #expect(
      xml.contains(
        "<testsuites name=\"vagvisare\" tests=\"2\" failures=\"1\" errors=\"0\">"))
    #expect(
      try bench.run("test", "--junit", "no/out.xml").err
        == "no/out.xml: error: the file cannot be written\n")
    #expect(try bench.run("test", "--junit=no/out.xml").status == 2)
  }

  @Test func coverage() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": Self.good])
    let outcome = try bench.run("test", "--coverage")
    #expect(outcome.status == 0)
    #expect(outcome.out.hasPrefix("topic             en    sv\ncontact/syd       0     0\n"))
    #expect(
      outcome.out.hasSuffix(
        """
        0 of 14 topics and languages have at least 2 conversations; 3 facts are required by none
        1 conversation passed, 0 failed (1 file)

        """))
    // Read on a narrow window: the table stays below 40 columns.
    let table = outcome.out.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
    #expect(table.count == 8)
    #expect(table.allSatisfy { $0.count < 40 })
  }

  @Test func whatDoesNotGoTogether() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": Self.good])
    #expect(
      try bench.run("test", "--watch", "--tap")
        == .init(
          status: 64, out: "",
          err: "vagvisare: --watch and --tap cannot be used together\nHelp: vagvisare test --help\n"
        ))
    for options in [["--accept", "--watch"], ["--accept", "--tap"], ["--watch", "--junit", "x"]] {
      #expect(try bench.run([EditorBench.program, "test"] + options).status == 64)
    }
  }

  @Test func differencesAreColouredOnATerminal() throws {
    let bench = try EditorBench(["Transcripts/a.transcript": "> betänketid\n< Nej.\n"])
    let terminal = ["script", "-qec", "\(EditorBench.program) test", "/dev/null"]
    let out = try bench.run(terminal, environment: ["TERM": "xterm"]).out
    #expect(out.contains("\u{1B}[1mTranscripts/a.transcript:1:3: > betänketid\u{1B}[0m"))
    #expect(out.contains("\u{1B}[31m  − Nej.\u{1B}[0m"))
    #expect(out.contains("\u{1B}[32m  + Betänketiden är 30 dagar.\u{1B}[0m"))
  }
}
