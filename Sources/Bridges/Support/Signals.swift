import Glibc
import Synchronization

/// The signals that end a bridge, as a pipe that can be watched with the others.
package struct Signals {
  package let descriptor: Int32

  /// From now on SIGTERM, SIGINT and SIGHUP do nothing but make the descriptor readable.
  package init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { _ in
        var byte: UInt8 = 0
        let saved = errno
        _ = Glibc.write(writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = saved
      }
    }
  }
}

/// Where a signal's handler writes to: nothing but a global can be reached there.
private let writeEnd = Atomic<Int32>(-1)

/// Waits until a descriptor is ready, or a moment has come.
/// - Returns: the descriptors that are ready.
package func wait(reading: [Int32], writing: [Int32], until moment: Moment) -> Set<Int32> {
  var watched =
    reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    + writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
  let left = min(max(0, moment - currentMoment()), 3600)
  guard poll(&watched, nfds_t(watched.count), Int32((left * 1000).rounded(.up))) > 0 else {
    return []
  }
  return Set(watched.filter { $0.revents != 0 }.map(\.fd))
}

/// Says something to whoever runs the bridge: never who asks, nor what.
package func report(_ text: String, as name: String) {
  let line = Array("\(name): \(text)\n".utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
