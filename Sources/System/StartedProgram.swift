import Glibc

/// Another program that this one has started.
package struct StartedProgram: Sendable {
  package let identifier: pid_t

  /// Where one of its standard streams leads.
  package enum Stream {
    /// Where this program's leads.
    case inherited
    case nowhere
    case descriptor(Int32)
  }

  /// Starts a program found by `PATH`, or the one at `path`; nil where it cannot be started.
  ///
  /// Signals that this program blocks or ignores do to it what they do to any program.
  /// - Parameter environment: Variables as `NAME=value`; nil for those of this program.
  package init?(
    _ words: [String], path: String? = nil, environment: [String]? = nil,
    input: Stream = .inherited, output: Stream = .inherited, errors: Stream = .inherited
  ) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, stream) in [input, output, errors].enumerated() {
      switch stream {
      case .inherited: break
      case .nowhere:
        posix_spawn_file_actions_addopen(&actions, Int32(place), "/dev/null", O_RDWR, 0)
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, ignored) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&ignored)
    sigaddset(&ignored, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { $0.map { strdup($0) } + [nil] }
    defer { for text in arguments + (variables ?? []) { free(text) } }
    var process: pid_t = 0
    let failure =
      if variables != nil {
        posix_spawnp(&process, path ?? words[0], &actions, &attributes, &arguments, &variables!)
      } else {
        posix_spawnp(&process, path ?? words[0], &actions, &attributes, &arguments, environ)
      }
    guard failure == 0 else { return nil }
    identifier = process
  }

  /// Waits for its end.
  /// - Returns: Its exit code; 128 where a signal ended it.
  package func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }

  /// Runs a program without input, its messages dropped, and waits for its end.
  /// - Returns: Its exit code and what it wrote; nil where it cannot be run.
  package static func run(_ words: [String]) -> (status: Int32, output: [UInt8])? {
    guard let pipe = Descriptor.pipe() else { return nil }
    defer { close(pipe.reading) }
    let program = StartedProgram(
      words, input: .nowhere, output: .descriptor(pipe.writing), errors: .nowhere)
    close(pipe.writing)
    guard let program else { return nil }
    let output = (try? Descriptor.content(of: pipe.reading, size: 1 << 16)) ?? []
    return (program.wait(), output)
  }
}
