/// A digest of everything that was read, to tell two states of a knowledge folder apart; FNV-1a, no
/// protection against anybody who means to deceive.
package struct ContentDigest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func add(path: String, bytes: [UInt8]) {
    for byte in path.utf8 { mix(byte) }
    mix(0)
    for byte in bytes { mix(byte) }
    mix(0)
  }

  package mutating func add(path: String, numbers: [UInt64]) {
    for byte in path.utf8 { mix(byte) }
    mix(0)
    for number in numbers { withUnsafeBytes(of: number) { for byte in $0 { mix(byte) } } }
  }

  /// The digest of files.
  package init(_ files: [KnowledgeFile]) {
    for file in files where FileKind(rawValue: file.ending) != nil {
      if let bytes = file.bytes { add(path: file.path, bytes: bytes) }
    }
  }

  /// All 64 bits.
  package var value: UInt64 { state }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Eight hexadecimal digits.
  package var text: String {
    let digits = String(UInt32(truncatingIfNeeded: state ^ (state >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
