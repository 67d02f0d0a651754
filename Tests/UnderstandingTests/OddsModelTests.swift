import Testing

@testable import Understanding

@Suite struct OddsModelTests {
  /// A model of texts that have one feature each, of weight 1.
  private func model(
    rows: [Int32], isYes: [Bool], rowCount: Int, weightOfYes: Float = 1
  ) -> OddsModel {
    OddsModel(
      rows.map { SparseVector(rows: [$0], values: [1], origins: [0]) }, isYes: isYes,
      rowCount: rowCount, training: .init(rate: 1.4, weightOfYes: weightOfYes))
  }

  @Test func learnsWhatSpeaksForYesAndWhatForNo() {
    let model = model(rows: [0, 1], isYes: [true, false], rowCount: 2)
    #expect(model.weights[0] > 1)
    #expect(model.weights[1] < -1)
  }

  @Test func knowsNothingOfAFeatureThatNoTextHas() {
    let model = model(rows: [0, 2], isYes: [true, false], rowCount: 4)
    #expect(model.weights.count == 4)
    #expect(model.weights[1] == 0)
    #expect(model.weights[3] == 0)
  }

  /// What is as often of yes as of no is a danger rather than none.
  @Test func countsAYesAsOftenAsItIsTold() {
    let odds = ([1, 3] as [Float]).map { weight -> Float in
      let model = model(
        rows: [0, 0, 0, 0], isYes: [true, false, true, false], rowCount: 1, weightOfYes: weight)
      return model.bias + model.weights[0]
    }
    #expect(abs(odds[0]) < 0.5)
    #expect(odds[1] > odds[0] + 0.5)
  }

  @Test func learnsFromTextsWithoutFeaturesHowCommonAYesIs() {
    let model = OddsModel(
      Array(repeating: SparseVector(), count: 4), isYes: [false, false, false, true], rowCount: 0,
      training: .init(rate: 1.4, weightOfYes: 1))
    #expect(model.bias < -0.1)
  }

  @Test func learnsNothingFromNothing() {
    let model = model(rows: [], isYes: [], rowCount: 1)
    #expect(model.weights == [0])
    #expect(model.bias == 0)
  }

  @Test func learnsTheSameEveryTime() {
    let models = (0..<2).map { _ in
      model(rows: [0, 1, 2, 0], isYes: [true, false, true, false], rowCount: 3)
    }
    #expect(models[0].weights == models[1].weights)
    #expect(models[0].bias == models[1].bias)
  }

  @Test(arguments: [(0, 0.5), (-100, 0), (100, 1)] as [(Float, Float)])
  func turnsOddsIntoShares(odds: Float, share: Float) {
    #expect(abs(Understanding.share(ofOdds: odds) - share) < 1e-6)
  }
}
