import Glibc

/// Weights of every feature for one yes-or-no question, learnt from labelled texts; the sum of a
/// text's weights is the logarithm of the odds that the answer is yes.
struct OddsModel: Sendable {
  /// How a model learns.
  struct Training: Sendable {
    var epochs = 8
    var rate: Float
    /// What is taken off every weight of a text's features at each step.
    var decay: Float = 1e-5
    /// How much a text counts whose answer is yes.
    var weightOfYes: Float
    /// See ``Descent/leftOut`` and ``Descent/wholeRounds``.
    var leftOut: Float = 0
    var wholeRounds = 0
  }

  private static let smallError: Float = 0.01

  /// What a feature of weight 1 adds to the logarithm of the odds.
  private(set) var weights: [Float]
  /// The logarithm of the odds of a text without features.
  private(set) var bias: Float = 0

  /// The same, with so much less of the logarithm of the odds.
  func lessened(by odds: Float) -> OddsModel {
    var model = self
    model.bias -= odds
    return model
  }

  /// Learns by stochastic ``Descent`` on the logistic loss.
  init(_ texts: [SparseVector], isYes: [Bool], rowCount: Int, training: Training) {
    weights = [Float](repeating: 0, count: rowCount)
    var mean = [Float](repeating: 0, count: rowCount)
    var meanBias: Float = 0
    var bias: Float = 0
    let descent = Descent(
      rounds: training.epochs, rate: training.rate, smallError: Self.smallError,
      leftOut: training.leftOut, wholeRounds: training.wholeRounds)
    weights.withUnsafeMutableBufferPointer { weights in
      descent.run(over: texts) { number, entries, rate in
        var odds = bias
        for entry in entries { odds += weights[entry.row] * entry.value }
        let error = share(ofOdds: odds) - (isYes[number] ? 1 : 0)
        let move = -rate * error * (isYes[number] ? training.weightOfYes : 1)
        bias += move * 0.1
        let keep = 1 - rate * training.decay
        for entry in entries {
          weights[entry.row] = weights[entry.row] * keep + move * entry.value
        }
        return abs(error)
      } endRound: { part in
        for row in weights.indices { mean[row] += weights[row] * part }
        meanBias += bias * part
      }
    }
    weights = mean
    self.bias = meanBias
  }
}
