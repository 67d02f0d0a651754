import TestSupport
import Testing

@testable import Understanding

@Suite struct ExampleIndexTests {
  private func vector(_ entries: [(Int32, Float)]) -> TextVector {
    TextVector(
      SparseVector(
        rows: entries.map(\.0), values: entries.map(\.1), origins: entries.map { _ in 0 }))
  }

  @Test func comparesWithAllTextsAsWithEach() {
    var random = SeededGenerator(seed: 5)
    func text(_ count: Int) -> TextVector {
      vector(
        (0..<count).map { _ in
          (Int32.random(in: 0..<60, using: &random), Float.random(in: -1...1, using: &random))
        })
    }
    let texts = (0..<20).map { text($0) }
    let index = ExampleIndex(texts)
    for count in 0..<30 {
      let question = text(count)
      for (likeness, other) in zip(index.likeness(to: question), texts) {
        // As exact as sixteen bits of each share are.
        #expect(abs(likeness - question.cosine(with: other)) < 0.0005)
      }
    }
  }

  @Test func findsNothingAmongNoTexts() {
    #expect(ExampleIndex([]).likeness(to: vector([(1, 1)])) == [])
    #expect(ExampleIndex([vector([])]).likeness(to: vector([(1, 1)])) == [0])
  }
}
