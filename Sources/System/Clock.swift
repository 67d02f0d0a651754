import Glibc

/// Nanoseconds, on a clock that nobody sets and that never goes back.
package func monotonicNanoseconds() -> Int64 { nanoseconds(CLOCK_MONOTONIC) }

/// Nanoseconds since 1970.
package func nanosecondsSince1970() -> Int64 { nanoseconds(CLOCK_REALTIME) }

private func nanoseconds(_ clock: clockid_t) -> Int64 {
  var time = timespec()
  clock_gettime(clock, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
