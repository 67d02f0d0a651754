import Knowledge
import TestSupport
import Testing

@testable import Understanding

@Suite struct StorageTests {
  /// What a table holds after it was written and read again.
  private func again<Value>(
    _ write: (inout TableWriter) -> Void, _ read: (inout TableReader) throws -> Value
  ) throws -> Value {
    var writer = TableWriter(headerSize: 80)
    write(&writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    return try read(&reader)
  }

  @Test func writesAndReadsTablesOfAnyElement() throws {
    let letters: [UInt8] = Array("åäö".utf8)
    let numbers: [Int32] = [1, -2, .max]
    let (first, none, second) = try again(
      {
        $0.write(Table(letters))
        $0.write(Table([Float]()))
        $0.write(Table(numbers))
      },
      {
        (
          try $0.table() as Table<UInt8>, try $0.table() as Table<Float>,
          try $0.table() as Table<Int32>
        )
      })
    #expect(Array(first.elements) == letters)
    #expect(none.count == 0)
    #expect(Array(second.elements) == numbers)
  }

  @Test func refusesTablesThatEndTooSoon() {
    var writer = TableWriter(headerSize: 80)
    writer.write(Table([1, 2, 3] as [Int32]))
    for count in 80..<writer.bytes.count {
      var reader = TableReader(Memory(copying: Array(writer.bytes[..<count])), headerSize: 80)
      #expect(throws: UnreadableBytes.self) { let _: Table<Int32> = try reader.table() }
    }
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    #expect(throws: UnreadableBytes.self) { let _: Table<UInt64> = try reader.table() }
  }

  @Test(arguments: [0, 1, 2, 3, 10, 1000])
  func findsEveryHashAndNoOther(count: Int) throws {
    var random = SeededGenerator(seed: 1)
    let entries = (0..<count).map { (hash: random.next(), number: Int32($0)) }
    let table = HashTable(entries)
    #expect(table.isEmpty == (count == 0))
    for entry in entries { #expect(table[entry.hash] == entry.number) }
    for _ in 0..<1000 { #expect(table[random.next()] == -1) }
    let read = try again({ table.write(to: &$0) }, { try HashTable(from: &$0) })
    for entry in entries { #expect(read[entry.hash] == entry.number) }
  }

  @Test func refusesATableInWhichASearchWouldNotEnd() {
    #expect(throws: UnreadableBytes.self) {
      try again({ $0.write(Table([UInt64](repeating: 0, count: 4))) }, { try HashTable(from: &$0) })
    }
    #expect(throws: UnreadableBytes.self) {
      try again({ $0.write(Table([UInt64]())) }, { try HashTable(from: &$0) })
    }
  }

  @Test func keepsListsInTheirOrder() {
    var draft = HashedLists.Draft()
    for (number, hash) in [(4, 9), (0, 9), (7, 1), (4, 9)] as [(Int32, UInt64)] {
      draft.add(number, to: hash)
    }
    let lists = HashedLists(draft)
    func list(_ hash: UInt64) -> [Int] {
      var numbers: [Int] = []
      lists.forEach(hash) { numbers.append($0) }
      return numbers
    }
    #expect(list(9) == [4, 0, 4])
    #expect(list(1) == [7])
    #expect(list(2) == [])
    #expect(HashedLists(HashedLists.Draft()).isEmpty)
  }

  @Test func sumsShowEveryChange() {
    let bytes = (0..<100).map { UInt8($0) }
    func sum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { Checksum.of($0[...]) } }
    var sums: Set<UInt64> = [sum(bytes)]
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x10
      sums.insert(sum(changed))
      sums.insert(sum(Array(bytes[..<place])))
    }
    sums.insert(sum(bytes + [0]))
    #expect(sums.count == 202)
  }
}
