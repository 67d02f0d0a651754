import CEpoll
import Glibc

/// Which of thousands of descriptors are ready.
struct Readiness {
  struct Event {
    let key: UInt64
    let isReadable: Bool
    let isWritable: Bool
    /// Nothing that is written would arrive.
    let isBroken: Bool
  }

  private let descriptor: Int32
  private var buffer = [epoll_event](repeating: epoll_event(), count: 256)

  init?() {
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  func close() { Glibc.close(descriptor) }

  func add(_ watched: Int32, _ key: UInt64, reads: Bool = true, writes: Bool = false) -> Bool {
    change(EPOLL_CTL_ADD, watched, key, reads, writes)
  }

  func modify(_ watched: Int32, _ key: UInt64, reads: Bool, writes: Bool) {
    _ = change(EPOLL_CTL_MOD, watched, key, reads, writes)
  }

  private func change(
    _ operation: Int32, _ watched: Int32, _ key: UInt64, _ reads: Bool, _ writes: Bool
  ) -> Bool {
    var event = epoll_event()
    event.events = (reads ? EPOLLIN.rawValue : 0) | (writes ? EPOLLOUT.rawValue : 0)
    event.data.u64 = key
    return epoll_ctl(descriptor, operation, watched, &event) == 0
  }

  /// Waits for some milliseconds, below 0 without limit.
  /// - Returns: What is ready then.
  mutating func wait(_ milliseconds: Int32) -> [Event] {
    let count = epoll_wait(descriptor, &buffer, Int32(buffer.count), milliseconds)
    return buffer.prefix(Int(max(0, count))).map { event in
      Event(
        key: event.data.u64, isReadable: event.events & EPOLLIN.rawValue != 0,
        isWritable: event.events & EPOLLOUT.rawValue != 0,
        isBroken: event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
    }
  }
}
