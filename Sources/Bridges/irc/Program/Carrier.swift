import BridgeSupport
import Glibc
import IRCBridge
import System

/// Carries between the connection, the program and the bridge's values, in one loop.
struct Carrier {
  private static let name = "vagvisare-irc"
  private static let (firstPause, longestPause) = (5.0, 60.0)

  private let connection: [String]
  private let assistant: Assistant
  private var bridge: Bridge
  private var server: Child?
  private var lines = LineBuffer(limit: 16384)
  private var connectAt: Moment = 0
  private var pause = firstPause

  init(_ options: Options, program: String) {
    connection = options.connection
    bridge = Bridge(options.bridge)
    assistant = Assistant(program: program) { report($0, as: Self.name) }
  }

  /// Whether it began at all; it ends when a signal says so.
  mutating func run() -> Bool {
    guard let signals = SignalPipe(catching: [SIGHUP, SIGINT, SIGTERM]), assistant.startAndWait()
    else { return false }
    bridge.fallback = assistant.fallback
    while true {
      let now = currentMoment()
      assistant.start(at: now)
      if server == nil, now >= connectAt { connect(at: now) }
      let next = min(
        assistant.deadline, server == nil ? connectAt : bridge.deadline(at: now))
      let ready = wait(
        reading: [signals.descriptor] + assistant.reading + (server.map { [$0.readable] } ?? []),
        writing: assistant.writing + (server?.writable.map { [$0] } ?? []), until: next)
      if ready.contains(signals.descriptor) { break }
      read(at: currentMoment())
      write(at: currentMoment())
    }
    server?.write(Array("QUIT :Hej då. Akut fara: 112. In danger: 112.\r\n".utf8))
    server?.end(within: 1)
    assistant.stop()
    return true
  }

  private mutating func connect(at now: Moment) {
    connectAt = now + pause
    pause = min(pause * 2, Self.longestPause)
    lines = LineBuffer(limit: 16384)
    server = Child(connection)
    guard server != nil else { return report("socat cannot be started", as: Self.name) }
    bridge.connected(at: now)
    write(at: now)
  }

  private mutating func read(at now: Moment) {
    while let server {
      guard let bytes = server.read() else {
        disconnect("the connection has ended", at: now)
        break
      }
      if bytes.isEmpty { break }
      for line in lines.add(bytes) { bridge.receive(line, at: now) }
    }
    if bridge.presence.isRegistered { pause = Self.firstPause }
    for question in bridge.takeQuestions() {
      assistant.ask(question.number, question.text, in: question.conversation, at: now)
    }
    for outcome in assistant.outcomes(at: now) {
      bridge.answer(outcome.question, outcome.answer, at: now)
    }
    if !assistant.fallback.isEmpty { bridge.fallback = assistant.fallback }
  }

  private mutating func write(at now: Moment) {
    for text in bridge.presence.takeReports() { report(text, as: Self.name) }
    guard let server else { return }
    if bridge.isDead(at: now) { return disconnect("the server is silent", at: now) }
    server.flush()
    // What is not taken yet could not be overtaken.
    guard server.unwrittenCount == 0 else { return }
    for line in bridge.takeLines(at: now) { server.write(Array("\(line)\r\n".utf8)) }
  }

  private mutating func disconnect(_ why: String, at now: Moment) {
    report("\(why): connecting again", as: Self.name)
    server?.end()
    server = nil
    connectAt = max(connectAt, now + 1)
    bridge.disconnected(at: now)
  }
}
