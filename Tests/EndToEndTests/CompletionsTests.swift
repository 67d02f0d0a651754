import Foundation
import TestSupport
import Testing

/// What the shells offer, asked of the shells themselves with the script that the program gives.
@Suite final class CompletionsTests {
  private let bench: EditorBench
  private static let commands = [
    "ask", "chat", "check", "compare", "completions", "evaluate", "explain", "manual", "new",
    "report", "serve", "test", "topics",
  ]
  private static let common = ["--help", "--knowledge", "--lang", "--version"]

  init() throws {
    bench = try EditorBench(["talks/one.transcript": "", "tables/one.jsonl": ""])
    try FileManager.default.createDirectory(
      atPath: bench.path("bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("bin/vagvisare"), withDestinationPath: EditorBench.program)
  }

  /// A line that is typed, and what is offered for its last word, in order.
  private static let offers: [(line: [String], words: [String])] = [
    ([""], commands),
    (["co"], ["compare", "completions"]),
    (["--lang", ""], ["auto", "en", "sv"]),
    (["--lang", "sv", "to"], ["topics"]),
    (["ask", "--"], (common + ["--json"]).sorted()),
    (["check", "--f"], ["--fix"]),
    (["test", "--w"], ["--watch"]),
    (["completions", ""], ["bash", "fish", "zsh"]),
    (["topics", "contact"], ["contact/syd", "contact/which"]),
    (["explain", "--after", "permit"], ["permit/time"]),
    (["test", "talks/o"], ["talks/one.transcript"]),
    (["--knowledge", "Know"], ["Knowledge"]),
    (["serve", "--idle", ""], []),
    (["check", "x"], []),
  ]

  private func run(_ words: [String]) throws -> EditorBench.Outcome {
    let path = "\(bench.path("bin")):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    return try bench.run(words, environment: ["PATH": path, "HOME": bench.folder.path])
  }

  private func script(_ shell: String) throws -> String {
    let outcome = try bench.run("completions", shell)
    #expect(outcome.status == 0)
    #expect(outcome.err == "")
    return outcome.out
  }

  private func sorted(_ lines: String) -> [String] {
    // What a folder is followed by is the shell's own matter.
    Set(lines.split(separator: "\n").map { $0.hasSuffix("/") ? $0.dropLast() : $0 })
      .map(String.init).sorted()
  }

  // MARK: The shells

  @Test(.needs("bash")) func bashOffersWhatTheTableHas() throws {
    try bench.write(try script("bash"), to: "script")
    let offer = """
      source ./script || exit
      complete -p vagvisare >/dev/null || exit
      COMP_WORDS=(vagvisare "$@") COMP_CWORD=$#
      _vagvisare
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    for (line, words) in Self.offers {
      let outcome = try run(["bash", "--norc", "-uc", offer, "bash"] + line)
      #expect(sorted(outcome.out) == words, "\(line)")
      #expect(outcome.err == "", "\(line)")
    }
    // A value after = comes as words of their own.
    #expect(
      sorted(try run(["bash", "-c", offer, "bash", "--lang", "="]).out) == ["auto", "en", "sv"])
    #expect(sorted(try run(["bash", "-c", offer, "bash", "--lang", "=", "s"]).out) == ["sv"])
  }

  @Test(.needs("fish")) func fishOffersWhatTheTableHas() throws {
    try bench.write(try script("fish"), to: "script")
    for (line, words) in Self.offers {
      let typed = (["vagvisare"] + line).joined(separator: " ")
      let outcome = try run(
        [
          "fish", "--no-config", "-c", "source script; complete -C $argv | string split -f 1 \\t",
          typed,
        ])
      #expect(sorted(outcome.out) == words, "\(line)")
      #expect(outcome.err == "", "\(line)")
    }
  }

  /// zsh completes only what is typed at a terminal.
  private static let zshTerminal = """
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PS1= RPS1=; stty -echo; fpath=($PWD/functions \\$fpath)
    autoload -Uz compinit; compinit -u -D
    show() {
      compadd() {
        local -a found; builtin compadd -O found \\"\\$@\\"
        print; print -rl -- \\"offer:\\"\\$^found
        builtin compadd \\"\\$@\\"
      }
      _main_complete
      unfunction compadd
      print end:
    }
    zle -C show complete-word show; bindkey '^I' show; print 'shell:'on"
    zpty -r shell seen '*shell:on*'
    zpty -w -n shell "$1"$'\\t'
    zpty -r shell seen '*end:*'
    print -r -- "$seen" | tr '\\r' '\\n' | sed -n 's/^offer://p'
    """

  @Test(.needs("zsh")) func zshOffersWhatTheTableHas() throws {
    try bench.write(try script("zsh"), to: "functions/_vagvisare")
    for (line, words) in Self.offers {
      let typed = (["vagvisare"] + line).joined(separator: " ")
      let outcome = try run(["zsh", "-f", "-c", Self.zshTerminal, "zsh", typed])
      let offered = sorted(outcome.out)
      // Of a path zsh offers the last name, and the folder that it stands in; where nothing fits, the
      // options that take a value.
      let folders = line.last?.split(separator: "/").dropLast().map(String.init) ?? []
      let names = words.map { String($0.split(separator: "/").last ?? "") }
      #expect(
        offered == words || offered.filter { !folders.contains($0) } == names
          || words.isEmpty && offered.allSatisfy { $0.hasPrefix("--") }, "\(line) \(offered)")
    }
  }

  @Test(.needs("zsh")) func theFunctionOfZshMayBeReadFromAPipeToo() throws {
    let outcome = try run(
      [
        "zsh", "-f", "-c",
        "autoload -Uz compinit; compinit -u -D; source <(vagvisare completions zsh); "
          + "print $_comps[vagvisare]",
      ])
    #expect(outcome.out == "_vagvisare\n")
    #expect(outcome.err == "")
  }

  // MARK: The command

  @Test func everyCommandAndOptionOfTheHelpIsInEveryScript() throws {
    let scripts = try ["bash", "zsh", "fish"].map(script)
    for command in Self.commands {
      let help = try bench.run(command, "--help").out
      let options = help.matches(of: /(?m)^  --([a-z]+)/).map { String($0.output.1) }
      #expect(options.count >= Self.common.count)
      for script in scripts {
        #expect(script.contains(command))
        for option in options { #expect(script.contains(option), "\(command) --\(option)") }
      }
    }
  }

  @Test func whatOptionsMeanIsSaidInTheLanguageOfTheLocale() throws {
    let swedish = try bench.run("completions", "fish", environment: ["LC_ALL": "sv_SE.UTF-8"])
    #expect(swedish.out.contains("ett samtal i terminalen"))
    #expect(try script("fish").contains("a conversation in the terminal"))
  }

  @Test func anotherShellIsRefused() throws {
    let other = try bench.run("completions", "tcsh")
    #expect(other.status == 64)
    #expect(other.out == "")
    #expect(other.err.contains("completions cannot be “tcsh”; write bash, zsh, fish"))
    let none = try bench.run("completions")
    #expect(none.status == 64)
    #expect(none.err.contains("bash|zsh|fish is missing"))
  }
}
