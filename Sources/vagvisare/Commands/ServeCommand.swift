import Conversation
import Glibc
import Knowledge
import LineProtocol
import System

/// `vagvisare serve`: the protocol on stdin and stdout, or for whoever connects.
struct ServeCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    if let surplus = context.options.arguments.first { throw .surplusArgument(surplus) }
    let listening = try context.options["--listen"].map { text throws(UsageError) in
      guard let address = ListenAddress(text) else {
        throw .badValue(option: "--listen", value: text, expected: ListenAddress.examples)
      }
      return address
    }
    var limits = ListenLoop.Limits()
    limits.connections = try number("--connections", 1...100_000) ?? limits.connections
    limits.idleSeconds = try number("--idle", 1...86_400) ?? limits.idleSeconds
    let others = ["--connections", "--idle"]
    if listening == nil, let option = others.first(where: context.options.has) {
      throw .missingCompanion(option, needed: "--listen")
    }
    // Before anything else, so that nothing is printed and no signal comes that is not expected.
    StandardStreams.openMissing()
    let output = StandardStreams.guardOutput()
    guard let signals = SignalPipe() else { return .unreadable }
    defer { Learner.stop() }
    if let listening { return serve(at: listening, limits, signals) }
    return serve(output, signals)
  }

  private func number(_ option: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = context.options[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .badValue(
        option: option, value: text, expected: "\(range.lowerBound)…\(range.upperBound)")
    }
    return number
  }

  private var encoding: Encoding { context.options.has("--jsonl") ? .json : .lines }

  // MARK: On the standard streams

  private func serve(_ output: Int32, _ signals: SignalPipe) -> ExitCode {
    guard var loop = loop(output, signals) else {
      guard signals.isTerminationWanted else { return .unreadable }
      _ = Output.write(encoding.encode(.notice(.bye)), to: output)
      return .good
    }
    switch loop.run() {
    case .finished, .readerGone: return .good
    case .failed(let code):
      StandardStreams.report("vagvisare: stdout: \(String(cString: strerror(code)))")
    case .cutShort:
      StandardStreams.report(
        context.text(
          "vagvisare: avslutad innan allt hade lästs", "vagvisare: ended before everything was read"
        ))
    }
    return .unreadable
  }

  /// The loop, made here so that it alone has the knowledge, and lets go of it when it has newer; nil
  /// where there is none to serve.
  private func loop(_ output: Int32, _ signals: SignalPipe) -> ServeLoop? {
    guard case .loaded(let responder) = load(signals) else { return nil }
    return ServeLoop(
      input: STDIN_FILENO, output: output, signals: signals, encoding: encoding,
      session: session(responder), reload: reload, report: StandardStreams.report)
  }

  // MARK: For whoever connects

  private func serve(
    at address: ListenAddress, _ limits: ListenLoop.Limits, _ signals: SignalPipe
  ) -> ExitCode {
    let listener: Listener
    do {
      listener = try Listener(address, environment: context.environment.variables)
    } catch {
      StandardStreams.report(description(of: error))
      return .unreadable
    }
    // Who connects from now on is kept waiting by the system, not turned away, while it learns.
    guard var loop = loop(listener, limits, signals) else {
      listener.close()
      return signals.isTerminationWanted ? .good : .unreadable
    }
    if !listener.shown.isEmpty {
      StandardStreams.report(
        "vagvisare: " + context.text("lyssnar på ", "listening on ") + listener.shown)
    }
    loop.run()
    return .good
  }

  private func loop(
    _ listener: Listener, _ limits: ListenLoop.Limits, _ signals: SignalPipe
  ) -> ListenLoop? {
    guard case .loaded(let responder) = load(signals) else { return nil }
    var limits = limits
    limits.connections = min(limits.connections, DescriptorLimit.raise(to: limits.connections))
    return ListenLoop(
      listener: listener, signals: signals, encoding: encoding, session: session(responder),
      limits: limits, reload: reload, report: StandardStreams.report)
  }

  private func description(of failure: Listener.Failure) -> String {
    let name = "vagvisare: --listen \(context.options["--listen"] ?? ""): "
    switch failure {
    case .cannotListen(let code): return name + String(cString: strerror(code))
    case .nothingHandedOver:
      return name
        + context.text(
          "ingen lyssnande socket har lämnats över; starta med en .socket-enhet i systemd",
          "no listening socket was handed over; start it with a systemd .socket unit")
    }
  }

  // MARK: Knowledge

  private func session(_ responder: Responder) -> Session {
    Session(
      responder: responder, fallbackLanguage: context.language ?? context.fallbackLanguage,
      clock: { Int64(time(nil)) })
  }

  private enum Loading {
    case loaded(Responder)
    case broken
    case terminated
  }

  /// Loads the knowledge, on a thread of its own: SIGTERM is answered also while it learns.
  private func load(_ signals: SignalPipe) -> Loading {
    let context = context
    let load = { @Sendable in
      defer { Learner.tidy() }
      return context.loadResponder(.answers, Learner.first, report: StandardStreams.report)
    }
    guard let work = BackgroundWork(load) else { return load().map(Loading.loaded) ?? .broken }
    while true {
      if signals.isTerminationWanted { return .terminated }
      if let result = work.result { return result.map(Loading.loaded) ?? .broken }
      var waits = [
        pollfd(fd: work.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      poll(&waits, 2, -1)
      if waits[1].revents != 0 { signals.drain() }
    }
  }

  private var reload: @Sendable () -> Session.Reload {
    let context = context
    return {
      guard let folder = context.folder else { return .broken([]) }
      defer { Learner.tidy() }
      let opened = context.source.open(folder: folder, .answers, learning: Learner.again)
      if let interpreter = opened.interpreter { return .good(Responder(interpreter: interpreter)) }
      return .broken(
        opened.problems.filter { $0.severity == .error }.map { $0.headline(in: context.interface) })
    }
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
