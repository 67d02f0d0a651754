import Foundation
import TestSupport
import Testing

@Suite struct ReportCommandTests {
  private let files = [
    "Transcripts/a.transcript": "> betänketid\n@ permit/time\n",
    "Transcripts/q/set.jsonl":
      "{\"text\": \"betänketid\", \"lang\": \"sv\", \"accept\": [\"law/sale\"]}\n",
  ]

  @Test func writesOnePage() throws {
    let bench = try EditorBench(files)
    #expect(
      try bench.run("report", "--html", "page.html", environment: ["LANG": "sv_SE.UTF-8"])
        == .init(status: 0, out: "", err: "Skrev page.html; öppna den i en webbläsare\n"))
    let page = try bench.read("page.html")
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"sv\">\n"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<li><b>1 / 1</b>samtal lyckas</li>"))
    #expect(page.contains("<title>Köp → Betänketid: 1 fel, 0 nära</title>"))
    #expect(page.contains("Transcripts/q/set.jsonl:1: &gt; betänketid"))
  }

  /// A name forgotten or mistaken must cost nobody a file.
  @Test(arguments: [
    ["report", "--html", "Knowledge/law/sale.topic"],
    ["test", "--junit", "Transcripts/a.transcript"],
    ["test", "--junit", "Transcripts/q/set.jsonl"],
  ])
  func aReportTakesNoContentsPlace(arguments: [String]) throws {
    let bench = try EditorBench(files)
    let before = try bench.read(arguments[2])
    #expect(
      try bench.run(arguments[0], arguments[1], arguments[2])
        == .init(
          status: 64, out: "",
          err: """
            vagvisare: \(arguments[1]) will not overwrite \(arguments[2]); choose another name for the report
            Help: vagvisare \(arguments[0]) --help

            """))
    #expect(try bench.read(arguments[2]) == before)
  }

  @Test func knownFailuresAreNoPasses() throws {
    let bench = try EditorBench([
      "Transcripts/a.transcript": """
      == Good
      > betänketid
      @ permit/time

      == Known
      known-failure: later
      > betänketid
      @ law/sale

      """
    ])
    #expect(try bench.run("report", "--html", "page.html").status == 0)
    #expect(try bench.read("page.html").contains("<li><b>1 / 2</b>conversations pass</li>"))
  }

  @Test func whatCannotBeReported() throws {
    let bench = try EditorBench(files)
    #expect(
      try bench.run("report")
        == .init(
          status: 64, out: "",
          err: "vagvisare: --html FILE is missing\nHelp: vagvisare report --help\n"))
    #expect(
      try bench.run("report", "--html", "no/page.html")
        == .init(
          status: 2, out: "", err: "no/page.html: error: the file cannot be written\n"))
    try bench.write("?\n", to: "Transcripts/q/set.jsonl")
    #expect(
      try bench.run("report", "--html", "page.html")
        == .init(
          status: 2, out: "",
          err: """
            Transcripts/q/set.jsonl:1:1: error: the line is no labelled question
              Write a JSON object with text, lang and accept; it may have must, must_not, first and not_first.

            """))
    #expect(!FileManager.default.fileExists(atPath: bench.path("page.html")))
  }
}
