import Glibc

/// Times of the same thing, many times over.
struct Timing {
  private var nanoseconds: [Int] = []

  mutating func add(_ time: Int) { nanoseconds.append(time) }

  func show(_ name: String) {
    let sorted = nanoseconds.sorted()
    guard !sorted.isEmpty else { return }
    let mean = sorted.reduce(0, +) / sorted.count
    let ninetyNine = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    print(
      "\(name): mean \(Self.micro(mean)) µs, median \(Self.micro(sorted[sorted.count / 2])) µs, 99 % below \(Self.micro(ninetyNine)) µs, \(1_000_000_000 / max(1, mean)) a second"
    )
  }

  static func nanoseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }

  static func micro(_ nanoseconds: Int) -> String {
    "\(nanoseconds / 1000).\(nanoseconds % 1000 / 100)"
  }
}

/// The nanoseconds that this thread has had of a processor: other programs make it no longer, but for
/// the caches that they share.
func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The result, and the shortest of several times after the first; of the first where no others are
/// wanted.
func best<Result>(of count: Int, _ body: () -> Result) -> (Result, Duration) {
  let clock = ContinuousClock()
  let start = clock.now
  var result = body()
  var shortest = count == 0 ? clock.now - start : .seconds(1 << 30)
  for _ in 0..<count {
    let start = clock.now
    result = body()
    shortest = min(shortest, clock.now - start)
  }
  return (result, shortest)
}

func show(_ name: String, _ duration: Duration) {
  print("\(name): \(Timing.micro(Timing.nanoseconds(duration) / 1000)) ms")
}
