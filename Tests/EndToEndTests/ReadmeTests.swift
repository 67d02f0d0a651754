import Foundation
import TestSupport
import Testing

/// What the README promises to who reads no further.
@Suite struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(
      contentsOf: EditorBench.package.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The first screen shows a talk: what is typed behind `>`, and what is answered to it, where "…"
  /// stands for anything in a line, and alone on a line for any lines.
  @Test func theTalkIsWhatTheProgramAnswers() throws {
    let block = try #require(
      text.firstMatch(of: /```console\n\$ vagvisare chat\n(?<talk>(?s:.*?))```/)?.output.talk)
    let turns = block.split(separator: "> ", omittingEmptySubsequences: true).map {
      $0.split(separator: "\n").map(String.init)
    }
    #expect((3...6).contains(turns.count))
    let above = text[..<block.startIndex].split(separator: "\n", omittingEmptySubsequences: false)
    #expect(above.count + block.split(separator: "\n").count < 40, "more than a screen")
    let bench = try EditorBench(["here": ""], knowledge: [:])
    let outcome = try bench.run(
      "chat", input: turns.map { $0[0] + "\n" }.joined(),
      environment: [
        "VAGVISARE_KNOWLEDGE": EditorBench.package.appendingPathComponent("Knowledge").path
      ])
    #expect(outcome.status == 0)
    let expected = turns.flatMap { $0.dropFirst() }
    #expect(GuideTests.matches(outcome.out, expected), "printed:\n\(outcome.out)")
  }

  /// The two commands of a newcomer: `.ci/run` takes the second from here.
  @Test func theCommandsAreThere() throws {
    #expect(text.contains("swift run -c release vagvisare chat\n```"))
    let line = try #require(text.firstMatch(of: /<!-- test -->\n```sh\n(.*)\n```/)?.output.1)
    #expect(line.hasSuffix("swift test -c release"))
  }

  /// Files and folders are named as they are.
  @Test func whatIsNamedIsThere() throws {
    let names = text.matches(of: #/`((?:Sources|Tests|Knowledge|Transcripts)/[^` ]*)`/#)
      .map { String($0.output.1) }
    #expect(names.count > 8)
    for name in names {
      let path = EditorBench.package.appendingPathComponent(name).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}
