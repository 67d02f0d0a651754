/// A sum over bytes that shows damage: four lanes of eight bytes each, as fast as memory is read. No
/// protection against anybody who means to deceive.
struct Checksum {
  private static let prime: UInt64 = 0x9e37_79b1_85eb_ca87
  private var lanes = SIMD4<UInt64>(1, 2, 3, 4)
  private var count: UInt64 = 0

  /// Adds bytes; all pieces but the last must be multiples of 32 bytes long.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    var place = 0
    func word(_ number: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place + number * 8, as: UInt64.self)
    }
    while place + 32 <= bytes.count {
      a = Self.mixed(a, word(0))
      b = Self.mixed(b, word(1))
      c = Self.mixed(c, word(2))
      d = Self.mixed(d, word(3))
      place += 32
    }
    while place < bytes.count {
      a = Self.mixed(a, UInt64(bytes[place]))
      place += 1
    }
    lanes = SIMD4(a, b, c, d)
    count += UInt64(bytes.count)
  }

  var value: UInt64 {
    (0..<4).reduce(count) { Self.mixed($0, lanes[$1]) }
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* prime
    return product ^ (product >> 29)
  }
}
