import Knowledge

/// Tells fast that no word of a set begins (or ends) with some two or three letters; a few that do not
/// either are let through.
struct LetterFilter: Sendable {
  private static let bitCount: UInt32 = 1 << 13

  private let bits: Table<UInt64>

  /// A filter of beginnings of two or three letters; shorter ones are of no account.
  init(_ beginnings: some Sequence<ArraySlice<UInt8>>) {
    var bits = [UInt64](repeating: 0, count: Int(Self.bitCount) / 64)
    for letters in beginnings {
      let word = Array(letters)
      guard word.count >= 2 else { continue }
      let place = Self.place(word[0], word[1], word.count > 2 ? word[2] : 0)
      bits[Int(place / 64)] |= 1 << UInt64(place % 64)
    }
    self.bits = Table(bits)
  }

  @inline(__always)
  func mayHold(_ first: UInt8, _ second: UInt8, _ third: UInt8 = 0) -> Bool {
    let place = Self.place(first, second, third)
    return bits[Int(place / 64)] & (1 << UInt64(place % 64)) != 0
  }

  @inline(__always)
  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    let letters = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    return (letters &* 0x9e37_79b1) >> (32 - 13)
  }

  func write(to writer: inout TableWriter) { writer.write(bits) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    bits = try reader.table()
    guard bits.count * 64 == Int(Self.bitCount) else { throw UnreadableBytes() }
  }
}
