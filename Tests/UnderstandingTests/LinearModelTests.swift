import Testing

@testable import Understanding

@Suite struct LinearModelTests {
  /// A model of texts that have one feature each, of weight 1.
  private func model(
    rows: [Int32], labels: [Int], classCount: Int, rowCount: Int
  ) -> LinearModel {
    LinearModel(
      rows.map { SparseVector(rows: [$0], values: [1], origins: [0]) }, labels: labels,
      classCount: classCount, rowCount: rowCount)
  }

  @Test func learnsWhichClassAFeatureSpeaksFor() {
    let model = model(
      rows: [0, 1, 0, 1], labels: [0, 1, 0, 1], classCount: 2, rowCount: 2)
    #expect(model.weight(row: 0, class: 0) > 1)
    #expect(model.weight(row: 0, class: 1) < -1)
    #expect(model.weight(row: 1, class: 0) < -1)
    #expect(model.weight(row: 1, class: 1) > 1)
  }

  /// Classes are kept sixteen beside each other: what lies beyond the first sixteen is learnt alike,
  /// and the empty places beyond the last take no share.
  @Test(arguments: [1, 15, 16, 17, 33])
  func learnsAnyNumberOfClasses(classCount: Int) {
    let model = model(
      rows: (0..<classCount).map { Int32($0) }, labels: Array(0..<classCount),
      classCount: classCount, rowCount: classCount)
    for row in 0..<classCount {
      let weights = (0..<classCount).map { model.weight(row: row, class: $0) }
      #expect(weights.indices.max { weights[$0] < weights[$1] } == row)
      // Each step takes from the other classes what it gives to one.
      #expect(abs(weights.reduce(0, +)) < 0.001)
    }
  }

  @Test func knowsNothingOfAFeatureThatNoTextHas() {
    let model = model(rows: [0, 2], labels: [0, 1], classCount: 2, rowCount: 4)
    for row in [1, 3] {
      #expect((0...1).map { model.weight(row: row, class: $0) } == [0, 0])
    }
  }

  @Test func learnsFromTextsWithoutFeaturesHowCommonAClassIs() {
    let model = LinearModel(
      Array(repeating: SparseVector(), count: 4), labels: [0, 0, 0, 1], classCount: 2,
      rowCount: 0)
    #expect(model.bias(class: 0) > 0.1)
    #expect(model.bias(class: 1) < -0.1)
  }

  @Test func learnsNothingFromNothing() {
    let model = model(rows: [], labels: [], classCount: 2, rowCount: 1)
    #expect((0...1).map { model.weight(row: 0, class: $0) } == [0, 0])
    #expect((0...1).map { model.bias(class: $0) } == [0, 0])
  }

  @Test func learnsTheSameEveryTime() {
    let weights = (0..<2).map { _ in
      let model = model(
        rows: [0, 1, 2, 0, 1], labels: [0, 1, 2, 2, 1], classCount: 3, rowCount: 3)
      return (0..<3).flatMap { row in (0..<3).map { model.weight(row: row, class: $0) } }
    }
    #expect(weights[0] == weights[1])
  }
}
