import Foundation
import Glibc
import TestSupport
import Testing

/// What the page Protocol promises: its session, its clients, and that each rule has its test.
@Suite struct ProtocolPageTests {
  private let folder: TemporaryKnowledge
  private let page: String

  init() throws {
    folder = try TemporaryKnowledge()
    page = try String(
      contentsOf: Built.package.appendingPathComponent("Sources/Documentation.docc/Protocol.md"),
      encoding: .utf8)
  }

  /// The code block after a mark.
  private func block(_ mark: String) throws -> String {
    let start = try #require(page.range(of: "<!-- \(mark) -->\n```"))
    let rest = page[start.upperBound...]
    let first = try #require(rest.firstIndex(of: "\n"))
    let end = try #require(rest.range(of: "\n```"))
    return rest[rest.index(after: first)..<end.lowerBound] + "\n"
  }

  @Test func theSessionIsTrue() throws {
    let session = try block("session").split(separator: "\n").map(String.init)
    let requests = session.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }.joined()
    let result = try runProgram(["serve"], input: Data(requests.utf8), knowledge: folder.url)
    // The digest and the shares are of the knowledge's making.
    func masked(_ line: some StringProtocol) -> String {
      String(line).replacing(/knowledge=[0-9a-f]{8}/, with: "knowledge=0")
        .replacing(/confidence [01]\.[0-9][0-9]/, with: "confidence 0")
    }
    #expect(
      session.filter { !$0.hasPrefix("> ") }.map(masked)
        == result.out.split(separator: "\n").map(masked))
  }

  @Test func everyRuleNamesATestThatIsThere() throws {
    let start = try #require(page.range(of: "## Conformance"))
    let end = try #require(page.range(of: "## Fuzzing"))
    let rows = page[start.upperBound..<end.lowerBound].split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 40)
    for row in rows {
      let names = row.matches(of: /`([A-Z][A-Za-z]+Tests)\.([\p{L}0-9]+)`/)
      #expect(!names.isEmpty, "\(row)")
      for name in names {
        let folders = ["EndToEndTests", "LineProtocolTests", "ConversationTests", "BridgeTests"]
        let file = folders.map {
          Built.package.appendingPathComponent("Tests/\($0)/\(name.output.1).swift")
        }.first { FileManager.default.fileExists(atPath: $0.path) }
        let text = try String(contentsOf: try #require(file, "\(row)"), encoding: .utf8)
        #expect(text.contains("func \(name.output.2)("), "\(row)")
      }
    }
  }

  // MARK: Clients

  /// The environment of a client: the built program is the first that it finds.
  private var environment: [String: String] {
    var variables = Built.environment(folder.url)
    variables["PATH"] =
      Built.program.deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "")
    return variables
  }

  private func client(_ mark: String) throws -> TemporaryFile {
    let file = try TemporaryFile()
    let text = Array(try block(mark).utf8)
    #expect(write(file.descriptor, text, text.count) == text.count)
    return file
  }

  private static let questions = "vem är vår koordinator?\nMalmö\n\nfår man köpa sex\n"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "no bash"))
  func theShellClientAsks() throws {
    let client = try client("shell client")
    #expect(try block("shell client").split(separator: "\n").count <= 10)
    let child = try ChildProgram(
      "/bin/bash", [client.path], environment: environment, stderr: .pipe)
    let (out, err) = try child.exchange(Array(Self.questions.utf8))
    #expect(
      String(decoding: out, as: UTF8.self) == """
        Vilket län gäller det?
        Region Syd (Skåne):
        Lisa Green
        040-34 93 54
        lisa.green@malmö.se
        [Kontakt / Region Syd (2018)]
        Att köpa sex är ett brott.
        [Lag / Köp (2018)]

        """)
    #expect(String(decoding: err, as: UTF8.self) == "")
    #expect(try child.wait() == .exited(0))
  }

  private static let python: String? =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "no python3"))
  func thePythonClientAsks() throws {
    let client = try client("python client")
    #expect(try block("python client").split(separator: "\n").count <= 30)
    let child = try ChildProgram(
      try #require(Self.python), [client.path], environment: environment, stderr: .pipe)
    var out: [UInt8] = []
    /// The lines of the answer to a question, as soon as they are so many.
    func ask(_ question: String, lines count: Int) throws -> [String] {
      try child.write(Array((question + "\n").utf8))
      while out.count(where: { $0 == 0x0A }) < count {
        guard let more = try child.readSome() else { break }
        out += more
      }
      defer { out = [] }
      return String(decoding: out, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let fallback = [
      "Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00.",
      "Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.",
    ]
    #expect(try ask("vem är vår koordinator?", lines: 1) == ["Vilket län gäller det?"])
    #expect(try ask("Malmö", lines: 5).first == "Region Syd (Skåne):")
    #expect(try ask("", lines: 2) == fallback)
    // The program dies: the fixed text, and then the next answer from a new one.
    let path = "/proc/\(child.identifier)/task/\(child.identifier)/children"
    let children = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
    kill(try #require(children.first.flatMap { pid_t($0) }), SIGKILL)
    #expect(try ask("Malmö", lines: 2) == fallback)
    #expect(try ask("får man köpa sex", lines: 2).first == "Att köpa sex är ett brott.")
    let (rest, err) = try child.exchange()
    #expect(rest == [])
    #expect(String(decoding: err, as: UTF8.self) == "")
    #expect(try child.wait() == .exited(0))
  }
}
