import Knowledge

/// Lists of numbers by hashes, never changed.
struct HashedLists: Sendable {
  /// Where each hash's list begins in ``numbers``.
  private let starts: HashTable
  /// List after list; the last number of each list is written as its complement.
  private let numbers: Table<Int32>

  /// Lists while they grow.
  struct Draft {
    fileprivate var index = HashIndex(capacity: 16)
    fileprivate var lists: [[Int32]] = []

    /// Adds a number, 0 or greater, to a hash's list.
    mutating func add(_ number: Int32, to hash: UInt64) {
      let place = Int(index.number(of: hash))
      if place == lists.count { lists.append([]) }
      lists[place].append(number)
    }
  }

  init(_ draft: Draft) {
    var numbers: [Int32] = []
    var starts: [Int32] = []
    for list in draft.lists {
      starts.append(Int32(numbers.count))
      numbers += list.dropLast() + [~list[list.count - 1]]
    }
    self.starts = HashTable(draft.index.entries.map { ($0.hash, starts[Int($0.number)]) })
    self.numbers = Table(numbers)
  }

  var isEmpty: Bool { numbers.count == 0 }

  /// Calls `body` with each number of a hash's list, in the order in which they were added.
  @inline(__always)
  func forEach(_ hash: UInt64, _ body: (Int) -> Void) {
    var place = Int(starts[hash])
    guard place >= 0 else { return }
    while true {
      let number = numbers[place]
      if number < 0 { return body(Int(~number)) }
      body(Int(number))
      place += 1
    }
  }

  func write(to writer: inout TableWriter) {
    starts.write(to: &writer)
    writer.write(numbers)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    starts = try HashTable(from: &reader)
    numbers = try reader.table()
  }
}
