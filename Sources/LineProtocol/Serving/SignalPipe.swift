import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that waiting for them and for input is one thing.
package final class SignalPipe: Sendable {
  /// Ready to be read when a signal has come.
  package let descriptor: Int32

  /// Catches SIGTERM and SIGHUP from now on, even where the parent had them blocked, and ignores
  /// SIGPIPE; nil where no pipe can be made.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    terminations.store(0, ordering: .sequentiallyConsistent)
    reload.store(false, ordering: .sequentiallyConsistent)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    for number in [SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Only what is allowed in a handler: atomics and one write.
        let saved = errno
        if number == SIGTERM {
          terminations.add(1, ordering: .sequentiallyConsistent)
        } else {
          reload.store(true, ordering: .sequentiallyConsistent)
        }
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
    while Glibc.read(descriptor, &byte, 1) == 1 {}
  }

  /// Whether the program is to end.
  package var isTerminationWanted: Bool { terminations.load(ordering: .relaxed) > 0 }

  /// Whether it is to end without waiting for anybody.
  var isImpatient: Bool { terminations.load(ordering: .relaxed) > 1 }

  /// Whether the knowledge is to be read again; once for all signals that have come by now.
  func takeReload() -> Bool {
    reload.load(ordering: .relaxed) && reload.exchange(false, ordering: .sequentiallyConsistent)
  }
}

// What the handler uses; it can reach nothing but globals, and `init` has touched each of them.
private let terminations = Atomic<Int>(0)
private let reload = Atomic<Bool>(false)
private let writeEnd = Atomic<Int32>(-1)
