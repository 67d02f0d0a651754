import System

/// A moment in seconds, on a clock that never goes back.
package typealias Moment = Double

/// Now. What decides anything takes the moment as a parameter instead, so that it can be tested.
package func currentMoment() -> Moment { Double(monotonicNanoseconds()) / 1e9 }
