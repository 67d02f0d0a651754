import Foundation
import Glibc
import Synchronization
import TestSupport

/// A connection, by TCP on loopback or by a Unix socket, whose every wait has a deadline.
final class Connection {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Below those that the system gives to whoever connects: one of these could be taken, or connected to from
  /// itself, before the program that is to listen on it has learnt.
  private static let ports = 15_000..<32_000
  private static let given = Mutex<Set<Int>>([])

  /// A port that nobody listens on, given once.
  static func freePort() throws -> Int {
    for port in ports.shuffled() where given.withLock({ $0.insert(port).inserted }) {
      let probe = try open(AF_INET)
      defer { close(probe) }
      var address = loopback(port: port)
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      if withSocketAddress(&address, { bind(probe, $0, size) }) == 0 { return port }
    }
    throw BridgeFailure("no free port")
  }

  /// Connects; tries again while nobody listens yet.
  /// - Parameter source: the address of loopback that it comes from.
  init(
    port: Int, from source: [UInt8] = [127, 0, 0, 1], within seconds: Double = ChildProgram.patience
  ) throws {
    descriptor = try eventually(within: seconds, "a connection to port \(port)") {
      let descriptor = try Self.open(AF_INET)
      var own = Self.loopback(port: 0)
      own.sin_addr.s_addr = source.reduce(0) { $0 << 8 | UInt32($1) }.bigEndian
      let length = socklen_t(MemoryLayout<sockaddr_in>.size)
      _ = Self.withSocketAddress(&own) { bind(descriptor, $0, length) }
      var address = Self.loopback(port: port)
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      if Self.withSocketAddress(&address, { connect(descriptor, $0, size) }) == 0 {
        return descriptor
      }
      close(descriptor)
      return nil
    }
    bePatient()
  }

  /// Connects to a Unix socket; tries again while nobody listens yet.
  init(path: String, within seconds: Double = ChildProgram.patience) throws {
    descriptor = try eventually(within: seconds, "a connection to \(path)") {
      let descriptor = try Self.open(AF_UNIX)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      let size = socklen_t(MemoryLayout<sockaddr_un>.size)
      if Self.withSocketAddress(&address, { connect(descriptor, $0, size) }) == 0 {
        return descriptor
      }
      close(descriptor)
      return nil
    }
    bePatient()
  }

  private func bePatient() {
    signal(SIGPIPE, SIG_IGN)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  private static func open(_ family: Int32) throws -> Int32 {
    let descriptor = socket(
      family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw BridgeFailure("no socket") }
    return descriptor
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withSocketAddress<Address, Result>(
    _ address: inout Address, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw BridgeFailure("the other end takes nothing") }
      start += count
    }
  }

  /// Writes what is taken until nothing has been for a while, and reads nothing; how much that was.
  func writeWhatIsTaken(_ bytes: [UInt8]) throws -> Int {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        send(
          descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count < 0, errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&wait, 1, 500) == 0 { break }
        continue
      }
      guard count > 0 else { throw BridgeFailure("the other end takes nothing") }
      start += count
    }
    return start
  }

  /// Says that no more will be written.
  func closeWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// The next bytes; nil at the end.
  func bytes(_ count: Int, within seconds: Double = ChildProgram.patience) throws -> [UInt8]? {
    let deadline = Date().addingTimeInterval(seconds)
    while buffer.count < count { guard try fill(until: deadline) else { return nil } }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  /// The next line without its end; nil at the end of the stream.
  func line(within seconds: Double = ChildProgram.patience) throws -> String? {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        var line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
      }
      guard try fill(until: deadline) else { return nil }
    }
  }

  /// The lines of the protocol's next reply; nil at the end of the stream.
  func reply(within seconds: Double = ChildProgram.patience) throws -> [String]? {
    var lines: [String] = []
    while let line = try line(within: seconds) {
      if line.hasPrefix("* ") { continue }
      lines.append(line)
      if line.split(separator: " ").dropFirst().first == "." { return lines }
    }
    return nil
  }

  private func fill(until deadline: Date) throws -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let left = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
    guard poll(&wait, 1, left) > 0 else { throw Silence() }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }

  /// Nothing came in time.
  struct Silence: Error {}
}
