/// How often each hash was met.
struct Tally {
  private var index = HashIndex(capacity: 1 << 15)
  private var counts: [Int32] = []

  mutating func add(_ hash: UInt64) {
    let number = Int(index.number(of: hash))
    if number == counts.count { counts.append(0) }
    counts[number] += 1
  }

  var table: HashTable { HashTable(index.entries.map { ($0.hash, counts[Int($0.number)]) }) }
}
