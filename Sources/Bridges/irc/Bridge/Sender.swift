import BridgeSupport

/// How fast a server lets one speak. As shipped, ircd-hybrid takes five lines at once and then one a
/// second, and puts out who lets 2,560 bytes pile up; ngircd takes three lines, or 512 bytes, a second.
package struct Pace {
  /// Lines a second, and lines at once.
  package var (rate, burst) = (1.0, 5.0)
  /// Bytes a second.
  package var bytes = 500.0
  /// Of the lines at once, those that are kept for an emergency.
  var reserve: Double { min(2, burst / 2) }

  package init() {}
}

/// Decides what goes out when.
struct Sender {
  /// What goes out at once, in this order.
  struct Sent {
    var controls: [String]
    var lines: [OutgoingLine] = []
    var ping: [String] = []
  }

  /// Lines, and bytes, that may be under way without an emergency among them.
  private static let (lines, bytes) = (6, 1500)
  /// The same with one.
  private static let (urgentLines, urgentBytes) = (10, 2200)
  /// Lines after which the server must have answered a PING, which costs a line itself.
  private static let linesPerPing = 5
  /// Seconds of silence until the server is asked whether it is there, and until it is not.
  private static let (silence, patience) = (120.0, 60.0)

  private let pace: Pace
  private var bucket: TokenBucket
  private var window = Window()
  private var controls: [String] = []
  private var heardAt: Moment?
  /// When the oldest PING that is not answered was sent.
  private var pingedAt: Moment?

  init(_ pace: Pace) {
    self.pace = pace
    bucket = TokenBucket(rate: pace.rate, capacity: pace.burst)
  }

  /// What the server must hear at once.
  mutating func control(_ lines: [String]) { controls += lines }

  mutating func heard(at now: Moment) { heardAt = now }

  mutating func pong(at now: Moment) {
    window.pong()
    pingedAt = window.isWaiting ? now : nil
  }

  mutating func lost() -> [OutgoingLine] { window.lost() }

  mutating func lines(
    from outbox: inout Outbox, at now: Moment, isReady: Bool, weight: (String) -> Int,
    canReach: (OutgoingLine) -> Bool
  ) -> Sent {
    var sent = Sent(controls: controls)
    controls = []
    for line in sent.controls { bucket.take(cost(line), at: now) }
    if heardAt == nil { heardAt = now }
    guard isReady else { return sent }
    while bucket.level(at: now) >= 1, hasRoom(Self.urgentLines, Self.urgentBytes) {
      let isUrgentOnly =
        bucket.level(at: now) < pace.reserve + 1 || !hasRoom(Self.lines, Self.bytes)
        || window.linesSincePing >= Self.linesPerPing
      let next = outbox.next(urgentOnly: isUrgentOnly, weight: weight, canReach: canReach)
      guard let next else { break }
      outbox.take(next, at: now)
      window.send(next)
      bucket.take(cost(next.wire), at: now)
      sent.lines.append(next)
    }
    // A PING when the next usual line could go, had it not to wait for one.
    let isSilent = now - (heardAt ?? now) >= Self.silence && !window.isWaiting
    let isFull = window.linesSincePing >= Self.linesPerPing || !hasRoom(Self.lines, Self.bytes)
    let hasUnconfirmed = window.linesSincePing > 0 && bucket.level(at: now) >= pace.reserve
    if isSilent || hasUnconfirmed && (isFull || !hasUsual(outbox, canReach)) {
      window.ping()
      pingedAt = pingedAt ?? now
      bucket.take(1, at: now)
      sent.ping = ["PING :vagvisare"]
    }
    return sent
  }

  private func hasUsual(_ outbox: Outbox, _ canReach: (OutgoingLine) -> Bool) -> Bool {
    outbox.next(urgentOnly: false, weight: { _ in 0 }, canReach: canReach) != nil
  }

  private func hasRoom(_ lines: Int, _ bytes: Int) -> Bool {
    window.count < lines && window.bytes < bytes
  }

  private func cost(_ line: String) -> Double {
    max(1, Double(line.utf8.count + 2) * pace.rate / pace.bytes)
  }

  func deadline(hasLines: Bool, at now: Moment) -> Moment {
    let heard = heardAt ?? now
    var moment = pingedAt.map { max($0, heard) + Self.patience } ?? heard + Self.silence
    if hasLines || window.linesSincePing > 0 {
      // Without room it is the server's answer that is waited for.
      let wanted = bucket.level(at: now) < 1 ? 1 : pace.reserve + 1
      let next = bucket.moment(of: wanted, from: now)
      if next > now { moment = min(moment, next) }
    }
    return moment
  }

  func isDead(at now: Moment) -> Bool {
    pingedAt.map { now - max($0, heardAt ?? $0) >= Self.patience } ?? false
  }
}
