import TestSupport
import Testing

@testable import Understanding

@Suite struct RowIndexTests {
  private func text(_ rows: [Int32]) -> TextVector {
    TextVector(
      SparseVector(rows: rows, values: rows.map { Float($0) / 2 }, origins: rows.map { _ in 0 }))
  }

  /// The places and values that an index gives for a text.
  private func entries(_ index: [Int32], _ rows: [Int32]) -> [String] {
    var entries: [String] = []
    RowIndex(index).forEachEntry(of: text(rows)) { entries.append("\($0): \($1)") }
    return entries
  }

  @Test func givesThePlaceAndValueOfEachFeatureThatIsHere() {
    #expect(entries([2, 5, 9], [1, 2, 5, 8, 9, 12]) == ["0: 1.0", "1: 2.5", "2: 4.5"])
    #expect(entries([2, 5, 9], [9]) == ["2: 4.5"])
  }

  @Test func givesNothingWhereNothingIsInCommon() {
    #expect(entries([2, 5, 9], [1, 3, 10]) == [])
    #expect(entries([], [1, 2]) == [])
    #expect(entries([2, 5], []) == [])
  }

  @Test func counts() {
    #expect(RowIndex([]).count == 0)
    #expect(RowIndex([2, 5, 9]).count == 3)
  }

  /// The search jumps: whatever it jumps over, it finds what looking at each would.
  @Test func findsWhatLookingAtEachWould() {
    var random = SeededGenerator(seed: 3)
    for size in 0..<40 {
      func some() -> [Int32] {
        Set((0..<size).map { _ in Int32.random(in: 0..<100, using: &random) }).sorted()
      }
      let (index, rows) = (some(), some())
      let expected = rows.compactMap { row in
        index.firstIndex(of: row).map { "\($0): \(Float(row) / 2)" }
      }
      #expect(entries(index, rows) == expected)
    }
  }
}
