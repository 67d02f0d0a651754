import Glibc
import System

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
  try? Descriptor.write("\(name): \(text)\n".utf8, to: STDERR_FILENO)
}
