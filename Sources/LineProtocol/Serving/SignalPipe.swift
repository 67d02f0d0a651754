import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that waiting for them and for input is one thing.
package final class SignalPipe: Sendable {
  /// Ready to be read when a signal has come.
  package let descriptor: Int32
  private let wanted = Mutex((terminate: false, reload: false))

  /// Catches SIGTERM and SIGHUP from now on, and ignores SIGPIPE; nil where no pipe can be made.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    for number in [SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Only what is allowed in a handler: one write.
        var byte = UInt8(truncatingIfNeeded: number)
        let saved = errno
        _ = Glibc.write(writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = saved
      }
      sigaction(number, &action, nil)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Takes in the signals that have come.
  func drain() {
    var byte: UInt8 = 0
    while Glibc.read(descriptor, &byte, 1) == 1 {
      let number = Int32(byte)
      wanted.withLock {
        if number == SIGTERM { $0.terminate = true }
        if number == SIGHUP { $0.reload = true }
      }
    }
  }

  /// Whether the program is to end.
  func takeTerminate() -> Bool {
    drain()
    return wanted.withLock { $0.terminate }
  }

  /// Whether the knowledge is to be read again; once for each signal.
  func takeReload() -> Bool {
    wanted.withLock { wanted in
      defer { wanted.reload = false }
      return wanted.reload
    }
  }
}

/// Where the handler writes; a handler can reach nothing but globals.
private let writeEnd = Atomic<Int32>(-1)
