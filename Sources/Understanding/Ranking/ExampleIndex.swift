/// Texts in the order of their features, so that a question is compared with all of them in one pass
/// over its own.
package struct ExampleIndex: Sendable {
  /// The features that any text has, ascending, and where the entries of each begin; one more for the
  /// end.
  private let rows: RowIndex
  private let starts: Table<Int32>
  /// Which text has the feature, and its share of the text's length there, in ``unit``s.
  private let texts: Table<Int32>
  private let shares: Table<Int16>
  private let count: Int

  private static let unit: Float = 1 / Float(Int16.max)

  package init(_ vectors: [TextVector]) {
    count = vectors.count
    var keys: [(key: UInt64, share: Float)] = []
    for (number, vector) in vectors.enumerated() {
      guard vector.length > 0 else { continue }
      for (row, value) in zip(vector.rows, vector.values) {
        keys.append((UInt64(row) << 32 | UInt64(number), value / vector.length))
      }
    }
    keys.sort { $0.key < $1.key }
    var rows: [Int32] = []
    var starts: [Int32] = []
    for (place, entry) in keys.enumerated() {
      let row = Int32(truncatingIfNeeded: entry.key >> 32)
      guard rows.last != row else { continue }
      rows.append(row)
      starts.append(Int32(place))
    }
    self.rows = RowIndex(rows)
    self.starts = Table(starts + [Int32(keys.count)])
    texts = Table(keys.map { Int32(truncatingIfNeeded: $0.key) })
    shares = Table(keys.map { Int16((min(1, max(-1, $0.share)) / Self.unit).rounded()) })
  }

  /// How much a question is like each of the texts, as the cosine of their features: 0 to 1.
  package func likeness(to question: TextVector) -> [Float] {
    var sums = [Float](repeating: 0, count: count)
    guard question.length > 0, rows.count > 0 else { return sums }
    rows.forEachEntry(of: question) { place, value in
      for entry in Int(starts[place])..<Int(starts[place + 1]) {
        sums[Int(texts[entry])] += value * Float(shares[entry])
      }
    }
    for number in sums.indices { sums[number] *= Self.unit / question.length }
    return sums
  }
}
