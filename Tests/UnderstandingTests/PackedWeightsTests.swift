import Knowledge
import Testing

@testable import Understanding

@Suite struct PackedWeightsTests {
  /// A model with great and small weights, and the last feature of no text.
  private let model: LinearModel
  private let packed: PackedWeights

  private static let rowCount = 4
  private static let classCount = 3

  init() {
    let texts: [[(Int32, Float)]] = [
      [(0, 1)], [(0, 1), (1, 0.05)], [(1, 1), (2, 0.3)], [(2, 1)], [(0, 0.2), (2, 1)],
    ]
    model = LinearModel(
      texts.map { entries in
        SparseVector(
          rows: entries.map(\.0), values: entries.map(\.1), origins: entries.map { _ in 0 })
      }, labels: [0, 1, 2, 2, 0], classCount: Self.classCount, rowCount: Self.rowCount)
    packed = PackedWeights(model, rowCount: Self.rowCount)
  }

  private func weights(row: Int) -> [Float] {
    (0..<Self.classCount).map { model.weight(row: row, class: $0) }
  }

  /// What a feature adds to scores that are 0.
  private func added(
    _ packed: PackedWeights, row: Int, times value: Float = 1
  ) -> [Float] {
    var scores = [Float](repeating: 0, count: packed.classCount)
    scores.withUnsafeMutableBufferPointer { packed.add(row: row, times: value, to: &$0) }
    return scores
  }

  /// The root of a weight's share of the greatest is kept in 127 steps, and is half a step off at most.
  @Test func bringsEachWeightBackWithinAStep() {
    for row in 0..<Self.rowCount - 1 {
      let weights = weights(row: row)
      let greatest = weights.map(abs).max() ?? 0
      #expect(greatest > 0)
      for (weight, kept) in zip(weights, added(packed, row: row)) {
        let root = (abs(weight) / greatest).squareRoot()
        #expect(abs(kept - weight) <= greatest * ((root + 0.5 / 127) / 127 + 1e-6))
      }
    }
  }

  @Test func keepsTheGreatestWeightOfARow() {
    for row in 0..<Self.rowCount - 1 {
      let weights = weights(row: row)
      let place = weights.indices.max { abs(weights[$0]) < abs(weights[$1]) } ?? 0
      #expect(abs(added(packed, row: row)[place] - weights[place]) <= abs(weights[place]) * 1e-6)
    }
  }

  @Test func keepsARowOfZeros() {
    #expect(weights(row: 3) == [0, 0, 0])
    #expect(added(packed, row: 3, times: 100) == [0, 0, 0])
    #expect(packed.advantage(row: 3, class: 0) == 0)
  }

  @Test func addsAsOftenAsTheFeatureCounts() {
    for (once, twice) in zip(added(packed, row: 0), added(packed, row: 0, times: -2)) {
      #expect(abs(twice + 2 * once) < 1e-5)
    }
  }

  @Test func comparesAWeightWithTheMean() {
    for row in 0..<Self.rowCount {
      let kept = added(packed, row: row)
      let mean = kept.reduce(0, +) / Float(kept.count)
      for (number, weight) in kept.enumerated() {
        #expect(abs(packed.advantage(row: row, class: number) - (weight - mean)) < 1e-5)
      }
    }
  }

  @Test func isTheSameWhenItIsReadAgain() throws {
    var writer = TableWriter(headerSize: 80)
    packed.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    let read = try PackedWeights(from: &reader, classCount: Self.classCount)
    #expect(read.rowCount == Self.rowCount)
    for row in 0..<Self.rowCount { #expect(added(read, row: row) == added(packed, row: row)) }
  }

  /// With another number of classes the rows would begin elsewhere.
  @Test(arguments: [0, 2, 4])
  func refusesAnotherNumberOfClasses(classCount: Int) {
    var writer = TableWriter(headerSize: 80)
    packed.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    #expect(throws: UnreadableBytes.self) {
      try PackedWeights(from: &reader, classCount: classCount)
    }
  }
}
