/// What a feature of a text is made of.
package enum FeatureKind: UInt8, CaseIterable, Sendable {
  /// A whole word in plain letters.
  case word
  /// Two words that follow each other.
  case pair
  /// Three to five letters in a row of a word, its ends counted as letters.
  case piece
  /// A notion of the vocabulary.
  case concept
  /// A notion and the notion before it.
  case conceptPair
  /// A place, a person, a number, a paragraph.
  case entity
}

/// A 64-bit FNV-1a hash, one byte after the other.
struct FeatureHash {
  private(set) var value: UInt64

  init(_ kind: FeatureKind) {
    value = (0xcbf2_9ce4_8422_2325 ^ UInt64(kind.rawValue)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a word.
  static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FeatureHash(.word)
    hash.mix(bytes)
    return hash.value
  }

  @inline(__always)
  mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  mutating func mix(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { mix(byte) }
  }
}

/// Gives hashes numbers in the order in which they come: a dictionary for keys that are random
/// already. ``HashTable`` keeps them.
struct HashIndex: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// Every hash with its number.
  var entries: [(hash: UInt64, number: Int32)] {
    keys.indices.lazy.filter { values[$0] >= 0 }.map { (keys[$0], values[$0]) }
  }

  /// The number of a hash, a new one where it has none.
  mutating func number(of hash: UInt64) -> Int32 {
    if count * 2 >= keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    keys[slot] = hash
    values[slot] = Int32(count)
    count += 1
    return Int32(count - 1)
  }

  private mutating func grow() {
    var larger = HashIndex(capacity: keys.count)
    larger.count = count
    for (key, value) in zip(keys, values) where value >= 0 {
      var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & larger.mask
      while larger.values[slot] >= 0 { slot = (slot + 1) & larger.mask }
      larger.keys[slot] = key
      larger.values[slot] = value
    }
    self = larger
  }
}
