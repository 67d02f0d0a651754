/// Cuts a stream of bytes into lines, however the bytes arrive.
///
/// A line longer than the limit is skipped to its end and reported once; nothing of it but its
/// beginning, where the id stands, is kept.
package struct LineSplitter: Sendable {
  /// What the stream brought.
  package enum Frame: Equatable, Sendable {
    /// A whole line, without its line end and a carriage return before it.
    case line([UInt8])
    /// A line over the limit; its first bytes, to read the id from.
    case tooLong(beginning: [UInt8])
    /// The stream ended inside a line.
    case incomplete([UInt8])
  }

  /// The most bytes a line may have before its LF, a carriage return counted.
  package static let limit = 8192
  /// What is kept of a line over the limit.
  private static let beginning = 256

  private var pending: [UInt8] = []
  private var isSkipping = false

  package init() {}

  /// Takes the next bytes, and hands over the lines that they complete.
  package mutating func take(_ bytes: some Collection<UInt8>, _ body: (Frame) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      append(rest[..<end])
      body(endLine())
      rest = rest[rest.index(after: end)...]
    }
    append(rest)
  }

  /// Says that the stream has ended; nil where it ended after a whole line.
  package mutating func finish() -> Frame? {
    if isSkipping { return endLine() }
    guard !pending.isEmpty else { return nil }
    defer { pending = [] }
    return .incomplete(pending)
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard !isSkipping else { return }
    pending.append(contentsOf: bytes)
    if pending.count > Self.limit {
      isSkipping = true
      pending.removeLast(pending.count - Self.beginning)
    }
  }

  private mutating func endLine() -> Frame {
    defer {
      pending = []
      isSkipping = false
    }
    if isSkipping { return .tooLong(beginning: pending) }
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    return .line(pending)
  }
}
