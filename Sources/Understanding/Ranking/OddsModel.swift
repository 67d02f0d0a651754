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

  /// A text with so small an error teaches next to nothing: it is left out of the next round.
  private static let smallError: Float = 0.01

  /// What a feature of weight 1 adds to the logarithm of the odds.
  private(set) var weights: [Float]
  /// The logarithm of the odds of a text without features.
  private(set) var bias: Float = 0

  /// Learns by stochastic descent on the logistic loss, in the order of ``learningOrder``.
  init(_ texts: [SparseVector], isYes: [Bool], rowCount: Int, training: Training) {
    weights = [Float](repeating: 0, count: rowCount)
    let corpus = SparseRows(texts)
    // What the later rounds give on average sways less with each text than what the last one gives.
    var mean = [Float](repeating: 0, count: rowCount)
    var meanBias: Float = 0
    let settled = training.epochs / 2
    let share = 1 / Float(max(1, training.epochs - settled))
    var isResting = [Bool](repeating: false, count: texts.count)
    let steps = Float(training.epochs * max(1, texts.count))
    var step: Float = 0
    var bias: Float = 0
    weights.withUnsafeMutableBufferPointer { weights in
      corpus.withEntries { entries in
        for epoch in 0..<training.epochs {
          for number in texts.learningOrder(epoch) {
            let rate = training.rate * (1 - step / steps)
            step += 1
            if isResting[number] {
              isResting[number] = false
              continue
            }
            let text = entries(number)
            var odds = bias
            for place in text.indices { odds += weights[text.row(place)] * text.values[place] }
            let error = Understanding.share(ofOdds: odds) - (isYes[number] ? 1 : 0)
            isResting[number] = abs(error) < Self.smallError
            let move = -rate * error * (isYes[number] ? training.weightOfYes : 1)
            bias += move * 0.1
            let keep = 1 - rate * training.decay
            for place in text.indices {
              let row = text.row(place)
              weights[row] = weights[row] * keep + move * text.values[place]
            }
          }
          guard epoch >= settled else { continue }
          for row in weights.indices { mean[row] += weights[row] * share }
          meanBias += bias * share
        }
      }
    }
    weights = mean
    self.bias = meanBias
  }
}
