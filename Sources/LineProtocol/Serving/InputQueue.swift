/// What has been read and not been answered, up to a number of bytes.
struct InputQueue {
  static let limit = 1 << 20

  private var splitter = LineSplitter()
  private var bytes: [UInt8] = []
  private var start = 0
  private var frames: [LineSplitter.Frame] = []
  private var nextFrame = 0
  private var hasEnded = false

  /// How many bytes wait.
  var count: Int { bytes.count - start }

  /// How many bytes may be read now.
  var room: Int { Self.limit - count }

  mutating func append(_ more: [UInt8]) {
    if start > Self.limit {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Says that nothing more will come.
  mutating func end() { hasEnded = true }

  /// The next line; the unfinished rest after the end; nil where there is none yet, or no more.
  mutating func popFrame() -> LineSplitter.Frame? {
    if nextFrame == frames.count { refill() }
    guard nextFrame < frames.count else { return nil }
    nextFrame += 1
    return frames[nextFrame - 1]
  }

  private mutating func refill() {
    frames.removeAll(keepingCapacity: true)
    nextFrame = 0
    while frames.isEmpty, start < bytes.count {
      let end = min(bytes.count, start + LineSplitter.limit)
      splitter.take(bytes[start..<end]) { frames.append($0) }
      start = end
    }
    if start == bytes.count {
      // Of thousands of clients most are silent: what one needed once it does not keep.
      bytes = []
      start = 0
    }
    if frames.isEmpty, hasEnded, let rest = splitter.finish() { frames.append(rest) }
  }
}
