/// A sum over bytes that shows damage: four lanes of eight bytes each, as fast as memory is read. No
/// protection against anybody who means to deceive.
enum Checksum {
  private static let prime: UInt64 = 0x9e37_79b1_85eb_ca87

  static func of(_ part: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(rebasing: part)
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var place = 0
    func word(_ number: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place + number * 8, as: UInt64.self)
    }
    while place + 32 <= bytes.count {
      a = mixed(a, word(0))
      b = mixed(b, word(1))
      c = mixed(c, word(2))
      d = mixed(d, word(3))
      place += 32
    }
    while place < bytes.count {
      a = mixed(a, UInt64(bytes[place]))
      place += 1
    }
    return [a, b, c, d].reduce(UInt64(bytes.count), mixed)
  }

  /// Every bit of both counts, and none is lost: two states that differ stay different.
  @inline(__always)
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* prime
    return product ^ (product >> 29)
  }
}
