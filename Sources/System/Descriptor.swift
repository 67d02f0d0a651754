import Glibc

/// Reading from descriptors and writing to them, whatever interrupts it.
package enum Descriptor {
  // MARK: Reading

  /// Reads until a buffer is full or the content has come to its end.
  ///
  /// - Parameter place: Where in the file to begin; nil to go on where the last reading ended.
  /// - Returns: How many bytes were read.
  package static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at place: Int? = nil
  ) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count =
        place.map { pread(descriptor, rest.baseAddress, rest.count, $0 + filled) }
        ?? read(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Everything to the end; nil where that is more than `limit` bytes.
  ///
  /// - Parameter size: How many bytes there should be, so that they are read at once.
  package static func content(
    of descriptor: Int32, size: Int = 1 << 12, limit: Int = .max - 1
  ) throws(SystemError) -> [UInt8]? {
    // A byte more than there should be shows the end at once.
    var bytes = [UInt8](repeating: 0, count: min(max(0, size), limit) + 1)
    var filled = 0
    while true {
      let more = bytes.withUnsafeMutableBytes { buffer in
        Result { () throws(SystemError) in
          try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]), from: descriptor)
        }
      }
      filled += try more.get()
      guard filled <= limit else { return nil }
      if filled < bytes.count { break }
      bytes += [UInt8](repeating: 0, count: bytes.count)
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// What has come, up to `most` bytes; empty at the end.
  package static func available(
    of descriptor: Int32, most: Int
  ) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      let result = read(descriptor, buffer.baseAddress, most)
      if result < 0 { failure = .last }
      count = max(0, result)
    }
    if let failure { throw failure }
    return bytes
  }

  // MARK: Writing

  /// Writes every byte, and waits where the other end takes none for a while.
  package static func write(
    _ bytes: some Collection<UInt8>, to descriptor: Int32
  ) throws(SystemError) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Another program may have taught the terminal not to wait.
        var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&output, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  // MARK: Pipes

  /// A pipe of which no other program inherits an end; nil where the system has none to give.
  package static func pipe(waits: Bool = true) -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      if !waits { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }
    return (ends[0], ends[1])
  }
}
