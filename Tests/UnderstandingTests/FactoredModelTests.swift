import Testing

@testable import Understanding

@Suite struct FactoredModelTests {
  private func text(_ rows: Int32...) -> SparseVector {
    SparseVector(
      rows: rows, values: rows.map { _ in 1 }, origins: rows.map { _ in 0 },
      words: rows.map { UInt8($0) }, key: rows.reduce(7) { $0 &* 31 &+ UInt64($1) })
  }

  private func lesson(
    _ classes: Range<Int>, _ label: Int, sparing: Bool = false
  ) -> FactoredModel.Lesson {
    FactoredModel.Lesson(classes: classes, label: label, sparesFeatures: sparing)
  }

  private func score(_ model: FactoredModel, _ row: Int, _ number: Int) -> Float {
    model.weight(row: row, class: number) + model.bias[number]
  }

  /// Each feature stands in forty texts: what is learnt from few is small.
  private func model(
    _ texts: [(SparseVector, [FactoredModel.Lesson])], classCount: Int, seeds: [UInt32]
  ) -> FactoredModel {
    let many = (0..<40).flatMap { _ in texts }
    return FactoredModel(
      many.map(\.0), lessons: many.map(\.1), classCount: classCount, seeds: seeds)
  }

  @Test func tellsClassesApart() {
    let model = model(
      [
        (text(0), [lesson(0..<2, 0)]), (text(1), [lesson(0..<2, 1)]),
        (text(0, 2), [lesson(0..<2, 0)]), (text(1, 2), [lesson(0..<2, 1)]),
      ], classCount: 2, seeds: [11, 12, 13])
    let lead = score(model, 0, 0) - score(model, 0, 1)
    #expect(lead > 2)
    #expect(score(model, 1, 1) - score(model, 1, 0) > 2)
    // What both have says little.
    #expect(abs(score(model, 2, 0) - score(model, 2, 1)) < lead / 3)
  }

  /// Features 0 and 1 say the same to the first classifier, as do 2 and 3. The second has never met 1 and 3,
  /// and yet knows them.
  @Test func whatOneClassifierLearnsServesTheOther() {
    let model = model(
      [
        (text(0), [lesson(0..<2, 0), lesson(2..<4, 2)]), (text(1), [lesson(0..<2, 0)]),
        (text(2), [lesson(0..<2, 1), lesson(2..<4, 3)]), (text(3), [lesson(0..<2, 1)]),
      ], classCount: 4, seeds: [11, 12, 13, 14])
    #expect(score(model, 1, 2) > score(model, 1, 3) + 1)
    #expect(score(model, 3, 3) > score(model, 3, 2) + 1)
  }

  @Test func aLessonCanSpareTheFeatures() {
    let texts = [text(0), text(1)]
    let sparing = model(
      zip(texts, [0, 1]).map { ($0, [lesson(0..<2, $1, sparing: true)]) }, classCount: 2,
      seeds: [11, 12])
    let learning = model(
      zip(texts, [0, 1]).map { ($0, [lesson(0..<2, $1)]) }, classCount: 2, seeds: [11, 12])
    // Where nothing is learnt the rows stay as they began: short ones.
    #expect(sparing.features.allSatisfy { $0.meanSquare < 0.02 })
    #expect(learning.features.allSatisfy { $0.meanSquare > 0.02 })
    #expect(score(sparing, 0, 0) > score(sparing, 0, 1))
  }

  @Test func theSameTextsGiveTheSameRows() {
    let texts = [(text(0), [lesson(0..<2, 0)]), (text(1), [lesson(0..<2, 1)])]
    let (one, other) = (
      model(texts, classCount: 2, seeds: [11, 12]), model(texts, classCount: 2, seeds: [11, 12])
    )
    for row in 0..<2 {
      for place in 0..<FactorRow.width {
        #expect(one.features[row][place] == other.features[row][place])
      }
    }
  }

  /// A feature begins where its seed says, whatever place it has.
  @Test func aFeatureBeginsWhereItsSeedSays() {
    let one = FactoredModel([text(0)], lessons: [[]], classCount: 0, seeds: [11, 12])
    let other = FactoredModel([text(0)], lessons: [[]], classCount: 0, seeds: [12, 11])
    for place in 0..<FactorRow.width {
      #expect(abs(one.features[0][place] - other.features[1][place]) < 1e-6)
      #expect(one.features[0][place] != one.features[1][place])
    }
  }

  @Test func nothingToLearnFromIsNoTrouble() {
    let model = FactoredModel([], lessons: [], classCount: 3, seeds: [])
    #expect(model.bias == [0, 0, 0])
  }
}
