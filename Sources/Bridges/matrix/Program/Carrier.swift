import BridgeSupport
import Glibc
import MatrixBridge
import System

/// Carries between the server, the program and the bridge's values, in one loop: each request is a
/// curl of its own.
struct Carrier {
  private static let name = "vagvisare-matrix"

  private struct Call {
    let id: Int
    let curl: Child
    var written: [UInt8] = []
  }

  private let options: Options
  private let kept: KeptFile
  private let assistant: Assistant
  private var bridge: Bridge
  private var calls: [Call] = []
  private var hasReportedState = false

  init(_ options: Options, program: String) {
    self.options = options
    kept = KeptFile(path: options.state)
    let since = kept.read().map { $0.filter { !$0.isWhitespace } }.flatMap { $0.isEmpty ? nil : $0 }
    bridge = Bridge(options.bridge, since: since)
    assistant = Assistant(program: program) { report($0, as: Self.name) }
  }

  enum Ending {
    case signal, noService
    case refused(String)
  }

  mutating func run() -> Ending {
    guard let signals = SignalPipe(catching: [SIGHUP, SIGINT, SIGTERM]), assistant.startAndWait()
    else { return .noService }
    while true {
      bridge.fallback = assistant.fallback
      let now = currentMoment()
      assistant.start(at: now)
      for request in bridge.takeRequests(at: now) { call(request, at: now) }
      let ready = wait(
        reading: [signals.descriptor] + assistant.reading + calls.map(\.curl.readable),
        writing: assistant.writing + calls.compactMap(\.curl.writable),
        until: min(assistant.deadline, bridge.deadline(at: now)))
      if ready.contains(signals.descriptor) { break }
      read(at: currentMoment())
      for text in bridge.takeReports() { report(text, as: Self.name) }
      if let why = bridge.fatal { return .refused(why) }
    }
    for call in calls { call.curl.end() }
    assistant.stop()
    return .signal
  }

  private mutating func call(_ request: Request, at now: Moment) {
    // Before all else: curl heeds no file of options.
    guard let curl = Child(["curl", "-q", "--config", "-"]) else {
      return bridge.receive(request.id, Response(status: 0, body: []), at: now)
    }
    curl.write(request.configuration(server: options.server, token: options.token))
    curl.closeInputWhenWritten()
    calls.append(Call(id: request.id, curl: curl))
  }

  private mutating func read(at now: Moment) {
    var ended: [Call] = []
    for place in calls.indices.reversed() {
      calls[place].curl.flush()
      while let bytes = calls[place].curl.read() {
        if bytes.isEmpty { break }
        calls[place].written += bytes
      }
      if calls[place].curl.hasEnded { ended.append(calls.remove(at: place)) }
    }
    for call in ended.reversed() {
      call.curl.end(within: 1)
      bridge.receive(call.id, Response(written: call.written), at: now)
    }
    for question in bridge.takeQuestions() {
      assistant.ask(question.number, question.text, in: question.conversation, at: now)
    }
    for outcome in assistant.outcomes(at: now) {
      bridge.answer(outcome.question, outcome.answer, at: now)
    }
    if let token = bridge.takeToken(), !kept.write(token), !hasReportedState {
      hasReportedState = true
      report("\(kept.path) cannot be written", as: Self.name)
    }
  }
}
