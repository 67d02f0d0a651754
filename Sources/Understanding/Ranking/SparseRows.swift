/// Many sparse vectors in three arrays, one behind the other: read in any order without a step into
/// memory of its own for each.
struct SparseRows {
  private var starts: [Int32] = [0]
  private var rows: [Int32] = []
  private var values: [Float] = []
  /// The word of its text that each number comes from.
  private var words: [UInt8] = []

  init(_ vectors: [SparseVector]) {
    let size = vectors.reduce(0) { $0 + $1.rows.count }
    rows.reserveCapacity(size)
    values.reserveCapacity(size)
    words.reserveCapacity(size)
    starts.reserveCapacity(vectors.count + 1)
    for vector in vectors {
      rows += vector.rows
      values += vector.values
      // A vector of no text has no words.
      words += vector.words
      words += repeatElement(0, count: rows.count - words.count)
      starts.append(Int32(rows.count))
    }
  }

  /// A feature of a text, and how much it counts.
  struct Entry {
    let row: Int
    let value: Float
  }

  /// Of fewer words none is left out: what would be left says something else, or nothing.
  private static let fewWords = 6

  /// The features of a text; without those of some of its words where a share of them is left out. What
  /// is left then counts the more.
  ///
  /// - Parameter chance: Which words those are.
  func entries(of number: Int, into entries: inout [Entry], leavingOut share: Float, chance: UInt64)
  {
    entries.removeAll(keepingCapacity: true)
    let places = Int(starts[number])..<Int(starts[number + 1])
    let isWhole = share == 0 || (words[places].max() ?? 0) + 1 < Self.fewWords
    let limit = UInt64(share * 65536)
    let gain = isWhole ? 1 : 1 / (1 - share)
    for place in places
    where isWhole || chance.mixed(with: UInt64(words[place])) >> 48 >= limit {
      entries.append(Entry(row: Int(rows[place]), value: values[place] * gain))
    }
  }
}
