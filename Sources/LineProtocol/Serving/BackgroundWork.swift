import Glibc
import Synchronization
import System

/// Work on a thread of its own, whose end can be waited for together with input.
package final class BackgroundWork<Value: Sendable>: Sendable {
  /// Ready to be read when the work is done.
  package let descriptor: Int32
  private let writeEnd: Int32
  private let value = Mutex<Value?>(nil)

  /// Begins at once; nil where the system has no descriptor or no thread to give.
  package init?(_ work: @escaping @Sendable () -> Value) {
    guard let pipe = Descriptor.pipe() else { return nil }
    (descriptor, writeEnd) = pipe
    let body = Unmanaged.passRetained(
      Body { [self] in
        let value = work()
        self.value.withLock { $0 = value }
        var byte: UInt8 = 0
        _ = Glibc.write(writeEnd, &byte, 1)
      })
    var thread = pthread_t()
    // The signals are the first thread's.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard code == 0 else {
      body.release()
      return nil
    }
    pthread_detach(thread)
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// What came of the work; nil before it is done.
  package var result: Value? { value.withLock { $0 } }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
