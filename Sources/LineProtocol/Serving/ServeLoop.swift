import Glibc
import Knowledge

/// Carries requests from one descriptor to a session and its replies to another, without ever
/// blocking on one while the other could go on.
///
/// Everything happens in one thread around `poll`: requests are read into a bounded queue also
/// while replies wait for a slow reader, and no more is written at once than a pipe that is ready
/// takes without blocking.
package struct ServeLoop {
  /// Replies that wait to be written: beyond so many bytes no request is answered.
  private static let outputLimit = 1 << 16
  private static let readSize = 1 << 16

  private let input: Int32
  private let output: Int32
  private let signals: SignalPipe
  private let encoding: Encoding
  private var session: Session
  private let report: (String) -> Void

  private var requests = InputQueue()
  private var replies = OutputQueue()
  private var isAtEnd = false
  private var isFinished = false

  /// - Parameters:
  ///   - report: writes a line to those who run the program; must not block.
  package init(
    input: Int32, output: Int32, signals: SignalPipe, encoding: Encoding, session: Session,
    report: @escaping (String) -> Void
  ) {
    self.input = input
    self.output = output
    self.signals = signals
    self.encoding = encoding
    self.session = session
    self.report = report
  }

  /// Serves until the input ends, `quit`, SIGTERM, or until nobody reads the replies any more.
  package mutating func run() {
    send(.notice(session.greeting))
    while !isFinished {
      answerQueued()
      if isFinished { send(.notice(.bye)) } else if !wait() { return }
    }
    while !replies.isEmpty, wait() {}
  }

  // MARK: Requests

  private mutating func answerQueued() {
    while true {
      if signals.isTerminationWanted {
        isFinished = true
        return
      }
      guard replies.count < Self.outputLimit else { return }
      if signals.takeReload() { reload() }
      guard let frame = requests.popFrame() else {
        isFinished = isAtEnd
        return
      }
      do {
        guard let request = try encoding.request(from: frame, languages: session.languages) else {
          continue
        }
        send(.response(session.answer(request)))
        if session.hasQuit {
          isFinished = true
          return
        }
      } catch {
        send(.response(Response(id: error.id, error: error.error)))
      }
    }
  }

  private mutating func reload() {
    guard let problems = session.reload() else {
      send(.notice(.reloaded))
      return
    }
    for problem in problems { report(problem) }
    send(.notice(.reloadFailed))
  }

  private mutating func send(_ message: Message) {
    replies.append(encoding.encode(message))
  }

  // MARK: Waiting

  /// Waits until something can be read or written; false where nobody reads any more.
  private mutating func wait() -> Bool {
    let canRead = !isAtEnd && !isFinished && requests.room > 0
    // A descriptor below 0 is passed over.
    var waits = [
      pollfd(fd: canRead ? input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output, events: replies.isEmpty ? 0 : Int16(POLLOUT), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waits, nfds_t(waits.count), -1) >= 0 else { return errno == EINTR }
    if waits[2].revents != 0 { signals.drain() }
    // An error alone says that the other end is closed; nothing that is written would arrive.
    if waits[1].revents & Int16(POLLOUT) != 0 {
      if !write() { return false }
    } else if waits[1].revents != 0 {
      return false
    }
    if waits[0].revents != 0 { read() }
    return true
  }

  private mutating func read() {
    let room = min(Self.readSize, requests.room)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let result = Glibc.read(input, buffer.baseAddress, room)
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    if failure == EINTR || failure == EAGAIN { return }
    if bytes.isEmpty {
      isAtEnd = true
      requests.end()
    }
    requests.append(bytes)
  }

  /// Writes what the reader takes; false where nobody reads any more.
  private mutating func write() -> Bool {
    let count = replies.chunk.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    replies.advance(count)
    return true
  }
}
