import BridgeSupport

/// What waits to be said, and when it may be. An emergency goes first; the rest one at a time, whoever
/// has asked least first.
struct Sender {
  private static let longestPause = 60.0

  private var bucket: TokenBucket
  private let reserve: Double
  private var waiting: [Outgoing] = []
  private var underWay: [Outgoing] = []
  /// The server wants nothing before this.
  private var blockedUntil: Moment = 0
  private var failures = 0

  init(rate: Double, burst: Double) {
    bucket = TokenBucket(rate: rate, capacity: burst)
    reserve = min(3, burst / 2)
  }

  mutating func add(_ message: Outgoing) { waiting.append(message) }

  func waits(for asker: String, in room: String, isEmergency: Bool) -> Int {
    (waiting + underWay).count {
      $0.asker == asker && $0.room == room && $0.isEmergency == isEmergency
    }
  }

  /// What to send now.
  mutating func take(at now: Moment, weight: (String) -> Int) -> [Outgoing] {
    var taken: [Outgoing] = []
    while now >= blockedUntil, let place = next(at: now, weight) {
      let message = waiting.remove(at: place)
      bucket.take(1, at: now)
      underWay.append(message)
      taken.append(message)
    }
    return taken
  }

  private func next(at now: Moment, _ weight: (String) -> Int) -> Int? {
    func first(isEmergency: Bool) -> Int? {
      waiting.indices.filter { waiting[$0].isEmergency == isEmergency }.min {
        (weight(waiting[$0].asker), $0) < (weight(waiting[$1].asker), $1)
      }
    }
    let level = bucket.level(at: now)
    if level >= 1, underWay.count < 4, let urgent = first(isEmergency: true) { return urgent }
    return level >= reserve + 1 && underWay.isEmpty ? first(isEmergency: false) : nil
  }

  /// - Returns: whether the message is done with, said or refused for good.
  mutating func receive(_ message: Outgoing, _ response: Response, at now: Moment) -> Bool {
    underWay.removeAll { $0 == message }
    guard response.isPassing else {
      failures = 0
      return true
    }
    waiting.insert(message, at: 0)
    failures += 1
    let pause = response.trouble.retryAfter.map { max(0.05, $0 / 1000) }
    blockedUntil = now + min(Self.longestPause, pause ?? Double(1 << min(failures, 6)))
    return false
  }

  func deadline(at now: Moment) -> Moment {
    guard !waiting.isEmpty else { return .infinity }
    if now < blockedUntil { return blockedUntil }
    let wanted = bucket.level(at: now) < 1 ? 1 : reserve + 1
    let next = bucket.moment(of: wanted, from: now)
    return next > now ? next : .infinity
  }
}
