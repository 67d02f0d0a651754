import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that waiting for them and for input is one thing.
package final class SignalPipe: Sendable {
  /// Ready to be read when a signal has come.
  package let descriptor: Int32

  /// Catches signals from now on, even where the parent had them blocked, and ignores SIGPIPE; nil where
  /// no pipe can be made.
  ///
  /// - Parameter signals: Any of SIGHUP, SIGINT and SIGTERM.
  package init?(catching signals: [Int32]) {
    guard let pipe = Descriptor.pipe(waits: false) else { return nil }
    descriptor = pipe.reading
    writeEnd.store(pipe.writing, ordering: .sequentiallyConsistent)
    for number in [SIGHUP, SIGINT, SIGTERM] { _ = Arrivals.take(number) }
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    for number in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Only what is allowed in a handler: atomics and one write.
        let saved = errno
        Arrivals.add(number)
        var byte: UInt8 = 0
        _ = Glibc.write(writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = saved
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
      sigaddset(&unblocked, number)
    }
    signal(SIGPIPE, SIG_IGN)
    pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
  }

  /// Empties the pipe, so that the next signal is waited for.
  package func drain() {
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) == 1 {}
  }

  /// How many of a signal have come since the last ``take(_:)``.
  package func count(of signal: Int32) -> Int { Arrivals.count(of: signal) }

  /// Whether a signal has come; once for all that have come by now.
  package func take(_ signal: Int32) -> Bool {
    Arrivals.count(of: signal) > 0 && Arrivals.take(signal) > 0
  }
}

// What the handler uses; it can reach nothing but globals, and `init` has touched each of them.
private let writeEnd = Atomic<Int32>(-1)
private let hangups = Atomic<Int>(0)
private let interrupts = Atomic<Int>(0)
private let terminations = Atomic<Int>(0)

private enum Arrivals {
  static func add(_ signal: Int32) {
    switch signal {
    case SIGHUP: hangups.add(1, ordering: .sequentiallyConsistent)
    case SIGINT: interrupts.add(1, ordering: .sequentiallyConsistent)
    default: terminations.add(1, ordering: .sequentiallyConsistent)
    }
  }

  static func count(of signal: Int32) -> Int {
    switch signal {
    case SIGHUP: hangups.load(ordering: .relaxed)
    case SIGINT: interrupts.load(ordering: .relaxed)
    default: terminations.load(ordering: .relaxed)
    }
  }

  static func take(_ signal: Int32) -> Int {
    switch signal {
    case SIGHUP: hangups.exchange(0, ordering: .sequentiallyConsistent)
    case SIGINT: interrupts.exchange(0, ordering: .sequentiallyConsistent)
    default: terminations.exchange(0, ordering: .sequentiallyConsistent)
    }
  }
}
