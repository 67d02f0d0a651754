import Glibc
import System

/// Somebody who talks for as long as the soak lasts, as the protocol wants it of a client: it carries its
/// conversation, and where the connection breaks it connects again and asks once more.
struct SoakClient {
  /// What came of it, to be counted.
  enum Event {
    /// After so many nanoseconds.
    case answered(Int)
    case askedAgain, stale, wrong, double, lost
  }

  /// Beyond this an answer counts as lost.
  private static let patience = 30_000_000_000

  let port: UInt16
  private(set) var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var random: SystemRandomNumberGenerator
  private var (talk, step, number) = (0, 0, 0)
  private var token = ""
  private var reply = SoakReply(id: "0")
  /// When the question was asked first; nil where none is under way.
  private var asked: Int?
  /// Whether the connection that is there has heard it.
  private var isSent = false
  private var next: Int
  private var connectAt = 0

  init(port: UInt16, start: Int) {
    self.port = port
    next = start
    random = SystemRandomNumberGenerator()
  }

  /// Does what is due: connects, asks, gives up waiting.
  mutating func advance(at now: Int, _ talks: SoakTalks, _ count: (Event) -> Void) {
    if descriptor < 0, now >= connectAt { connect(at: now) }
    if let first = asked, now - first > Self.patience {
      count(.lost)
      begin(talks)
      disconnect(at: now)
    }
    if asked == nil, now >= next {
      number += 1
      (asked, isSent) = (now, false)
      reply = SoakReply(id: "\(number)")
    }
    guard asked != nil, !isSent, descriptor >= 0 else { return }
    let request = Array("\(number) ctx=\(token) ask \(talks.all[talk][step].question)\n".utf8)
    if send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count {
      isSent = true
    } else {
      disconnect(at: now)
    }
  }

  /// Reads what has come.
  mutating func read(at now: Int, _ talks: SoakTalks, _ count: (Event) -> Void) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let length = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
    if length < 0, errno == EAGAIN { return }
    guard length > 0 else {
      if asked != nil, isSent { count(.askedAgain) }
      return disconnect(at: now)
    }
    buffer += chunk[..<length]
    while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: buffer[..<end], as: UTF8.self)
      buffer.removeSubrange(...end)
      switch asked == nil && !line.hasPrefix("* ") ? .stranger : reply.take(line) {
      case .more, .notice: break
      // To something that nobody asked, or that had been answered.
      case .stranger: count(.double)
      case .whole: finish(reply, at: now, talks, count)
      }
    }
  }

  private mutating func finish(
    _ reply: SoakReply, at now: Int, _ talks: SoakTalks, _ count: (Event) -> Void
  ) {
    count(.answered(now - (asked ?? now)))
    asked = nil
    token = reply.token
    let isKnown = reply.text == talks.all[talk][step].answer && !reply.isError
    if reply.isStale { count(.stale) } else if !isKnown { count(.wrong) }
    step += 1
    // Half a second to a second and a half, as somebody who reads fast.
    next = now + Int.random(in: 500_000_000...1_500_000_000, using: &random)
    guard reply.isStale || step == talks.all[talk].count else { return }
    begin(talks)
    // Some leave and come back.
    if Int.random(in: 0..<5, using: &random) == 0 { disconnect(at: now) }
  }

  private mutating func begin(_ talks: SoakTalks) {
    talk = Int.random(in: talks.all.indices, using: &random)
    (step, token, asked) = (0, "", nil)
  }

  private mutating func connect(at now: Int) {
    descriptor = SoakNetwork.connect(to: port)
    (connectAt, isSent) = (now + 100_000_000, false)
  }

  private mutating func disconnect(at now: Int) {
    if descriptor >= 0 { close(descriptor) }
    (descriptor, isSent, buffer) = (-1, false, [])
    connectAt = max(connectAt, now)
    // Half an answer is none.
    reply = SoakReply(id: reply.id)
  }
}

enum SoakNetwork {
  /// A connection to a port of loopback; below 0 where there is none.
  static func connect(to port: UInt16) -> Int32 {
    let own = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = loopback(port)
    let code = withAddress(&address) { Glibc.connect(own, $0, $1) }
    if code == 0 { return own }
    close(own)
    return -1
  }

  /// Nanoseconds of a clock that nobody sets.
  static var now: Int { Int(monotonicNanoseconds()) }

  /// Waits until somebody greets on a port; false after two minutes.
  static func waitForGreeting(on port: UInt16) -> Bool {
    for _ in 0..<1200 {
      if greets(port) { return true }
      usleep(100_000)
    }
    return false
  }

  /// Whether somebody greets on a port at once.
  static func greets(_ port: UInt16) -> Bool {
    let descriptor = connect(to: port)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 0, tv_usec: 200_000)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) == 1
  }

  /// A port that nobody listens on.
  static func freePort() -> UInt16 {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = loopback(0)
    _ = withAddress(&address) { bind(probe, $0, $1) }
    _ = withAddress(&address) { pointer, size in
      var size = size
      return getsockname(probe, pointer, &size)
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withAddress(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
