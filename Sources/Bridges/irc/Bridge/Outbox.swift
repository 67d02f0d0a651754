import BridgeSupport

/// A line that is to be said.
package struct OutgoingLine: Equatable {
  /// A channel, or a nick.
  package var target: String
  /// Whom it answers, as the server compares nicks.
  package var asker: String
  /// Whom a line in a channel is for.
  package var address = ""
  package var text: String
  package var isEmergency = false
  package var isNotice = false
  /// The last of its answer.
  package var isLast = false
  package var since: Moment

  package init(
    target: String, asker: String, address: String = "", text: String, isEmergency: Bool = false,
    isNotice: Bool = false, isLast: Bool = false, since: Moment
  ) {
    (self.target, self.asker, self.address, self.text) = (target, asker, address, text)
    (self.isEmergency, self.isNotice, self.isLast) = (isEmergency, isNotice, isLast)
    self.since = since
  }

  package var wire: String { "\(isNotice ? "NOTICE" : "PRIVMSG") \(target) :\(address)\(text)" }
}

/// What waits to be said. Whatever stands here can still be overtaken: an emergency goes first, and
/// whoever has asked least and got least goes before those who ask much.
package struct Outbox {
  private struct Queue {
    var urgent: [OutgoingLine] = []
    var usual: [OutgoingLine] = []
    /// Moments at which lines were sent, within the last minute.
    var sent: [Moment] = []
    var isIdle: Bool { urgent.isEmpty && usual.isEmpty && sent.isEmpty }
  }

  private var queues: [String: Queue] = [:]

  package init() {}

  package var isEmpty: Bool {
    queues.values.allSatisfy { $0.urgent.isEmpty && $0.usual.isEmpty }
  }

  package mutating func add(_ lines: [OutgoingLine]) {
    for line in lines {
      if line.isEmergency {
        queues[line.asker, default: Queue()].urgent.append(line)
      } else {
        queues[line.asker, default: Queue()].usual.append(line)
      }
    }
  }

  /// Puts back what was sent and did not arrive: before the rest, in its order.
  package mutating func putBack(_ lines: [OutgoingLine]) {
    for line in lines.reversed() {
      if line.isEmergency {
        queues[line.asker, default: Queue()].urgent.insert(line, at: 0)
      } else {
        queues[line.asker, default: Queue()].usual.insert(line, at: 0)
      }
    }
  }

  /// How many answers wait for somebody, in part or whole; emergencies not counted.
  package func answersWaiting(for asker: String) -> Int {
    queues[asker]?.usual.count { $0.isLast } ?? 0
  }

  package func hasEmergency(for asker: String, in target: String) -> Bool {
    queues[asker]?.urgent.contains { $0.target == target } ?? false
  }

  /// The line to say next; nil where none can be said.
  /// - Parameters:
  ///   - urgentOnly: whether there is no room but for an emergency.
  ///   - weight: how much somebody has asked of late; who has asked least goes first.
  ///   - canReach: whether a line could be said there now.
  package func next(
    urgentOnly: Bool, weight: (String) -> Int, canReach: (OutgoingLine) -> Bool
  ) -> OutgoingLine? {
    let urgent = first(\.urgent, weight, canReach)
    return urgent ?? (urgentOnly ? nil : first(\.usual, weight, canReach))
  }

  private func first(
    _ kind: KeyPath<Queue, [OutgoingLine]>, _ weight: (String) -> Int,
    _ canReach: (OutgoingLine) -> Bool
  ) -> OutgoingLine? {
    var best: (line: OutgoingLine, rank: (Int, Int, Moment))?
    for (asker, queue) in queues {
      guard let line = queue[keyPath: kind].first(where: canReach) else { continue }
      let rank = (weight(asker), queue.sent.count, line.since)
      if best.map({ rank < $0.rank }) ?? true { best = (line, rank) }
    }
    return best?.line
  }

  /// Takes away a line that is being said.
  package mutating func take(_ line: OutgoingLine, at now: Moment) {
    guard var queue = queues[line.asker] else { return }
    if let place = queue.urgent.firstIndex(of: line) {
      queue.urgent.remove(at: place)
    } else if let place = queue.usual.firstIndex(of: line) {
      queue.usual.remove(at: place)
    }
    queue.sent.append(now)
    queues[line.asker] = queue
  }

  /// Forgets what is long past: who got what, and usual lines that have waited for too long.
  package mutating func forget(sentBefore: Moment, waitingSince: Moment) {
    for (asker, queue) in queues {
      var queue = queue
      queue.sent.removeAll { $0 < sentBefore }
      queue.usual.removeAll { $0.since < waitingSince }
      queues[asker] = queue.isIdle ? nil : queue
    }
  }

  /// Forgets what waits for somebody who is gone; what is meant for a channel too, unless said.
  package mutating func drop(_ asker: String, where isGone: (OutgoingLine) -> Bool = { _ in true })
  {
    queues[asker]?.urgent.removeAll(where: isGone)
    queues[asker]?.usual.removeAll(where: isGone)
  }

  /// Somebody has another nick now.
  package mutating func rename(_ old: String, to new: String, nick: String) {
    guard var queue = queues.removeValue(forKey: old) else { return }
    func renamed(_ line: OutgoingLine) -> OutgoingLine {
      var line = line
      line.asker = new
      if !line.target.isChannel { line.target = nick }
      return line
    }
    queue.urgent = queue.urgent.map(renamed)
    queue.usual = queue.usual.map(renamed)
    queues[new] = queue
  }
}

extension String {
  /// Whether it names a channel.
  package var isChannel: Bool { first.map { "#&+!".contains($0) } ?? false }
}
