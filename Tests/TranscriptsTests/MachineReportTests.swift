import Foundation
import FoundationXML
import Knowledge
import TestSupport
import Testing
import Transcripts

/// TAP for terminals, JUnit for build servers: one run, good, bad, known and broken.
@Suite struct MachineReportTests {
  private static let files = [
    "a.transcript": """
    == Tid & <ångest> "x" #1 \\
    > betänketid
    @ permit/time
    == Fel
    > hello
    @ law/sale
    == Känt
    known-failure: inte än & "så"
    > hello
    @ law/sale
    == Oväntat
    known-failure: nej
    > hello
    @ dialogue/hello
    """,
    "b.transcript": "> hej\n@ nope\n",
  ]

  private func withRun(_ body: (TranscriptRun, FailureReport, String) throws -> Void) throws {
    let folder = try SmallKnowledge.write(Self.files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let responder = try small.get()
    let run = TranscriptRun(paths: [folder.path, folder.path + "/no"], responder: responder)
    try body(run, FailureReport(responder.knowledge, .english), folder.path)
  }

  @Test func tap() throws {
    try withRun { run, failures, folder in
      let lines = TAPReport(run, failures, in: .english).lines
      #expect(
        lines.map { $0.replacing(folder, with: "T") } == [
          "TAP version 14",
          "1..4",
          ##"ok 1 - T/a.transcript:1: Tid & <ångest> "x" \#1 \\"##,
          "not ok 2 - T/a.transcript:4: Fel",
          "# T/a.transcript:5:3: > hello",
          "#   expected @ law/sale, got @ dialogue/hello",
          "#   < Hello!", "#   Words.", "#   First dialogue/hello.", "#   Then.", "#   Then.",
          #"not ok 3 - T/a.transcript:7: Känt # TODO inte än & "så""#,
          "not ok 4 - T/a.transcript:11: Oväntat",
          "# T/a.transcript:11:4: passes, but is marked known-failure; remove that line",
          "Bail out! T/no: error: the file cannot be read",
        ])
    }
  }

  @Test func tapNamesAConversationWithoutHeadingByItsPlace() throws {
    let folder = try SmallKnowledge.write(["c.transcript": "> hello\n@ dialogue/hello\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let responder = try small.get()
    let run = TranscriptRun(paths: [folder.path], responder: responder)
    let lines = TAPReport(run, FailureReport(responder.knowledge, .english), in: .english).lines
    #expect(lines == ["TAP version 14", "1..1", "ok 1 - \(folder.path)/c.transcript:1"])
  }

  @Test func junit() throws {
    try withRun { run, failures, folder in
      let text = JUnitReport(run, failures, in: .english).text.replacing(folder, with: "T")
      #expect(
        text == """
          <?xml version="1.0" encoding="UTF-8"?>
          <testsuites name="vagvisare" tests="6" failures="2" errors="2">
            <testsuite name="T/a.transcript" tests="4" failures="2" errors="0">
              <testcase classname="T/a.transcript" name="Tid &amp; &lt;ångest&gt; &quot;x&quot; #1 \\" file="T/a.transcript" line="1"/>
              <testcase classname="T/a.transcript" name="Fel" file="T/a.transcript" line="4">
                <failure message="T/a.transcript:5:3: &gt; hello">T/a.transcript:5:3: &gt; hello
            expected @ law/sale, got @ dialogue/hello
            &lt; Hello!
            Words.
            First dialogue/hello.
            Then.
            Then.</failure>
              </testcase>
              <testcase classname="T/a.transcript" name="Känt" file="T/a.transcript" line="7"><skipped message="inte än &amp; &quot;så&quot;"/></testcase>
              <testcase classname="T/a.transcript" name="Oväntat" file="T/a.transcript" line="11">
                <failure message="T/a.transcript:11:4: passes, but is marked known-failure; remove that line">T/a.transcript:11:4: passes, but is marked known-failure; remove that line</failure>
              </testcase>
            </testsuite>
            <testsuite name="T/b.transcript" tests="1" failures="0" errors="1">
              <testcase classname="T/b.transcript" name="T/b.transcript:2:3" file="T/b.transcript" line="2">
                <error message="T/b.transcript:2:3: error: there is no topic “nope”">T/b.transcript:2:3: error: there is no topic “nope”
            @ nope
              ^
            vagvisare topics lists them.</error>
              </testcase>
            </testsuite>
            <testsuite name="T/no" tests="1" failures="0" errors="1">
              <testcase classname="T/no" name="T/no" file="T/no" line="0">
                <error message="T/no: error: the file cannot be read">T/no: error: the file cannot be read
            Check the path and the permissions of the file.</error>
              </testcase>
            </testsuite>
          </testsuites>

          """)
    }
  }

  /// Read back by a parser that knows nothing of us.
  @Test func junitIsWellFormed() throws {
    try withRun { run, failures, _ in
      let reader = NameReader()
      let parser = XMLParser(data: Data(JUnitReport(run, failures, in: .swedish).text.utf8))
      parser.delegate = reader
      #expect(parser.parse())
      #expect(reader.names.prefix(2) == ["Tid & <ångest> \"x\" #1 \\", "Fel"])
      #expect(reader.failures == 2)
    }
  }

  private final class NameReader: NSObject, XMLParserDelegate {
    var names: [String] = []
    var failures = 0
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "testcase" { names.append(attributes["name"] ?? "") }
      if name == "failure" { failures += 1 }
    }
  }

  @Test func xmlHoldsNoCharacterThatItMayNot() {
    #expect("a\u{1B}[1m\u{FFFE}\u{0}\r\n\tb<&>\"å".xmlEscaped == "a[1m\n\tb&lt;&amp;&gt;&quot;å")
  }
}
