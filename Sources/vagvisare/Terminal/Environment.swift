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
      stdoutIsTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// The language of the program's own messages.
  var interface: InterfaceLanguage { InterfaceLanguage(environment: variables) }

  /// Whether a build server runs the program.
  var isContinuousIntegration: Bool { !(variables["CI"] ?? "").isEmpty }

  /// Whether colour is welcome: on a terminal that is not dumb, unless NO_COLOR says no.
  var wantsColor: Bool {
    stdoutIsTerminal && (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
      && variables["TERM"] != nil
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
