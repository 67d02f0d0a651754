import Glibc

/// Many classifiers over the same features, learnt together: each feature has a row of numbers, each class
/// another, and a text's score for a class is the product of the sum of its features' rows with the class's.
/// What one classifier learns of a word serves all others: that "how long" asks for a time, or that two words
/// say the same. (Low-rank factorisation; the text classifier fastText is of this kind.)
struct FactoredModel: Sendable {
  /// What a text teaches one of the classifiers.
  struct Lesson: Sendable {
    /// The classes that the classifier tells apart, by their places among all.
    let classes: Range<Int>
    /// The one that the text is of.
    let label: Int
    /// Whether only the rows of the classes learn from it, those of the features not.
    var sparesFeatures = false
  }

  private(set) var features: [FactorRow]
  private(set) var classes: [FactorRow]
  private(set) var bias: [Float]

  private static let rounds = 8
  private static let leftOut: Float = 0.3
  private static let rate: Float = 0.1
  /// See ``LinearModel``.
  private static let smallShare: Float = 1e-3
  private static let rateOfBias: Float = 0.1
  /// How far the rows of features are from zero before anything is learnt; those of classes begin at zero.
  private static let start: Float = 0.17

  /// Learns by stochastic ``Descent`` on the softmax loss, each row in steps that get smaller the more it has
  /// moved (Adagrad): what rare words say is learnt as soon as what frequent ones do.
  ///
  /// - Parameters:
  ///   - lessons: Of each text.
  ///   - seeds: Of each feature a number that stays whatever other features there are, so that one text more
  ///     lets the others begin where they had begun.
  init(_ texts: [SparseVector], lessons: [[Lesson]], classCount: Int, seeds: [UInt32]) {
    var features = seeds.map(Self.firstRow)
    var classes = [FactorRow](repeating: FactorRow(), count: classCount)
    var bias = [Float](repeating: 0, count: classCount)
    self.features = [FactorRow](repeating: FactorRow(), count: features.count)
    self.classes = classes
    self.bias = bias
    var featurePaces = [Pace](repeating: Pace(), count: features.count)
    var classPaces = [Pace](repeating: Pace(), count: classCount)
    var scores = [Float](repeating: 0, count: classCount)
    let descent = Descent(
      rounds: Self.rounds, rate: Self.rate, smallError: 0, leftOut: Self.leftOut)
    // Unsafe, since arrays that check each place took two fifths longer; nobody keeps what is written to.
    features.withUnsafeMutableBufferPointer { features in
      classes.withUnsafeMutableBufferPointer { classes in
        descent.run(over: texts) { number, entries, rate in
          var sum = FactorRow()
          for entry in entries { sum.add(features[entry.row], times: entry.value) }
          let square = sum.meanSquare
          var move = FactorRow()
          for lesson in lessons[number] {
            Self.shares(of: sum, lesson.classes, classes, bias, into: &scores)
            scores[lesson.label] -= 1
            for place in lesson.classes where abs(scores[place]) >= Self.smallShare {
              let error = scores[place]
              if !lesson.sparesFeatures { move.add(classes[place], times: error) }
              let step =
                rate * error * classPaces[place].factor(afterSquare: error * error * square)
              classes[place].add(sum, times: -step)
              bias[place] -= step * Self.rateOfBias
            }
          }
          let length = move.meanSquare
          if length > 0 {
            for entry in entries {
              let pace = featurePaces[entry.row].factor(
                afterSquare: length * entry.value * entry.value)
              features[entry.row].add(move, times: -rate * entry.value * pace)
            }
          }
          return length
        } endRound: { part in
          for place in features.indices { self.features[place].add(features[place], times: part) }
          for place in classes.indices {
            self.classes[place].add(classes[place], times: part)
            self.bias[place] += bias[place] * part
          }
        }
      }
    }
  }

  /// The size of a row's steps.
  private struct Pace {
    private var squares: Float = 1e-8

    /// What the next step is to be multiplied with, after one whose square is given.
    mutating func factor(afterSquare square: Float) -> Float {
      squares += square
      return 1 / squares.squareRoot()
    }
  }

  /// How likely a text is of each class of one classifier.
  @inline(__always)
  private static func shares(
    of sum: FactorRow, _ places: Range<Int>, _ classes: UnsafeMutableBufferPointer<FactorRow>,
    _ bias: [Float], into shares: inout [Float]
  ) {
    var greatest = -Float.infinity
    for place in places {
      let score = sum.product(with: classes[place]) + bias[place]
      shares[place] = score
      greatest = max(greatest, score)
    }
    var total: Float = 0
    for place in places {
      shares[place] = exp(shares[place] - greatest)
      total += shares[place]
    }
    for place in places { shares[place] /= total }
  }

  /// Numbers that look like chance, on both sides of zero.
  private static func firstRow(seed: UInt32) -> FactorRow {
    FactorRow { place in
      let bits = UInt64(place).mixed(with: UInt64(seed)) >> 40
      return (Float(bits) / Float(1 << 23) - 1) * start
    }
  }

  /// What a feature of weight 1 adds to the score of a class.
  func weight(row: Int, class number: Int) -> Float {
    features[row].product(with: classes[number])
  }
}
