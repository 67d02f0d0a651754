import Glibc
import Knowledge

/// Which encoding a pipe speaks; never switched inside a stream.
package enum Encoding: Sendable {
  case lines
  case json

  func request(
    from frame: LineSplitter.Frame, languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request? {
    switch self {
    case .lines: try LineCodec().request(from: frame, languages: languages)
    case .json: try JSONCodec().request(from: frame, languages: languages)
    }
  }

  func encode(_ message: Message) -> String {
    switch self {
    case .lines: LineCodec().encode(message)
    case .json: JSONCodec().encode(message)
    }
  }
}

/// Carries requests from one descriptor to a session and its replies to another, without ever
/// blocking on one while the other could go on.
///
/// Everything happens in one thread around `poll`: requests are read into a bounded queue also
/// while replies wait for a slow reader, and no more is written at once than a pipe that is ready
/// takes without blocking.
package struct ServeLoop {
  /// What waits to be answered: so many bytes are read ahead, no more.
  private static let queueLimit = 1 << 20
  /// Replies that wait to be written: beyond so many bytes no request is answered.
  private static let outputLimit = 1 << 16
  /// What a pipe that is ready to be written takes whole (POSIX' PIPE_BUF on Linux).
  private static let writeSize = 4096
  private static let readSize = 1 << 16

  private let input: Int32
  private let output: Int32
  private let signals: SignalPipe
  private let encoding: Encoding
  private var session: Session
  private let report: (String) -> Void

  private var splitter = LineSplitter()
  private var queue: [UInt8] = []
  private var queueStart = 0
  private var frames: [LineSplitter.Frame] = []
  private var nextFrame = 0
  private var pending: [UInt8] = []
  private var pendingStart = 0
  private var isAtEnd = false
  private var isFinished = false
  private var saidBye = false

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
    while true {
      answerQueued()
      if isFinished, !saidBye {
        saidBye = true
        send(.notice(.bye))
      }
      if saidBye, pendingStart == pending.count { return }
      if !wait() { return }
    }
  }

  // MARK: Requests

  private mutating func answerQueued() {
    while !isFinished, pending.count - pendingStart < Self.outputLimit {
      if signals.takeTerminate() {
        isFinished = true
        return
      }
      if signals.takeReload() { reload() }
      guard let frame = popFrame() else {
        if isAtEnd { isFinished = true }
        return
      }
      do {
        guard let request = try encoding.request(from: frame, languages: session.languages) else {
          continue
        }
        send(.response(session.answer(request)))
        if session.hasQuit { isFinished = true }
      } catch {
        send(.response(Response(id: error.id, error: error.error)))
      }
    }
  }

  /// The next line of what was read; the stream's unfinished rest after its end.
  private mutating func popFrame() -> LineSplitter.Frame? {
    if nextFrame == frames.count {
      frames.removeAll(keepingCapacity: true)
      nextFrame = 0
      while frames.isEmpty, queueStart < queue.count {
        let end = min(queue.count, queueStart + LineSplitter.limit)
        splitter.take(queue[queueStart..<end]) { frames.append($0) }
        queueStart = end
      }
      if queueStart == queue.count {
        queue.removeAll(keepingCapacity: true)
        queueStart = 0
      }
      if frames.isEmpty, isAtEnd, let rest = splitter.finish() { frames.append(rest) }
    }
    guard nextFrame < frames.count else { return nil }
    nextFrame += 1
    return frames[nextFrame - 1]
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
    pending.append(contentsOf: encoding.encode(message).utf8)
  }

  // MARK: Waiting

  /// Waits until something can be read or written; false where the loop is to end at once.
  private mutating func wait() -> Bool {
    let hasPending = pendingStart < pending.count
    let canRead = !isAtEnd && !isFinished && queue.count - queueStart < Self.queueLimit
    // A descriptor below 0 is passed over.
    var waits = [
      pollfd(fd: canRead ? input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output, events: hasPending ? Int16(POLLOUT) : 0, revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waits, nfds_t(waits.count), -1)
    if count < 0 { return errno == EINTR }
    if waits[2].revents != 0 { signals.drain() }
    if waits[1].revents & Int16(POLLOUT) != 0, !write() { return false }
    if waits[1].revents & Int16(POLLERR | POLLNVAL) != 0, waits[1].revents & Int16(POLLOUT) == 0 {
      return false
    }
    if waits[0].revents != 0 { read() }
    return true
  }

  private mutating func read() {
    if queueStart > 0, queueStart == queue.count {
      queue.removeAll(keepingCapacity: true)
      queueStart = 0
    } else if queueStart > Self.queueLimit {
      queue.removeFirst(queueStart)
      queueStart = 0
    }
    let room = min(Self.readSize, Self.queueLimit - (queue.count - queueStart))
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = max(-1, Glibc.read(input, buffer.baseAddress, room))
      if count < 0 {
        let again = errno == EINTR || errno == EAGAIN
        count = 0
        readFailed = !again
      } else {
        readFailed = count == 0
      }
    }
    if readFailed { isAtEnd = true }
    queue.append(contentsOf: bytes)
  }

  private var readFailed = false

  /// Writes what the reader takes; false where nobody reads any more.
  private mutating func write() -> Bool {
    let end = chunkEnd()
    let count = pending[pendingStart..<end].withUnsafeBytes {
      Glibc.write(output, $0.baseAddress, $0.count)
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    pendingStart += count
    if pendingStart == pending.count {
      pending.removeAll(keepingCapacity: true)
      pendingStart = 0
    } else if pendingStart > Self.outputLimit {
      pending.removeFirst(pendingStart)
      pendingStart = 0
    }
    return true
  }

  /// Where the next write ends: after a whole line where one fits.
  private func chunkEnd() -> Int {
    let most = min(pending.count, pendingStart + Self.writeSize)
    if most == pending.count { return most }
    let newline = pending[pendingStart..<most].lastIndex(of: UInt8(ascii: "\n"))
    return newline.map { $0 + 1 } ?? most
  }
}
