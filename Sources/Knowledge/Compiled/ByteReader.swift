/// Bytes end before the value does, or are no such value.
package struct UnreadableBytes: Error {
  package init() {}
}

/// Reads what ``ByteWriter`` wrote. The bytes must outlive the reader.
package struct ByteReader {
  /// How much of the knowledge is wanted.
  package enum Scope: Sendable {
    case everything
    /// Without what was only there to learn from: the example questions of topics, but for those that
    /// contacts are found by, the words of concepts that have no role, the further names of places. Half
    /// the time and memory.
    case answers
    /// The same for a question that no other follows: also without the wordings of follow-ups.
    case oneAnswer
  }

  private let bytes: UnsafeRawBufferPointer
  package let scope: Scope
  private var place = 0
  private var paths: [String] = []
  private let prefix: String

  /// A reader of a folder's knowledge: paths are read as they are when the folder is called so.
  package init(
    _ bytes: UnsafeRawBufferPointer, folder: String, scope: Scope = .everything
  ) {
    self.bytes = bytes
    self.scope = scope
    prefix = folder + "/"
  }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func byte() throws(UnreadableBytes) -> UInt8 {
    guard place < bytes.count else { throw UnreadableBytes() }
    place += 1
    return bytes[place - 1]
  }

  package mutating func number() throws(UnreadableBytes) -> Int {
    guard bytes.count - place >= 4 else { throw UnreadableBytes() }
    let value = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    place += 4
    return Int(UInt32(littleEndian: value))
  }

  package mutating func text() throws(UnreadableBytes) -> String {
    let count = try number()
    guard count <= bytes.count - place else { throw UnreadableBytes() }
    let end = place + count
    defer { place = end }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<end]), as: UTF8.self)
  }

  package mutating func path() throws(UnreadableBytes) -> String {
    let number = try number()
    if number == paths.count { paths.append(prefix + (try text())) }
    guard paths.indices.contains(number) else { throw UnreadableBytes() }
    return paths[number]
  }

  package mutating func optional<Value>(
    _ body: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> Value? {
    try byte() == 0 ? nil : try body(&self)
  }

  package mutating func optionalText() throws(UnreadableBytes) -> String? {
    try byte() == 0 ? nil : try text()
  }

  package mutating func list<Value>(
    _ body: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> [Value] {
    let count = try number()
    // Every value takes at least a byte: a greater count cannot be true, and reserves nothing.
    guard count <= bytes.count - place else { throw UnreadableBytes() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  /// A list that only ``Scope/everything`` reads, unless it is `needed`.
  package mutating func listToLearnFrom<Value>(
    needed: Bool = false, _ body: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> [Value] {
    let length = try number()
    guard length <= bytes.count - place else { throw UnreadableBytes() }
    guard scope == .everything || needed else {
      place += length
      return []
    }
    // The paths of such a list are written within it: what stands after it has none of their numbers.
    let known = paths.count
    defer { paths.removeLast(paths.count - known) }
    return try list(body)
  }

  package mutating func texts() throws(UnreadableBytes) -> [String] {
    try list { reader throws(UnreadableBytes) in try reader.text() }
  }
}
