/// What waits to be written: whole messages, of which as many go into one write as a pipe that is
/// ready takes without blocking.
package struct OutputQueue {
  /// What a pipe that is ready to be written takes whole (POSIX' PIPE_BUF on Linux).
  package static let writeSize = 4096

  private var bytes: [UInt8] = []
  private var start = 0
  /// Where the messages end, in ``bytes``.
  private var ends: [Int] = []
  private var nextEnd = 0

  package init() {}

  package var count: Int { bytes.count - start }
  package var isEmpty: Bool { count == 0 }

  package mutating func append(_ message: String) {
    bytes.append(contentsOf: message.utf8)
    ends.append(bytes.count)
  }

  /// What is to be written next: whole messages where they fit, else whole lines, else a part of
  /// one; empty where nothing waits.
  package var chunk: ArraySlice<UInt8> {
    let most = min(bytes.count, start + Self.writeSize)
    if most == bytes.count { return bytes[start...] }
    if ends[nextEnd] <= most {
      let fitting = ends[nextEnd...].prefix { $0 <= most }
      return bytes[start..<(fitting.last ?? most)]
    }
    let newline = bytes[start..<most].lastIndex(of: UInt8(ascii: "\n"))
    return bytes[start..<(newline.map { $0 + 1 } ?? most)]
  }

  /// Everything that waits, for what takes a part of it without blocking.
  package var rest: ArraySlice<UInt8> { bytes[start...] }

  /// Says how many bytes were written.
  package mutating func advance(_ written: Int) {
    start += written
    while nextEnd < ends.count, ends[nextEnd] <= start { nextEnd += 1 }
    if start == bytes.count, bytes.capacity > Self.writeSize {
      (bytes, ends, start, nextEnd) = ([], [], 0, 0)
      return
    }
    guard start == bytes.count || start > 1 << 16 else { return }
    // What has gone is dropped now and then, not with every write.
    bytes.removeFirst(start)
    ends.removeFirst(nextEnd)
    for place in ends.indices { ends[place] -= start }
    (start, nextEnd) = (0, 0)
  }
}
