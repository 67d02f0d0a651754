import Foundation
import TestSupport
import Testing

/// The guides for editors, followed step by step on a copy of the knowledge: every file is written,
/// every change made and every command run as it stands there, and must print what stands there. An
/// "…" stands for anything in a line; alone on a line, for any lines.
@Suite struct GuideTests {
  @Test(arguments: [
    ("Knowledge/README.md", "sv_SE.UTF-8"), ("Knowledge/README.md", "en_US.UTF-8"),
    ("Transcripts/README.md", "sv_SE.UTF-8"), ("Transcripts/README.md", "en_US.UTF-8"),
  ])
  func everyStepWorks(file: String, locale: String) throws {
    let text = try String(
      contentsOf: EditorBench.package.appendingPathComponent(file), encoding: .utf8)
    let guide = Guide(text)
    let blocks = locale.hasPrefix("sv") ? guide.swedish : guide.english
    #expect(blocks.contains { if case .console = $0.kind { true } else { false } })
    let bench = try copyOfTheProject()
    var setting = ""
    for block in blocks {
      switch block.kind {
      case .change(let path): try change(block.text, in: path, bench, line: block.line)
      case .file(let path): try bench.write(block.text, to: path)
      case .console:
        for command in block.commands {
          let outcome = try bench.run(
            ["bash", "-c", "\(setting){ \(command.text); } 2>&1"], input: command.typed,
            environment: [
              "LANG": locale, "VAGVISARE_CACHE": bench.path(".build/cache"),
              "GIT_AUTHOR_NAME": "Eva", "GIT_AUTHOR_EMAIL": "eva@ort.se",
              "GIT_COMMITTER_NAME": "Eva", "GIT_COMMITTER_EMAIL": "eva@ort.se",
            ])
          // What is set stays set for the next command.
          if command.text.hasPrefix("export ") { setting += command.text + "; " }
          // On a terminal the one who answers a question ends the line.
          let printed = outcome.out.replacing(#/(?:Accept|Godta)\?[^\n:]*: /#) { $0.output + "\n" }
          #expect(
            Self.matches(printed, command.output),
            "\(file):\(block.line): $ \(command.text)\nprinted:\n\(printed)expected:\n\(command.output.joined(separator: "\n"))"
          )
        }
      }
    }
  }

  /// The knowledge, the transcripts, and the program where a newcomer has built it.
  private func copyOfTheProject() throws -> EditorBench {
    let bench = try EditorBench(knowledge: [:])
    let files = FileManager.default
    for name in ["Knowledge", "Transcripts"] {
      try files.copyItem(
        at: EditorBench.package.appendingPathComponent(name),
        to: bench.folder.appendingPathComponent(name))
    }
    try files.createDirectory(atPath: bench.path(".build"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: bench.path(".build/release"),
      withDestinationPath: URL(fileURLWithPath: EditorBench.program).deletingLastPathComponent()
        .path)
    try bench.write(".build\n*.html\n", to: ".gitignore")
    try bench.git("init", "-q")
    try bench.git("add", "-A")
    try bench.git("commit", "-qm", "a")
    return bench
  }

  /// Puts the lines with + where those with - stand; the others tell the place.
  private func change(_ text: String, in path: String, _ bench: EditorBench, line: Int) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let side: (Character) -> String = { sign in
      lines.filter { $0.isEmpty || $0.first == " " || $0.first == sign }
        .map { $0.dropFirst() + "\n" }.joined()
    }
    let file = try bench.read(path)
    let range = try #require(
      file.range(of: side("-")), "the change in line \(line) finds no place in \(path)")
    try bench.write(file.replacingCharacters(in: range, with: side("+")), to: path)
  }

  /// Whether a text is as the lines say.
  static func matches(_ text: String, _ expected: [String]) -> Bool {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return matches(lines[...], expected[...])
  }

  private static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      return (0...lines.count).contains { matches(lines.dropFirst($0), expected.dropFirst()) }
    }
    guard let line = lines.first, isLike(line, first) else { return false }
    return matches(lines.dropFirst(), expected.dropFirst())
  }

  private static func isLike(_ line: String, _ pattern: String) -> Bool {
    let pieces = pattern.components(separatedBy: "…")
    guard pieces.count > 1 else { return line == pattern }
    guard line.hasPrefix(pieces[0]), line.count >= pieces[0].count + pieces[pieces.count - 1].count,
      line.hasSuffix(pieces[pieces.count - 1])
    else { return false }
    var rest = line.dropFirst(pieces[0].count).dropLast(pieces[pieces.count - 1].count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  @Test func theMatcherTellsDifferences() {
    #expect(Self.matches("a\nb\n", ["a", "b"]))
    #expect(!Self.matches("a\nb\n", ["a"]))
    #expect(!Self.matches("a\n", ["a", "b"]))
    #expect(!Self.matches("", ["a"]))
    #expect(Self.matches("", []))
    #expect(Self.matches("a\nx\ny\nb\n", ["a", "…", "b"]))
    #expect(Self.matches("a\nb\n", ["a", "…", "b"]))
    #expect(!Self.matches("a\nx\n", ["a", "…", "b"]))
    #expect(Self.matches("7 of 90 change\n", ["… of … change"]))
    #expect(!Self.matches("7 of 90 changed\n", ["… of … change"]))
    #expect(!Self.matches("ab\n", ["ab…b"]))
  }
}

/// What a guide tells to do.
private struct Guide {
  struct Block {
    enum Kind {
      case console
      /// A change of a file.
      case change(String)
      /// A file as a whole.
      case file(String)
    }
    let kind: Kind
    let text: String
    let line: Int

    struct Command {
      let text: String
      let output: [String]
      /// What is typed after the questions in the output.
      let typed: String
    }

    /// The commands of a console, each with what it prints.
    var commands: [Command] {
      var commands: [Command] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.hasPrefix("$ ") {
          commands.append(Command(text: String(line.dropFirst(2)), output: [], typed: ""))
          continue
        }
        guard let last = commands.popLast() else { continue }
        // "Accept? [y]es, [n]o, [q]uit: y" shows a question and what is typed.
        let question = line.firstRange(of: #/^(Accept|Godta)\?.*: /#)
        let typed = question.map { String(line[$0.upperBound...]) }
        let printed = question.map { String(line[$0]) } ?? String(line)
        commands.append(
          Command(
            text: last.text, output: last.output + [printed],
            typed: last.typed + (typed.map { $0 + "\n" } ?? "")))
      }
      return commands
    }
  }

  private(set) var swedish: [Block] = []
  private(set) var english: [Block] = []

  /// Swedish comes first; the second heading of the first rank begins the English.
  init(_ text: String) {
    var headings = 0
    var info: String?
    var body = ""
    var start = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let open = info {
        if line == "```" {
          add(open, body, line: start, isSwedish: headings < 2)
          info = nil
        } else {
          body += line + "\n"
        }
      } else if line.hasPrefix("```") {
        (info, body, start) = (String(line.dropFirst(3)), "", number + 1)
      } else if line.hasPrefix("# ") {
        headings += 1
      }
    }
  }

  private mutating func add(_ info: String, _ body: String, line: Int, isSwedish: Bool) {
    let words = info.split(separator: " ").map(String.init)
    let kind: Block.Kind
    switch (words.first, words.count) {
    case ("console", 1): kind = .console
    case ("diff", 2): kind = .change(words[1])
    case ("text", 2): kind = .file(words[1])
    default: return
    }
    let block = Block(kind: kind, text: body, line: line)
    if isSwedish { swedish.append(block) } else { english.append(block) }
  }
}
