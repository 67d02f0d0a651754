/// Many sparse vectors in three arrays, one behind the other: read in any order without a step into
/// memory of its own for each.
struct SparseRows {
  private var starts: [Int32] = [0]
  private var rows: [Int32] = []
  private var values: [Float] = []

  init(_ vectors: [SparseVector]) {
    let size = vectors.reduce(0) { $0 + $1.rows.count }
    rows.reserveCapacity(size)
    values.reserveCapacity(size)
    starts.reserveCapacity(vectors.count + 1)
    for vector in vectors {
      rows += vector.rows
      values += vector.values
      starts.append(Int32(rows.count))
    }
  }

  /// The numbers of one vector, where they lie. They are valid inside `body` alone.
  struct Entries {
    let rows: UnsafeBufferPointer<Int32>
    let values: UnsafeBufferPointer<Float>

    @inline(__always) var indices: Range<Int> { 0..<rows.count }
    @inline(__always) func row(_ place: Int) -> Int { Int(rows[place]) }
  }

  /// Gives the vectors by their places, as often as they are asked for.
  func withEntries<Result>(_ body: ((Int) -> Entries) -> Result) -> Result {
    rows.withUnsafeBufferPointer { rows in
      values.withUnsafeBufferPointer { values in
        body { number in
          let range = Int(starts[number])..<Int(starts[number + 1])
          return Entries(
            rows: UnsafeBufferPointer(rebasing: rows[range]),
            values: UnsafeBufferPointer(rebasing: values[range]))
        }
      }
    }
  }
}
