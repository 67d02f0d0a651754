/// What was written to the server and not seen by it yet. It answers a PING after all that came
/// before: until then no more goes out than fits here, so that nothing lies where no emergency can
/// overtake it, and what a broken connection has lost is known.
package struct Window {
  private enum Sent {
    case line(OutgoingLine)
    case ping
  }

  private var sent: [Sent] = []
  package private(set) var linesSincePing = 0

  package init() {}

  package mutating func send(_ line: OutgoingLine) {
    sent.append(.line(line))
    linesSincePing += 1
  }

  package mutating func ping() {
    sent.append(.ping)
    linesSincePing = 0
  }

  /// The server has answered the oldest PING.
  package mutating func pong() {
    guard
      let place = sent.firstIndex(where: {
        if case .ping = $0 { true } else { false }
      })
    else { return }
    sent.removeSubrange(...place)
  }

  /// Whether the server owes an answer.
  package var isWaiting: Bool { sent.count > linesSincePing }

  package var count: Int { sent.count }

  package var bytes: Int {
    sent.reduce(0) {
      if case .line(let line) = $1 { $0 + line.wire.utf8.count } else { $0 + 10 }
    }
  }

  /// Empties it.
  /// - Returns: what may not have arrived.
  package mutating func lost() -> [OutgoingLine] {
    defer { self = Window() }
    return sent.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
