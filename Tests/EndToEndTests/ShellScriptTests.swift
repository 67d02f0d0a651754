import Foundation
import TestSupport
import Testing

/// The shell scripts of the repository: nothing reads them whole before they run.
@Suite struct ShellScriptTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: EditorBench.package.appendingPathComponent(path), encoding: .utf8)
  }

  /// The scripts, and the shell that each one's first line names.
  private static func scripts() throws -> [(path: String, shell: String)] {
    try [".ci", "Sources"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(
        atPath: EditorBench.package.appendingPathComponent(folder).path
      ).map { "\(folder)/\($0)" }
    }.sorted().compactMap { path in
      guard let text = try? text(path),
        let shell = text.prefixMatch(of: /#!\S*\/(?:env )?((?:ba)?sh)\b/)?.output.1
      else { return nil }
      return (path, String(shell))
    }
  }

  @Test func everyScriptCanBeRead() throws {
    let scripts = try Self.scripts()
    #expect(scripts.map(\.path).contains(".ci/run"))
    #expect(scripts.map(\.path).contains("Sources/Packaging/build-deb"))
    let bench = try EditorBench(["here": ""], knowledge: [:])
    for (path, shell) in scripts {
      let outcome = try bench.run(
        [shell, "-n", EditorBench.package.appendingPathComponent(path).path])
      #expect(outcome == EditorBench.Outcome(), "\(path)")
    }
  }

  /// Every set that nothing is learnt from has a limit in `.ci/run`, and no other.
  @Test func everyHeldOutSetHasALimit() throws {
    let text = try Self.text(".ci/run")
    let table = try #require(text.firstMatch(of: /<<'SETS'\n((?s:.*))SETS\n/)?.output.1)
    let limits = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(limits.allSatisfy { $0.count == 2 && (1...100).contains(Int($0[1]) ?? 0) })
    let folder = EditorBench.package.appendingPathComponent("Transcripts/held-out")
    let sets = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
    #expect(limits.map { $0[0] }.sorted() == sets.sorted())
  }
}
