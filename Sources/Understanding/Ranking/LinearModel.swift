import Glibc

/// Weights of every feature for every class, learnt from labelled texts; a text's score for a class
/// is the sum of its features' weights, so that it can be explained.
struct LinearModel: Sendable {
  private typealias Lane = SIMD16<Float>

  let classCount: Int
  private let stride: Int
  private var weights: [Lane]
  private var bias: [Lane]

  /// How a model learns.
  struct Training: Sendable {
    var epochs = 5
    var rate: Float = 2
    /// What is taken off every weight of a text's features at each step.
    var decay: Float = 1e-5
    /// See ``Descent/leftOut``.
    var leftOut: Float = 0
  }

  private static let smallError: Float = 0.05
  /// Weights of classes that are this unlikely are left as they are: moving them costs as much as moving
  /// the others, and changes nothing.
  private static let smallShare: Float = 1e-3

  /// Learns by stochastic ``Descent`` on the softmax loss.
  ///
  /// - Parameter importance: How much each text counts; nil where all count the same.
  init(
    _ texts: [SparseVector], labels: [Int], importance: [Float]? = nil, classCount: Int,
    rowCount: Int, training: Training = Training()
  ) {
    self.classCount = classCount
    stride = (classCount + 15) / 16
    weights = [Lane](repeating: .zero, count: rowCount * stride)
    bias = [Lane](repeating: .zero, count: stride)
    let stride = stride
    var outputs = [Lane](repeating: .zero, count: stride)
    var active: [Int] = []
    var mean = [Lane](repeating: .zero, count: rowCount * stride)
    var meanBias = [Lane](repeating: .zero, count: stride)
    let descent = Descent(
      rounds: training.epochs, rate: training.rate, smallError: Self.smallError,
      leftOut: training.leftOut)
    weights.withUnsafeMutableBufferPointer { weights in
      descent.run(over: texts) { number, entries, rate in
        let label = labels[number]
        for lane in 0..<stride { outputs[lane] = bias[lane] }
        for entry in entries {
          let base = entry.row * stride
          for lane in 0..<stride { outputs[lane] += weights[base + lane] * entry.value }
        }
        Self.softmax(&outputs, count: classCount)
        outputs[label / 16][label % 16] -= 1
        let error = -outputs[label / 16][label % 16]
        active.removeAll(keepingCapacity: true)
        let pace = rate * (importance?[number] ?? 1)
        for lane in 0..<stride {
          let greatest = max(outputs[lane].max(), -outputs[lane].min())
          if greatest >= Self.smallShare { active.append(lane) }
          outputs[lane] *= -pace
          bias[lane] += outputs[lane] * 0.1
        }
        let keep = 1 - rate * training.decay
        for entry in entries {
          let base = entry.row * stride
          for lane in active {
            weights[base + lane] = weights[base + lane] * keep + outputs[lane] * entry.value
          }
        }
        return error
      } endRound: { part in
        for place in weights.indices { mean[place] += weights[place] * part }
        for lane in bias.indices { meanBias[lane] += bias[lane] * part }
      }
    }
    weights = mean
    bias = meanBias
  }

  /// The mean of these weights and of what the first classes of a factored model come to, multiplied out.
  func mixed(with other: FactoredModel) -> LinearModel {
    var model = self
    for number in 0..<classCount {
      let (lane, place) = (number / 16, number % 16)
      for row in 0..<weights.count / stride {
        model.weights[row * stride + lane][place] += other.weight(row: row, class: number)
      }
      model.bias[lane][place] += other.bias[number]
    }
    return model.sharpened(by: 0.5)
  }

  /// The same order of classes, more sharply told apart where the factor is above 1.
  func sharpened(by factor: Float) -> LinearModel {
    guard factor != 1 else { return self }
    var model = self
    for place in model.weights.indices { model.weights[place] *= factor }
    for place in model.bias.indices { model.bias[place] *= factor }
    return model
  }

  /// How likely a text is of each class.
  func shares(of text: SparseVector) -> [Float] {
    var outputs = bias
    for (row, value) in zip(text.rows, text.values) {
      let base = Int(row) * stride
      for lane in 0..<stride { outputs[lane] += weights[base + lane] * value }
    }
    Self.softmax(&outputs, count: classCount)
    return (0..<classCount).map { outputs[$0 / 16][$0 % 16] }
  }

  /// What a feature of weight 1 adds to the score of a class.
  func weight(row: Int, class number: Int) -> Float {
    weights[row * stride + number / 16][number % 16]
  }

  /// The score of a class in a text without features.
  func bias(class number: Int) -> Float { bias[number / 16][number % 16] }

  /// Turns scores into shares that add up to 1.
  private static func softmax(_ scores: inout [Lane], count: Int) {
    var greatest = -Float.infinity
    for number in 0..<count { greatest = max(greatest, scores[number / 16][number % 16]) }
    var sum: Float = 0
    for number in 0..<count {
      let share = exp(scores[number / 16][number % 16] - greatest)
      scores[number / 16][number % 16] = share
      sum += share
    }
    for lane in scores.indices { scores[lane] /= sum }
    // Lanes beyond the last class stay empty.
    for number in count..<scores.count * 16 { scores[number / 16][number % 16] = 0 }
  }
}
