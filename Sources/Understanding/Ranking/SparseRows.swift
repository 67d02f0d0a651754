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

  /// The most features that a text has.
  var longest: Int { zip(starts, starts.dropFirst()).reduce(0) { max($0, Int($1.1 - $1.0)) } }

  /// Of fewer words none is left out: what would be left says something else, or nothing.
  private static let fewWords = 6

  /// The features of a text; without those of some of its words where a share of them is left out. What
  /// is left then counts the more.
  ///
  /// - Parameters:
  ///   - entries: Where they are put, from its start; it has room for ``longest``.
  ///   - chance: Which words those are.
  /// - Returns: How many there are.
  func read(
    _ number: Int, into entries: UnsafeMutableBufferPointer<Entry>, leavingOut share: Float,
    chance: UInt64
  ) -> Int {
    let places = Int(starts[number])..<Int(starts[number + 1])
    let isWhole = share == 0 || (words[places].max() ?? 0) + 1 < Self.fewWords
    let limit = UInt64(share * 65536)
    let gain = isWhole ? 1 : 1 / (1 - share)
    var count = 0
    // A word's features stand together: what befalls it is asked once.
    var word = -1
    var isRead = true
    for place in places {
      if !isWhole, Int(words[place]) != word {
        word = Int(words[place])
        isRead = chance.mixed(with: UInt64(word)) >> 48 >= limit
      }
      guard isRead else { continue }
      entries[count] = Entry(row: Int(rows[place]), value: values[place] * gain)
      count += 1
    }
    return count
  }
}
