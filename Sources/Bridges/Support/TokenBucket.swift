/// What may be sent now: it fills at an even rate up to what may be sent at once.
package struct TokenBucket {
  private let rate: Double
  private let capacity: Double
  private var level: Double
  private var moment: Moment = 0

  package init(rate: Double, capacity: Double) {
    (self.rate, self.capacity, level) = (rate, capacity, capacity)
  }

  /// How much may be taken.
  package func level(at now: Moment) -> Double {
    min(capacity, level + max(0, now - moment) * rate)
  }

  /// Takes some, also where there is less: then the next waits longer.
  package mutating func take(_ cost: Double, at now: Moment) {
    level = level(at: now) - cost
    moment = max(moment, now)
  }

  /// When that much will be there.
  package func moment(of wanted: Double, from now: Moment) -> Moment {
    now + max(0, min(wanted, capacity) - level(at: now)) / rate
  }
}
