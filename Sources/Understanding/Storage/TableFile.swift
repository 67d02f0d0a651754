import Knowledge

/// Writes tables one after the other, in the form in which they can be mapped; ``TableReader`` reads
/// them in the same order.
///
/// The form is that of this machine and this build of the program: it is a cache, not a format.
struct TableWriter {
  /// Every table begins at a multiple of this number of bytes.
  static let alignment = 16

  private(set) var bytes: [UInt8]

  /// A writer that leaves room for a header.
  init(headerSize: Int) {
    bytes = [UInt8](repeating: 0, count: headerSize)
  }

  mutating func write<Element>(_ table: Table<Element>) {
    write(UnsafeRawBufferPointer(table.elements))
  }

  mutating func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0) }
  }

  private mutating func write(_ content: UnsafeRawBufferPointer) {
    align()
    withUnsafeBytes(of: UInt64(content.count)) { bytes.append(contentsOf: $0) }
    align()
    bytes.append(contentsOf: content)
  }

  /// Fills up to a multiple of a number of bytes.
  mutating func align(to step: Int = alignment) {
    while bytes.count % step != 0 { bytes.append(0) }
  }
}

/// Reads what ``TableWriter`` wrote, without copying it.
struct TableReader {
  private let memory: Memory
  private var place: Int

  init(_ memory: Memory, headerSize: Int) {
    self.memory = memory
    place = headerSize
  }

  mutating func table<Element>() throws(UnreadableBytes) -> Table<Element> {
    let bytes = try content()
    guard bytes.count % MemoryLayout<Element>.stride == 0 else { throw UnreadableBytes() }
    return Table(bytes, in: memory)
  }

  /// The bytes of a table; they live as long as ``memory``.
  mutating func content() throws(UnreadableBytes) -> UnsafeRawBufferPointer {
    align()
    guard place + 8 <= memory.bytes.count else { throw UnreadableBytes() }
    let count = memory.bytes.load(fromByteOffset: place, as: UInt64.self)
    place += 8
    align()
    guard place <= memory.bytes.count, count <= UInt64(memory.bytes.count - place) else {
      throw UnreadableBytes()
    }
    defer { place += Int(count) }
    return UnsafeRawBufferPointer(rebasing: memory.bytes[place..<place + Int(count)])
  }

  private mutating func align() {
    let step = TableWriter.alignment
    place = (place + step - 1) / step * step
  }
}
