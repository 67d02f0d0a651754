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
  }

  private static let smallError: Float = 0.01

  /// What a feature of weight 1 adds to the logarithm of the odds.
  private(set) var weights: [Float]
  /// The logarithm of the odds of a text without features.
  private(set) var bias: Float = 0

  /// Learns by stochastic ``Descent`` on the logistic loss.
  init(_ texts: [SparseVector], isYes: [Bool], rowCount: Int, training: Training) {
    weights = [Float](repeating: 0, count: rowCount)
    // What the later rounds give on average sways less with each text than what the last one gives.
    var mean = [Float](repeating: 0, count: rowCount)
    var meanBias: Float = 0
    let settled = training.epochs / 2
    let part = 1 / Float(max(1, training.epochs - settled))
    var bias: Float = 0
    let descent = Descent(
      rounds: training.epochs, rate: training.rate, smallError: Self.smallError)
    weights.withUnsafeMutableBufferPointer { weights in
      descent.run(over: texts) { number, text, rate in
        var odds = bias
        for place in text.indices { odds += weights[text.row(place)] * text.values[place] }
        let error = share(ofOdds: odds) - (isYes[number] ? 1 : 0)
        let move = -rate * error * (isYes[number] ? training.weightOfYes : 1)
        bias += move * 0.1
        let keep = 1 - rate * training.decay
        for place in text.indices {
          let row = text.row(place)
          weights[row] = weights[row] * keep + move * text.values[place]
        }
        return abs(error)
      } endRound: { round in
        guard round >= settled else { return }
        for row in weights.indices { mean[row] += weights[row] * part }
        meanBias += bias * part
      }
    }
    weights = mean
    self.bias = meanBias
  }
}
