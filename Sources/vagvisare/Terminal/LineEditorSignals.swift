import Glibc
import Synchronization

/// Whether Ctrl-C was pressed since somebody last asked.
enum LineEditorSignals {
  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      interrupted.store(true, ordering: .sequentiallyConsistent)
    }
    sigaction(SIGINT, &action, nil)
  }

  static func wasInterrupted() -> Bool {
    interrupted.exchange(false, ordering: .sequentiallyConsistent)
  }
}

/// A handler can reach nothing but globals.
private let interrupted = Atomic<Bool>(false)
