import Glibc
import System

/// A connection and its socket.
struct Client {
  enum Phase {
    case serving
    /// Told the end: no room, or too long silent.
    case dismissed
    /// All was written and the end was told; what still comes is thrown away until the client closes,
    /// so that nothing written is lost by closing first.
    case leaving
  }

  enum Trouble: Error { case gone }

  private static let readSize = 1 << 16

  let descriptor: Int32
  let key: UInt64
  var connection: Connection
  var phase: Phase
  /// When something was last answered or written: milliseconds.
  var lastActivity: Int64
  /// Whether nothing will come any more.
  private(set) var hasSaidAll = false
  /// Whether it stands in the row of those that may have requests to answer.
  var isQueued = false
  /// What is waited for.
  private(set) var interest = (reads: true, writes: false)
  /// How much of its input was counted to that of all.
  var countedInput = 0

  init(descriptor: Int32, key: UInt64, connection: Connection, phase: Phase, now: Int64) {
    self.descriptor = descriptor
    self.key = key
    self.connection = connection
    self.phase = phase
    lastActivity = now
  }

  /// Reads what has come, as far as there is room; whether there may be more.
  mutating func read(room: Int) throws(Trouble) -> Bool {
    let size = phase == .leaving ? Self.readSize : min(Self.readSize, room)
    guard size > 0 else { return false }
    let bytes: [UInt8]
    do {
      bytes = try Descriptor.available(of: descriptor, most: size)
    } catch {
      if error.isPassing { return false }
      throw .gone
    }
    if bytes.isEmpty && phase == .leaving { throw .gone }
    if phase == .leaving { return true }
    if bytes.isEmpty {
      hasSaidAll = true
      connection.takeEnd()
    } else {
      connection.take(bytes)
    }
    return bytes.count == size
  }

  /// Writes what is taken at once; whether anything was.
  mutating func write() throws(Trouble) -> Bool {
    var hasWritten = false
    while !connection.replies.isEmpty {
      let count = connection.replies.rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { break }
        throw .gone
      }
      connection.replies.advance(count)
      hasWritten = true
    }
    return hasWritten
  }

  /// Whether something else is to be waited for than before; notes it.
  mutating func updateInterest(room: Int) -> Bool {
    let reads =
      phase == .leaving || !connection.isAtEnd && !connection.isFinished && room > 0
    let wanted = (reads: reads, writes: !connection.replies.isEmpty)
    guard wanted != interest else { return false }
    interest = wanted
    return true
  }
}
