import Testing

@testable import Understanding

@Suite struct SparseRowsTests {
  /// A text of so many words, each with two features.
  private func text(words: UInt8) -> SparseVector {
    var vector = SparseVector()
    for word in 0..<words {
      for row in [Int32(word) * 2, Int32(word) * 2 + 1] {
        vector.rows.append(row)
        vector.values.append(3)
        vector.words.append(word)
      }
    }
    return vector
  }

  private func entries(_ text: SparseVector, _ share: Float, chance: UInt64 = 1)
    -> [SparseRows.Entry]
  {
    let rows = SparseRows([SparseVector(), text])
    return [SparseRows.Entry](unsafeUninitializedCapacity: rows.longest) { entries, count in
      count = rows.read(1, into: entries, leavingOut: share, chance: chance)
    }
  }

  @Test func givesWholeTextsAsTheyAre() {
    let entries = entries(text(words: 5), 0)
    #expect(entries.map(\.row) == Array(0..<10))
    #expect(entries.map(\.value) == [Float](repeating: 3, count: 10))
  }

  @Test func leavesWordsOutWithAllTheirFeaturesAndCountsTheRestMore() {
    for chance in 1...50 as ClosedRange<UInt64> {
      let entries = entries(text(words: 8), 0.25, chance: chance)
      for entry in entries {
        #expect(entry.value == 4)
        #expect(entries.contains { $0.row == entry.row ^ 1 })
      }
    }
  }

  @Test func leavesOutAboutTheShareAskedForOthersEachTime() {
    let kept = (1...400).map { Set(entries(text(words: 10), 0.25, chance: $0).map(\.row)) }
    let count = kept.reduce(0) { $0 + $1.count }
    #expect((5700...6300).contains(count))
    #expect(Set(kept).count > 100)
  }

  @Test(arguments: 0...5 as ClosedRange<UInt8>)
  func leavesNothingOutOfAFewWords(count: UInt8) {
    for chance in 1...50 as ClosedRange<UInt64> {
      #expect(entries(text(words: count), 0.5, chance: chance).count == Int(count) * 2)
    }
  }

  @Test func aVectorWithoutWordsIsGivenWhole() {
    let vector = SparseVector(rows: [4, 2], values: [1, 2], origins: [0, 0])
    #expect(entries(vector, 0.5).map(\.row) == [4, 2])
  }
}
