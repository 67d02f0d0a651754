import Foundation
import TestSupport
import Testing

/// Many questions at once, a part of them to each process.
@Suite(.serialized) struct BatchTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private struct Reply: Decodable {
    var id: String?
    var status: String?
    var text: [String]?
    var new: Bool?
  }

  private static let questions = ["betänketid", "får man köpa sex", "och vem då?"]

  /// What each of the questions is answered when nothing was said before it.
  private func check(_ lines: [Substring], count: Int) throws {
    let replies = try lines.map { try JSONDecoder().decode(Reply.self, from: Data($0.utf8)) }
      .filter { $0.id != nil }
    #expect(Set(replies.compactMap(\.id)) == Set((0..<count).map(String.init)))
    #expect(replies.count == count)
    #expect(replies.allSatisfy { $0.status == "ok" && $0.new == true })
    for reply in replies {
      switch (reply.id.flatMap { Int($0) } ?? 0) % 3 {
      case 0: #expect(reply.text?.first == "Betänketiden är 30 dagar.")
      case 1: #expect(reply.text?.first == "Att köpa sex är ett brott.")
      default: #expect(reply.text?.first != "Förundersökningsledaren ansöker.")
      }
    }
  }

  @Test(.needs("split")) func aPipeForEachPartAnswersEveryLineOnItsOwn() throws {
    let requests = (0..<3000).map {
      #"{"id":"\#($0)","verb":"ask","ctx":"","text":"\#(Self.questions[$0 % 3])"}"# + "\n"
    }
    let split = try work.launch(
      [
        "split", "-n", "r/3", "--filter", #""$VAGVISARE" serve --jsonl >"$FILE""#, "-",
        work.url.appendingPathComponent("part-").path,
      ], input: requests.joined())
    #expect(try split.waitForEnd() == 0)
    var lines: [Substring] = []
    for part in ["aa", "ab", "ac"] {
      let text = try String(
        contentsOf: work.url.appendingPathComponent("part-\(part)"), encoding: .utf8)
      #expect(text.hasSuffix("{\"notice\":\"bye\"}\n"))
      lines += text.split(separator: "\n")
    }
    try check(lines, count: 3000)
  }

  /// The program that the README shows, as it stands there.
  @Test(.enabled(if: Spark.isInstalled, "pyspark or Java is not installed"))
  func sparkPipesTheLines()
    throws
  {
    let readme = try String(
      contentsOf: Bridges.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "```python\n").dropFirst().first)
    let program = try #require(block.components(separatedBy: "```").first)
    let file = work.url.appendingPathComponent("batch.py")
    try Data(program.utf8).write(to: file)
    let questions = work.url.appendingPathComponent("questions.txt")
    let text = (0..<300).map { Self.questions[$0 % 3] + "\n" }.joined()
    try Data(text.utf8).write(to: questions)
    let answers = work.url.appendingPathComponent("answers")
    let path = Bridges.program.deletingLastPathComponent().path
    let spark = try work.launch(
      ["spark-submit", "--master", "local[2]", file.path, questions.path, answers.path],
      environment: ["PATH": "\(path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"])
    #expect(try spark.waitForEnd() == 0)
    var lines: [Substring] = []
    for part in ["part-00000", "part-00001"] {
      lines += try String(contentsOf: answers.appendingPathComponent(part), encoding: .utf8)
        .split(separator: "\n")
    }
    #expect(lines.count == 300)
    try check(lines, count: 300)
  }

  private enum Spark {
    static let isInstalled = Tool.path("spark-submit") != nil && Tool.path("java") != nil
  }
}
