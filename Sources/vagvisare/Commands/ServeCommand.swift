import Conversation
import Glibc
import Knowledge
import LineProtocol

/// `vagvisare serve`: the protocol on stdin and stdout.
struct ServeCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    if let surplus = context.options.arguments.first { throw .surplusArgument(surplus) }
    // Before anything else, so that nothing is printed and no signal comes that is not expected.
    StandardStreams.openMissing()
    let output = StandardStreams.guardOutput()
    guard let signals = SignalPipe() else { return .unreadable }
    guard let responder = context.loadResponder(report: StandardStreams.report) else {
      return .unreadable
    }
    let session = Session(
      responder: responder, fallbackLanguage: context.language ?? context.fallbackLanguage,
      clock: { Int64(time(nil)) }, reload: reload)
    var loop = ServeLoop(
      input: STDIN_FILENO, output: output, signals: signals,
      encoding: context.options.has("--jsonl") ? .json : .lines, session: session,
      report: StandardStreams.report)
    loop.run()
    return .good
  }

  private func reload() -> Session.Reload {
    guard let folder = context.folder else { return .broken([]) }
    let opened = context.source.open(folder: folder)
    if let interpreter = opened.interpreter { return .good(Responder(interpreter: interpreter)) }
    return .broken(
      opened.problems.filter { $0.severity == .error }.map { $0.headline(in: context.interface) })
  }
}

/// The standard streams of a program whose output is a protocol.
enum StandardStreams {
  /// Lets /dev/null stand in for streams that were closed, so that no file that is opened later
  /// gets their number.
  static func openMissing() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }

  /// A descriptor of stdout that nobody else has; what is printed by mistake goes to stderr.
  static func guardOutput() -> Int32 {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { return STDOUT_FILENO }
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return own
  }

  /// Writes a line to stderr where it takes one at once; drops it where it would block.
  static func report(_ line: String) {
    var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&ready, 1, 0) == 1, ready.revents & Int16(POLLOUT) != 0 else { return }
    let bytes = Array(line.utf8.prefix(4095)) + [UInt8(ascii: "\n")]
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
