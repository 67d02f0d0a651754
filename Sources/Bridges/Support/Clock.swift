import Glibc

/// A moment in seconds, on a clock that never goes back.
package typealias Moment = Double

/// Now. What decides anything takes the moment as a parameter instead, so that it can be tested.
package func currentMoment() -> Moment {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
