import Knowledge

/// Some of a space's features, ascending, each with its place among them.
struct RowIndex: Sendable {
  private let rows: Table<Int32>

  /// - Parameter rows: Ascending, each once.
  init(_ rows: [Int32]) {
    self.rows = Table(rows)
  }

  var count: Int { rows.count }

  /// For each entry of a text whose feature is here: the feature's place, and its value.
  func forEachEntry(of text: TextVector, _ take: (_ place: Int, _ value: Float) -> Void) {
    var start = 0
    for (row, value) in zip(text.rows, text.values) {
      start = firstPlace(of: row, from: start)
      guard start < rows.count else { return }
      if rows[start] == row { take(start, value) }
    }
  }

  /// The place of a feature; nil where it is not here.
  func place(of row: Int32) -> Int? {
    let place = firstPlace(of: row, from: 0)
    return place < rows.count && rows[place] == row ? place : nil
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

  func write(to writer: inout TableWriter) { writer.write(rows) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    rows = try reader.table()
  }
}
