import Knowledge

/// Numbers for hashes, found by open addressing; never changed.
///
/// A slot keeps half of a hash: that one of two hashes is taken for the other is as likely as that a
/// text has one in four thousand million words.
struct HashTable: Sendable {
  private struct Slot: BitwiseCopyable, Sendable {
    var check: UInt32
    /// -1 where the slot is empty.
    var number: Int32
  }

  private let slots: Table<Slot>

  init(_ entries: [(hash: UInt64, number: Int32)]) {
    let size = max(4, entries.count * 8 / 5)
    var slots = [Slot](repeating: Slot(check: 0, number: -1), count: size)
    for (hash, number) in entries {
      var place = Self.place(of: hash, size)
      while slots[place].number >= 0 { place = place + 1 == size ? 0 : place + 1 }
      slots[place] = Slot(check: Self.check(of: hash), number: number)
    }
    self.slots = Table(slots)
  }

  /// The numbers that hashes have, in no order.
  var numbers: some Sequence<Int32> { slots.elements.lazy.map(\.number).filter { $0 >= 0 } }

  /// What is kept of the hash of each number below `count`.
  func checks(count: Int) -> [UInt32] {
    var checks = [UInt32](repeating: 0, count: count)
    for slot in slots.elements where slot.number >= 0 { checks[Int(slot.number)] = slot.check }
    return checks
  }

  var isEmpty: Bool { !slots.elements.contains { $0.number >= 0 } }

  /// The number of a hash; -1 where it has none.
  @inline(__always)
  subscript(hash: UInt64) -> Int32 {
    let check = Self.check(of: hash)
    var place = Self.place(of: hash, slots.count)
    while true {
      let slot = slots[place]
      if slot.number < 0 || slot.check == check { return slot.number }
      place = place + 1 == slots.count ? 0 : place + 1
    }
  }

  /// A place below `size`, spread evenly whatever the hash's bits are like.
  @inline(__always)
  private static func place(of hash: UInt64, _ size: Int) -> Int {
    let spread = (hash &* 0x9e37_79b9_7f4a_7c15) >> 32
    return Int(truncatingIfNeeded: (spread &* UInt64(size)) >> 32)
  }

  @inline(__always)
  private static func check(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  func write(to writer: inout TableWriter) { writer.write(slots) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    slots = try reader.table()
    // The search ends at an empty slot.
    guard slots.elements.contains(where: { $0.number < 0 }) else { throw UnreadableBytes() }
  }
}
