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

  /// What a feature of weight 1 adds to the logarithm of the odds.
  private(set) var weights: [Float]
  /// The logarithm of the odds of a text without features.
  private(set) var bias: Float = 0

  /// Learns by stochastic descent on the logistic loss, in the order of ``learningOrder``.
  init(_ texts: [SparseVector], isYes: [Bool], rowCount: Int, training: Training) {
    weights = [Float](repeating: 0, count: rowCount)
    let steps = Float(training.epochs * max(1, texts.count))
    var step: Float = 0
    var bias: Float = 0
    weights.withUnsafeMutableBufferPointer { weights in
      for epoch in 0..<training.epochs {
        for number in texts.learningOrder(epoch) {
          let text = texts[number]
          let rate = training.rate * (1 - step / steps)
          step += 1
          var odds = bias
          for (row, value) in zip(text.rows, text.values) { odds += weights[Int(row)] * value }
          let error = share(ofOdds: odds) - (isYes[number] ? 1 : 0)
          let move = -rate * error * (isYes[number] ? training.weightOfYes : 1)
          bias += move * 0.1
          let keep = 1 - rate * training.decay
          for (row, value) in zip(text.rows, text.values) {
            weights[Int(row)] = weights[Int(row)] * keep + move * value
          }
        }
      }
    }
    self.bias = bias
  }
}
