/// A text's features in the order of their numbers, to be compared with another's.
package struct TextVector: Sendable {
  private(set) var rows: [Int32] = []
  private(set) var values: [Float] = []
  private(set) var length: Float = 0
  /// See ``SparseVector/key``.
  let key: UInt64

  init(_ vector: SparseVector) {
    key = vector.key
    // The row with its place below it in one number each: these are sorted fastest.
    let order = vector.rows.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
    for key in order {
      let place = Int(UInt32(truncatingIfNeeded: key))
      if let last = rows.last, last == vector.rows[place] {
        values[values.count - 1] += vector.values[place]
      } else {
        rows.append(vector.rows[place])
        values.append(vector.values[place])
      }
    }
    length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// 1 for the same features, 0 for none in common.
  func cosine(with other: TextVector) -> Float {
    guard length > 0, other.length > 0 else { return 0 }
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < rows.count, j < other.rows.count {
      if rows[i] == other.rows[j] {
        sum += values[i] * other.values[j]
        i += 1
        j += 1
      } else if rows[i] < other.rows[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum / (length * other.length)
  }
}
