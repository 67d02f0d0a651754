import Chat
import Glibc
import Knowledge

/// What the program was started in.
struct Environment {
  let variables: [String: String]
  let workingDirectory: String
  /// The program's own path; nil where the system does not tell.
  let program: String?
  let stdinIsTerminal: Bool
  let stdoutIsTerminal: Bool
  let stderrIsTerminal: Bool

  static func current() -> Environment {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return Environment(
      variables: variables, workingDirectory: realPath(".") ?? ".",
      program: realPath("/proc/self/exe"), stdinIsTerminal: isatty(STDIN_FILENO) == 1,
      stdoutIsTerminal: isatty(STDOUT_FILENO) == 1, stderrIsTerminal: isatty(STDERR_FILENO) == 1)
  }

  /// The language of the program's own messages.
  var interface: InterfaceLanguage { InterfaceLanguage(environment: variables) }

  /// Whether a build server runs the program.
  var isContinuousIntegration: Bool { !(variables["CI"] ?? "").isEmpty }

  /// Whether a terminal takes colour and its owner wants it.
  private var wantsColor: Bool {
    let terminal = variables["TERM"] ?? ""
    return (variables["NO_COLOR"] ?? "").isEmpty && terminal != "dumb"
      && TerminalDescription.exists(terminal, variables)
  }

  /// How answers are laid out on stdout now: for its window if it is a terminal, else not at all.
  var layout: ScreenLayout {
    guard stdoutIsTerminal else { return ScreenLayout(width: nil, isColored: false) }
    return layout(for: STDOUT_FILENO)
  }

  /// How text is laid out on a terminal, by its descriptor.
  func layout(for terminal: Int32) -> ScreenLayout {
    ScreenLayout(width: TerminalWindow.width(of: terminal), isColored: wantsColor)
  }

  /// The descriptor of the terminal on which lines are typed and edited; nil where there is none.
  var editingTerminal: Int32? {
    guard stdinIsTerminal else { return nil }
    return stdoutIsTerminal ? STDOUT_FILENO : stderrIsTerminal ? STDERR_FILENO : nil
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
