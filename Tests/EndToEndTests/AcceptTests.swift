import Foundation
import TestSupport
import Testing

@Suite struct AcceptTests {
  private static let text = """
    # Överst

    == Tid
    > betänketid
    # varför
    @ law/sale
    ~ 30 dagar

    == Hälsning
    > hello
    < Hi!

    == Fakta
    > betänketid
    @ law/sale
    ~ 31 dagar

    == Känt
    known-failure: senare
    > hello
    @ law/sale

    """

  private func bench() throws -> EditorBench {
    try EditorBench(["Transcripts/a.transcript": Self.text])
  }

  @Test func asksOneByOneAndWritesOnlyWhatIsAccepted() throws {
    let bench = try bench()
    let outcome = try bench.run("test", "--accept", input: "what?\nn\ny\n")
    #expect(outcome.status == 1)
    let dialogue = try #require(outcome.out.components(separatedBy: "(1 file)\n").last)
    #expect(
      dialogue == """
        Transcripts/a.transcript:4:3: > betänketid
          − @ law/sale
          + @ permit/time
        Accept? [y]es, [n]o, [q]uit: Accept? [y]es, [n]o, [q]uit: Transcripts/a.transcript:10:3: > hello
          − < Hi!
          + < Hello!
        Accept? [y]es, [n]o, [q]uit: 1 changed, 2 left as they are

        """)
    #expect(outcome.err == "Next: vagvisare test\n")
    #expect(
      try bench.read("Transcripts/a.transcript")
        == Self.text.replacing("< Hi!", with: "< Hello!"))
  }

  @Test func speaksSwedish() throws {
    let bench = try bench()
    let outcome = try bench.run(
      "test", "--accept", input: "j\nj\n", environment: ["LANG": "sv_SE.UTF-8"])
    #expect(outcome.out.contains("\nGodta? [j]a, [n]ej, [s]luta: "))
    #expect(outcome.out.hasSuffix("2 ändrade, 1 kvar\n"))
    #expect(outcome.err == "Nästa steg: vagvisare test\n")
    #expect(
      try bench.read("Transcripts/a.transcript")
        == Self.text.replacing("# varför\n@ law/sale", with: "# varför\n@ permit/time")
        .replacing("< Hi!", with: "< Hello!"))
  }

  /// What changes the same is accepted at once, in every file.
  @Test func allOfAKind() throws {
    let turn = { (heading: String) in "== \(heading)\n> betänketid\n@ law/sale\n\n" }
    let bench = try EditorBench([
      "Transcripts/a.transcript": turn("1") + "== 2\n> hello\n@ law/sale\n\n" + turn("3"),
      "Transcripts/b.transcript": turn("4"),
    ])
    let outcome = try bench.run("test", "--accept", input: "a\nn\n")
    #expect(outcome.out.contains("Accept? [y]es, [a]ll 3 of this kind, [n]o, [q]uit: "))
    #expect(outcome.out.contains("+ @ dialogue/hello\nAccept? [y]es, [n]o, [q]uit: "))
    #expect(outcome.out.hasSuffix("3 changed, 1 left as they are\n"))
    #expect(
      try bench.read("Transcripts/a.transcript").components(separatedBy: "@ permit/time").count == 3
    )
    #expect(try bench.read("Transcripts/b.transcript").contains("@ permit/time"))
    // A Swede who types the whole word means it.
    let swedish = try EditorBench(["Transcripts/a.transcript": turn("1") + turn("2")])
    let end = try swedish.run(
      "test", "--accept", input: "avsluta\n", environment: ["LANG": "sv_SE.UTF-8"])
    #expect(end.out.contains("Godta? [j]a, [a]lla 2 av slaget, [n]ej, [s]luta: "))
    #expect(end.out.hasSuffix("0 ändrade, 2 kvar\n"))
  }

  /// Facts that are missing and known failures are left for a person.
  @Test func whenEverythingElseIsAcceptedNothingIsAskedAgain() throws {
    let bench = try bench()
    _ = try bench.run("test", "--accept", input: "y\ny\n")
    let again = try bench.run("test", "--accept", input: "y\ny\n")
    #expect(again.out.hasSuffix("(1 file)\n0 changed, 1 left as they are\n"))
    #expect(again.status == 1)
    try bench.replace("~ 31 dagar", with: "~ 30 dagar", in: "Transcripts/a.transcript")
    let last = try bench.run("test", "--accept", input: "y\n")
    #expect(last.status == 0)
    #expect(last.out.hasSuffix("1 changed, 0 left as they are\n"))
    #expect(try bench.run("test").status == 0)
  }

  @Test func quittingKeepsWhatWasAcceptedBefore() throws {
    let bench = try bench()
    let outcome = try bench.run("test", "--accept", input: "y\nq\n")
    #expect(outcome.out.hasSuffix("1 changed, 2 left as they are\n"))
    #expect(
      try bench.read("Transcripts/a.transcript")
        == Self.text.replacing("# varför\n@ law/sale", with: "# varför\n@ permit/time"))
    // The end of the input is a no to everything.
    let other = try self.bench()
    #expect(try other.run("test", "--accept").out.hasSuffix("0 changed, 3 left as they are\n"))
    #expect(try other.read("Transcripts/a.transcript") == Self.text)
  }

  @Test func neverUnderABuildServer() throws {
    let bench = try bench()
    #expect(
      try bench.run("test", "--accept", input: "y\ny\n", environment: ["CI": "true"])
        == .init(
          status: 64, out: "",
          err: "vagvisare: --accept writes nothing when CI is set\nHelp: vagvisare test --help\n"))
    #expect(
      try bench.run("test", "--accept", environment: ["CI": "1", "LANG": "sv_SE"]).err
        == "vagvisare: --accept skriver inget när CI är satt\nHjälp: vagvisare test --help\n")
    #expect(try bench.read("Transcripts/a.transcript") == Self.text)
    #expect(try bench.run("test", "--accept", environment: ["CI": ""]).status == 1)
  }

  @Test func aFileEditedMeanwhileIsNotOverwritten() throws {
    let bench = try bench()
    let child = try bench.start("test", "--accept")
    _ = try child.wait(for: "[q]uit: ")
    let edited = "# En rad till\n" + Self.text
    try bench.write(edited, to: "Transcripts/a.transcript")
    child.write("y\ny\n")
    child.closeInput()
    let outcome = try child.outcome()
    #expect(outcome.status == 2)
    #expect(
      outcome.err
        == "Transcripts/a.transcript: error: the file has changed in the meantime; nothing was written, run again\n"
    )
    #expect(try bench.read("Transcripts/a.transcript") == edited)
  }

  /// The limit of a file's size is reached at every byte that it writes: the file is the old one then,
  /// and the new one once all of it could be written.
  @Test func limitedAtAnyByteItLeavesTheOldFileOrTheNew() throws {
    let old = "> betänketid\n@ law/sale\n"
    let new = "> betänketid\n@ permit/time\n"
    let bench = try EditorBench(["Transcripts/a.transcript": old])
    let size = new.utf8.count
    for limit in 0...size {
      let outcome = try bench.run(
        ["prlimit", "--fsize=\(limit)", "--core=0", EditorBench.program, "test", "--accept"],
        input: "y\n")
      let text = try bench.read("Transcripts/a.transcript")
      if limit < size {
        #expect(outcome.status == 2)
        #expect(text == old, "killed at byte \(limit)")
      } else {
        #expect(outcome.status == 0)
        #expect(text == new)
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path("Transcripts"))
    #expect(names == ["a.transcript"])
  }

  /// Killed at any time, not only while it writes.
  @Test func killedAtAnyTimeItLeavesTheOldFileOrTheNew() throws {
    let old = "> betänketid\n@ law/sale\n"
    let new = "> betänketid\n@ permit/time\n"
    for round in 0..<20 {
      let bench = try EditorBench(["Transcripts/a.transcript": old])
      let child = try bench.start("test", "--accept")
      _ = try child.wait(for: "[q]uit: ")
      child.write("y\n")
      usleep(UInt32(round) * 150)
      child.kill(SIGKILL)
      _ = try child.outcome()
      let text = try bench.read("Transcripts/a.transcript")
      #expect(text == old || text == new)
      #expect(try [0, 1].contains(bench.run("test").status))
    }
  }
}
