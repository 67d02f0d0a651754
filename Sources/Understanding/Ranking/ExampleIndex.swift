/// Texts in the order of their features, so that a question is compared with all of them in one pass
/// over its own.
package struct ExampleIndex: Sendable {
  /// The features that any text has, ascending, and where the entries of each begin; one more for the
  /// end.
  private var rows: [Int32] = []
  private var starts: [Int32] = []
  /// Which text has the feature, and how much it counts there.
  private var texts: [Int32] = []
  private var values: [Float] = []
  private let lengths: [Float]

  package init(_ vectors: [TextVector]) {
    lengths = vectors.map(\.length)
    var keys: [(key: UInt64, value: Float)] = []
    for (number, vector) in vectors.enumerated() {
      for (row, value) in zip(vector.rows, vector.values) {
        keys.append((UInt64(row) << 32 | UInt64(number), value))
      }
    }
    keys.sort { $0.key < $1.key }
    texts.reserveCapacity(keys.count)
    values.reserveCapacity(keys.count)
    for (key, value) in keys {
      let row = Int32(truncatingIfNeeded: key >> 32)
      if rows.last != row {
        rows.append(row)
        starts.append(Int32(texts.count))
      }
      texts.append(Int32(truncatingIfNeeded: key))
      values.append(value)
    }
    starts.append(Int32(texts.count))
  }

  /// How much a question is like each of the texts, as the cosine of their features: 0 to 1.
  package func likeness(to question: TextVector) -> [Float] {
    var sums = [Float](repeating: 0, count: lengths.count)
    guard question.length > 0, !rows.isEmpty else { return sums }
    var start = 0
    for (row, value) in zip(question.rows, question.values) {
      start = firstPlace(of: row, from: start)
      guard start < rows.count else { break }
      guard rows[start] == row else { continue }
      for place in Int(starts[start])..<Int(starts[start + 1]) {
        sums[Int(texts[place])] += value * values[place]
      }
    }
    for number in sums.indices where lengths[number] > 0 {
      sums[number] /= question.length * lengths[number]
    }
    return sums
  }

  /// The first place from `start` on whose row is `row` or a later one: steps that double, then halves.
  private func firstPlace(of row: Int32, from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step < rows.count, rows[low + step] < row {
      low += step
      step *= 2
    }
    var high = min(low + step, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
