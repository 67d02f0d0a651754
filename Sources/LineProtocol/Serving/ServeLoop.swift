import Glibc
import Knowledge
import System

/// Carries requests from one descriptor to a session and its replies to another, without ever
/// blocking on one while the other could go on.
///
/// Everything but a reload happens in one thread around `poll`: requests are read into a bounded
/// queue also while replies wait for a slow reader, and no more is written at once than a pipe that
/// is ready takes without blocking.
package struct ServeLoop {
  /// How the serving ended.
  package enum Ending: Equatable, Sendable {
    /// All was said and written.
    case finished
    /// Nobody reads any more.
    case readerGone
    /// The output takes nothing: an error number of the system.
    case failed(Int32)
    /// A second SIGTERM came while a reader that does not read was waited for.
    case cutShort
  }

  private static let readSize = 1 << 16

  private let input: Int32
  private let output: Int32
  private let signals: SignalPipe
  private var connection: Connection
  private var reload: Reloading
  private let report: (String) -> Void

  /// - Parameters:
  ///   - reload: reads the knowledge again; on a thread of its own.
  ///   - report: writes a line to those who run the program; must not block.
  package init(
    input: Int32, output: Int32, signals: SignalPipe, encoding: Encoding, session: Session,
    reload: @escaping @Sendable () -> Session.Reload, report: @escaping (String) -> Void
  ) {
    self.input = input
    self.output = output
    self.signals = signals
    connection = Connection(encoding: encoding, session: session)
    self.reload = Reloading(reload)
    self.report = report
  }

  /// Serves until the input ends, `quit`, SIGTERM, or until the replies can be written no more.
  package mutating func run() -> Ending {
    connection.greet()
    while true {
      repeat {
        if signals.isTerminationWanted { connection.finish() }
        startReload()
      } while connection.answerNext() == .answered
      // The last that was looked at may have asked for it.
      startReload()
      if connection.isFinished, connection.replies.isEmpty { return .finished }
      if let ending = wait() { return ending }
    }
  }

  // MARK: Reloading

  private mutating func startReload() {
    guard !reload.isUnderWay, !connection.isFinished else { return }
    if connection.reloadRequest != nil || signals.takeReload() {
      let outcome = reload.start(isRequested: connection.reloadRequest != nil)
      if let outcome { finishReload(outcome) }
    }
  }

  private mutating func finishReload(_ outcome: Session.Reload) {
    defer { Reloading.giveBack() }
    if reload.isRequested { return connection.finishReload(outcome) }
    switch outcome {
    case .good(let responder):
      connection.adopt(responder)
      connection.notify(.reloaded)
    case .broken(let problems):
      for problem in problems { report(problem) }
      connection.notify(.reloadFailed)
    }
  }

  // MARK: Waiting

  /// Waits until something can be read or written; how it ended where that is over.
  private mutating func wait() -> Ending? {
    let canRead = !connection.isAtEnd && !connection.isFinished && connection.requests.room > 0
    // A descriptor below 0 is passed over.
    var waits = [
      pollfd(fd: canRead ? input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output, events: connection.replies.isEmpty ? 0 : Int16(POLLOUT), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: reload.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waits, nfds_t(waits.count), signals.isImpatient ? 0 : -1)
    if count < 0 { return errno == EINTR ? nil : .failed(errno) }
    if count == 0 { return .cutShort }
    if waits[2].revents != 0 { signals.drain() }
    if waits[3].revents != 0, let outcome = reload.finish() { finishReload(outcome) }
    // An error alone says that the other end is closed; nothing that is written would arrive.
    if waits[1].revents & Int16(POLLOUT) != 0 {
      if let ending = write() { return ending }
    } else if waits[1].revents != 0 {
      return .readerGone
    }
    if waits[0].revents != 0 { read() }
    return nil
  }

  private mutating func read() {
    let room = min(Self.readSize, connection.requests.room)
    do {
      let bytes = try Descriptor.available(of: input, most: room)
      if bytes.isEmpty { connection.takeEnd() } else { connection.take(bytes) }
    } catch {
      // A reader that cannot read any more has come to its end.
      if !error.isPassing { connection.takeEnd() }
    }
  }

  /// Writes what the reader takes.
  private mutating func write() -> Ending? {
    let count = connection.replies.chunk.withUnsafeBytes {
      Glibc.write(output, $0.baseAddress, $0.count)
    }
    if count >= 0 {
      connection.replies.advance(count)
      return nil
    }
    switch errno {
    case EINTR, EAGAIN: return nil
    case EPIPE, ECONNRESET: return .readerGone
    case let code: return .failed(code)
    }
  }
}
