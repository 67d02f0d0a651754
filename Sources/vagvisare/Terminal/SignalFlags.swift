import Glibc
import Synchronization

/// Whether Ctrl-C was pressed since the flag was cleared.
enum InterruptFlag {
  /// Lets an interrupt set the flag instead of ending the program.
  static func install() {
    setHandler(of: SIGINT) { _ in interrupted.store(true, ordering: .sequentiallyConsistent) }
  }

  static var isSet: Bool { interrupted.load(ordering: .sequentiallyConsistent) }

  static func clear() { interrupted.store(false, ordering: .sequentiallyConsistent) }
}

/// Whether the program was stopped, by Ctrl-Z, and goes on again.
enum ContinueFlag {
  static func install() {
    setHandler(of: SIGCONT) { _ in continued.store(true, ordering: .sequentiallyConsistent) }
  }

  static var isSet: Bool { continued.load(ordering: .sequentiallyConsistent) }

  /// Whether the flag was set; it is cleared.
  static func take() -> Bool { continued.exchange(false, ordering: .sequentiallyConsistent) }
}

private func setHandler(of signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
  var action = sigaction()
  action.__sigaction_handler.sa_handler = handler
  sigaction(signal, &action, nil)
}

// A handler can reach nothing but globals.
private let interrupted = Atomic<Bool>(false)
private let continued = Atomic<Bool>(false)
