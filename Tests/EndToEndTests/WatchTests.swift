import Foundation
import TestSupport
import Testing

/// `test --watch`, with real edits. The deadlines are generous; how long it took is printed.
@Suite struct WatchTests {
  private let files = [
    "Transcripts/a.transcript": "> betänketid\n@ permit/time\n~ 30 dagar\n",
    "Transcripts/b.transcript": "> hello\n@ dialogue/hello\n",
  ]

  private func started(_ bench: EditorBench, _ paths: [String] = []) throws -> Child {
    let child = try Child(
      [EditorBench.program, "test", "--watch"] + paths, folder: bench.folder.path,
      environment: EditorBench.variables([:]))
    _ = try child.wait(for: "(")
    try child.waitForMessage("Waiting for changes; Ctrl-C ends.\n")
    return child
  }

  private func measured(_ what: String, _ body: () throws -> Void) rethrows {
    let start = Date()
    try body()
    print("watch: \(what) after \(Int(Date().timeIntervalSince(start) * 1000)) ms")
  }

  /// What a change of the knowledge gives, below the line that names a file of it: the system may tell
  /// late of those that were written before, and one of them is named.
  private func knowledgeChange(_ child: Child) throws -> String {
    let lines = try child.wait(for: "files)\n").split(
      separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    #expect(lines.first == "")
    #expect(lines[1].hasPrefix("Changed: Knowledge/"))
    return String(lines.last ?? "")
  }

  @Test func anEditToKnowledgeRunsEverythingAgain() throws {
    let bench = try EditorBench(files)
    let child = try started(bench)
    _ = try child.wait(for: "files)\n")
    try measured("knowledge") {
      try bench.replace("30 dagar", with: "31 dagar", in: "Knowledge/permit/time.topic")
      #expect(
        try knowledgeChange(child) == """
          Transcripts/a.transcript:1:3: > betänketid
            missing: ~ 30 dagar
            < Betänketiden är 31 dagar.
            < [Lag / Tid (2018)]
            Words.
            First permit/time.
            Then.
            Then.
          1 conversation passed, 1 failed (2 files)

          """)
    }
    child.closeInput()
    let outcome = try child.outcome()
    #expect(outcome.status == 0)
    #expect(outcome.out == "")
  }

  @Test func anEditToATranscriptRunsThatOne() throws {
    let bench = try EditorBench(files)
    let child = try started(bench)
    _ = try child.wait(for: "files)\n")
    try measured("transcript") {
      try bench.replace("@ dialogue/hello", with: "@ law/sale", in: "Transcripts/b.transcript")
      #expect(
        try child.wait(for: "file)\n") == """

          Changed: Transcripts/b.transcript
          Transcripts/b.transcript:1:3: > hello
            expected @ law/sale, got @ dialogue/hello
            < Hello!
            Words.
            First dialogue/hello.
            Then.
            Then.
          0 conversations passed, 1 failed (1 file)

          """)
    }
    // As editors do: beside it, then renamed; and a new file in a new folder.
    try bench.write("> hello\n@ dialogue/hello\n", to: "Transcripts/b.tmp")
    try FileManager.default.removeItem(atPath: bench.path("Transcripts/b.transcript"))
    try FileManager.default.moveItem(
      atPath: bench.path("Transcripts/b.tmp"), toPath: bench.path("Transcripts/b.transcript"))
    #expect(
      try child.wait(for: "file)\n").hasSuffix("\n1 conversation passed, 0 failed (1 file)\n"))
    // Where the steps of the renaming came apart, the file beside it is run once more.
    try bench.write("> god dag\n@ law/sale\n", to: "Transcripts/new/c.transcript")
    _ = try child.wait(for: "Transcripts/new/c.transcript:1:3: > god dag\n")
  }

  @Test func brokenKnowledgeIsSaidAndMendingItToo() throws {
    let bench = try EditorBench(files)
    let child = try started(bench)
    _ = try child.wait(for: "files)\n")
    let text = try bench.read("Knowledge/law/sale.topic")
    try bench.write(text + "\n?\n", to: "Knowledge/law/sale.topic")
    try child.waitForMessage("error: the line does not begin with a known mark\n")
    try bench.write(text, to: "Knowledge/law/sale.topic")
    #expect(
      try knowledgeChange(child) == """
        2 conversations passed, 0 failed (2 files)

        """)
  }

  @Test func onlyWhatWasAskedForIsRun() throws {
    let bench = try EditorBench(files)
    let child = try started(bench, ["./Transcripts/a.transcript:1"])
    _ = try child.wait(for: "file)\n")
    try bench.write("> hello\n@ law/sale\n", to: "Transcripts/b.transcript")
    try bench.write("> betänketid\n@ law/sale\n", to: "Transcripts/a.transcript")
    let out = try child.wait(for: "file)\n")
    #expect(out.contains("./Transcripts/a.transcript:1:3: > betänketid\n"))
    #expect(!out.contains("hello"))
  }

  @Test func aFileThatIsNoKnowledgeHidesNoTranscript() throws {
    let bench = try EditorBench(files)
    let child = try started(bench)
    _ = try child.wait(for: "files)\n")
    // At once, as when an editor saves everything that is open.
    try bench.write("draft", to: "Knowledge/law/sale.topic~")
    try bench.write("> hello\n@ law/sale\n", to: "Transcripts/b.transcript")
    #expect(
      try child.wait(for: "file)\n").hasSuffix("\n0 conversations passed, 1 failed (1 file)\n"))
  }

  @Test func anInterruptEndsIt() throws {
    let bench = try EditorBench(files)
    let child = try started(bench)
    child.kill(SIGINT)
    #expect(try child.outcome().status == 128 + SIGINT)
  }

  @Test func withoutInputItGoesOn() throws {
    let bench = try EditorBench(files)
    let child = try Child(
      ["sh", "-c", "exec \"$0\" test --watch < /dev/null", EditorBench.program],
      folder: bench.folder.path, environment: EditorBench.variables([:]))
    try child.waitForMessage("Waiting for changes")
    _ = try child.wait(for: "files)\n")
    try bench.write("> hello\n@ law/sale\n", to: "Transcripts/b.transcript")
    #expect(try child.wait(for: "file)\n").contains("expected @ law/sale"))
    child.kill(SIGTERM)
    #expect(try child.outcome().status == 128 + SIGTERM)
  }
}
