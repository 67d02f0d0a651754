import Glibc
import Synchronization

/// Whether Ctrl-C was pressed since the flag was cleared.
enum InterruptFlag {
  /// Lets an interrupt set the flag instead of ending the program.
  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      interrupted.store(true, ordering: .sequentiallyConsistent)
    }
    sigaction(SIGINT, &action, nil)
  }

  static var isSet: Bool { interrupted.load(ordering: .sequentiallyConsistent) }

  static func clear() { interrupted.store(false, ordering: .sequentiallyConsistent) }
}

/// A handler can reach nothing but globals.
private let interrupted = Atomic<Bool>(false)
