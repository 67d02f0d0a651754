import Conversation
import Glibc
import System

/// Serves many connections in one process, each with its own session: its own names of conversations
/// and its own unnamed one.
///
/// Everything but a reload happens in one thread around `epoll`. Whoever has requests is answered in
/// turn, a few at a time; whoever does not read, or does not write, is only waited for.
package struct ListenLoop {
  package struct Limits: Sendable {
    /// The most connections that are served at once.
    package var connections = 4096
    /// The seconds without a request, or an answer that was read, after which a connection is closed.
    package var idleSeconds = 30 * 60

    package init() {}
  }

  /// How many requests of a client are answered before the next client's turn.
  private static let turn = 16
  /// How many bytes of requests of all clients together may wait; beyond, a client with more than a
  /// few lines waiting is not read.
  private static let inputLimit = 64 << 20
  private static let assuredInput = 1 << 14
  /// The milliseconds that are given for the last replies to be read, when the program is to end and
  /// when a client is let go.
  static let farewell: Int64 = 5_000
  /// How many refused clients are waited for until they close; others are sent the text and closed.
  static let refusedAtOnce = 256
  static let signalKey = UInt64.max
  static let reloadKey = UInt64.max - 1
  static let listenerKey = UInt64.max - 2

  let listener: Listener
  let signals: SignalPipe
  let encoding: Encoding
  let limits: Limits
  let report: (String) -> Void
  /// As it is for a new connection.
  var blank: Session
  var reload: Reloading
  /// Those whose request to reload the present one answers, and those that came later.
  var reloadsFor: [UInt64] = []
  var reloadsNext: [UInt64] = []

  var readiness: Readiness
  var clients: [Client?] = []
  var free: [Int] = []
  var generation: UInt64 = 0
  var servedCount = 0
  var departingCount = 0
  var waitingInput = 0
  /// Those that may have requests to answer, in the order of their turns.
  private var queue: [UInt64] = []
  var nextCheck = Int64.max
  /// When all are closed, read or not; nil while nobody wants an end.
  var end: Int64?
  /// Kept so that one more connection can be taken, and told, where no descriptor is left.
  var spare = open("/dev/null", O_RDONLY | O_CLOEXEC)

  /// Nil where the system does not let it wait.
  package init?(
    listener: Listener, signals: SignalPipe, encoding: Encoding, session: Session, limits: Limits,
    reload: @escaping @Sendable () -> Session.Reload, report: @escaping (String) -> Void
  ) {
    guard let readiness = Readiness(), readiness.add(signals.descriptor, Self.signalKey) else {
      return nil
    }
    self.listener = listener
    self.signals = signals
    self.encoding = encoding
    self.limits = limits
    self.report = report
    blank = session
    self.reload = Reloading(reload)
    self.readiness = readiness
    for descriptor in listener.descriptors where !readiness.add(descriptor, Self.listenerKey) {
      return nil
    }
  }

  /// Serves until SIGTERM: then nobody new is let in, what had come is answered, and all are told.
  package mutating func run() {
    while true {
      for event in readiness.wait(timeout) { handle(event) }
      if signals.isTerminationWanted, end == nil { drain() }
      if signals.isImpatient { return }
      answerInTurn()
      startReload()
      let now = Self.now
      if now >= nextCheck { closeOverdue(now) }
      if let end, servedCount + departingCount == 0 || now >= end { return }
    }
  }

  private var timeout: Int32 {
    if !queue.isEmpty { return 0 }
    let next = min(nextCheck, end ?? .max)
    return next == .max ? -1 : Int32(clamping: max(0, next - Self.now))
  }

  /// Milliseconds of a clock that nobody sets.
  static var now: Int64 { monotonicNanoseconds() / 1_000_000 }

  // MARK: Events

  private mutating func handle(_ event: Readiness.Event) {
    switch event.key {
    case Self.signalKey: signals.drain()
    case Self.reloadKey: if let outcome = reload.finish() { finishReload(outcome) }
    case Self.listenerKey: accept()
    default:
      guard let place = place(of: event.key) else { return }
      if event.isBroken { return close(place) }
      do {
        if event.isReadable {
          let room = room(place)
          _ = try clients[place]?.read(room: room)
        }
        if event.isWritable, try clients[place]?.write() == true {
          clients[place]?.lastActivity = Self.now
        }
      } catch {
        return close(place)
      }
      enqueue(place)
    }
  }

  /// The place of a client that is still there.
  func place(of key: UInt64) -> Int? {
    let place = Int(UInt32(truncatingIfNeeded: key))
    return clients.indices.contains(place) && clients[place]?.key == key ? place : nil
  }

  /// How many bytes of a client may be read now.
  func room(_ place: Int) -> Int {
    guard let requests = clients[place]?.connection.requests else { return 0 }
    return waitingInput < Self.inputLimit
      ? requests.room : min(requests.room, Self.assuredInput - requests.count)
  }

  mutating func enqueue(_ place: Int) {
    guard let client = clients[place], !client.isQueued else { return }
    clients[place]?.isQueued = true
    queue.append(client.key)
  }

  // MARK: Answering

  /// A turn for each that may have requests.
  private mutating func answerInTurn() {
    let turns = queue
    queue.removeAll(keepingCapacity: true)
    for key in turns {
      guard let place = place(of: key) else { continue }
      clients[place]?.isQueued = false
      answer(place)
    }
  }

  private mutating func answer(_ place: Int) {
    var answered = 0
    var step = Connection.Step.answered
    while answered < Self.turn {
      step = clients[place]?.connection.answerNext() ?? .finished
      guard step == .answered else { break }
      answered += 1
    }
    let wasFull = isFull(place)
    do {
      let hasWritten = try clients[place]?.write() == true
      if hasWritten || answered > 0 { clients[place]?.lastActivity = Self.now }
    } catch {
      return close(place)
    }
    guard let client = clients[place] else { return }
    if client.connection.reloadRequest != nil, !(reloadsFor + reloadsNext).contains(client.key) {
      reloadsNext.append(client.key)
    }
    if client.connection.isFinished, client.connection.replies.isEmpty, client.phase != .leaving {
      leave(place)
    } else if step == .answered || wasFull && !isFull(place) {
      enqueue(place)
    }
    noteInterest(place)
  }

  private func isFull(_ place: Int) -> Bool {
    (clients[place]?.connection.replies.count ?? 0) >= Connection.outputLimit
  }

  private mutating func noteInterest(_ place: Int) {
    guard let client = clients[place] else { return }
    let waiting = client.connection.requests.count
    waitingInput += waiting - client.countedInput
    clients[place]?.countedInput = waiting
    let room = room(place)
    guard clients[place]?.updateInterest(room: room) == true, let client = clients[place] else {
      return
    }
    readiness.modify(
      client.descriptor, client.key, reads: client.interest.reads, writes: client.interest.writes)
  }
}
