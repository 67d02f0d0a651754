import Glibc
import System

/// What signals mean to a program that serves.
extension SignalPipe {
  /// Catches SIGTERM and SIGHUP; nil where no pipe can be made.
  package convenience init?() { self.init(catching: [SIGTERM, SIGHUP]) }

  /// Whether the program is to end.
  package var isTerminationWanted: Bool { count(of: SIGTERM) > 0 }

  /// Whether it is to end without waiting for anybody.
  var isImpatient: Bool { count(of: SIGTERM) > 1 }

  /// Whether the knowledge is to be read again; once for all signals that have come by now.
  func takeReload() -> Bool { take(SIGHUP) }
}
