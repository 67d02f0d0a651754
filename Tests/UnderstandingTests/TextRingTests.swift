import Testing

@testable import Understanding

@Suite struct TextRingTests {
  private static let hashes: [UInt64] = (1...50).map { UInt64($0) * 77 }
  private static let chances: [UInt64] = (1...400).map { UInt64($0).mixed(with: 9) }

  private func dealt(_ texts: [(UInt64, Int)]) -> [Int?] {
    let ring = TextRing(texts)
    return Self.chances.map(ring.first)
  }

  @Test func dealsAllOfThem() {
    let dealt = dealt(Self.hashes.map { ($0, Int($0)) })
    #expect(Set(dealt.compactMap { $0 }).count > 40)
    #expect(!dealt.contains(nil))
  }

  @Test func leavesWhatWasDealtWhenOneMoreComes() {
    let texts = Self.hashes.map { ($0, Int($0)) }
    for new in [1, 2, 3] as [UInt64] {
      let changed = zip(dealt(texts), dealt([(new, -1)] + texts)).filter { $0 != $1 }
      #expect(changed.count < Self.chances.count / 6)
      #expect(changed.allSatisfy { $1 == -1 })
    }
  }

  @Test func isTheSameInAnyOrder() {
    let texts = Self.hashes.map { ($0, Int($0)) }
    #expect(dealt(texts) == dealt(texts.reversed()))
  }

  @Test func goesAroundAndHasNothingWithoutTexts() {
    let ring = TextRing([(5, 7)])
    #expect([0, 1 << 62, .max].map(ring.first) == [7, 7, 7])
    #expect(TextRing([]).first(from: 3) == nil)
  }
}
