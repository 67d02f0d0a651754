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
        == .init(status: 0, out: "", err: ""))
    let page = try bench.read("page.html")
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"sv\">\n"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<li><b>1 / 1</b>samtal lyckas</li>"))
    #expect(page.contains("title=\"law/sale → permit/time\">1</td>"))
    #expect(page.contains("Transcripts/q/set.jsonl:1: &gt; betänketid"))
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
              Write a JSON object with text, lang and accept; it may have must and must_not.

            """))
    #expect(!FileManager.default.fileExists(atPath: bench.path("page.html")))
  }
}
