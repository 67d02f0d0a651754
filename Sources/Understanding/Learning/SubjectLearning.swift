import Glibc

/// Learns what a question is about, as long and as sharply as the number of texts asks for.
///
/// Of a few hundred texts a few rounds learn little, and what they learn is said with too little
/// confidence: how sharply classes are told apart is then found on texts held out, a quarter at a time.
struct SubjectLearning {
  let texts: [SparseVector]
  let labels: [Int]
  let importance: [Float]
  let classCount: Int
  let rowCount: Int
  let isSmall: Bool

  /// Rounds and left-out words, ``Descent/leftOut``, where there are many texts.
  private static let roundsOfMany = 12
  private static let leftOutOfMany: Float = 0.3
  private static let mostRounds = 40
  private static let stepsOfFew = 24_000
  private static let folds: UInt64 = 4
  private static let factors: [Float] = [1, 1.4, 2, 2.8, 4, 5.6]

  func model() -> LinearModel {
    let model = learn(Array(texts.indices))
    return isSmall ? model.sharpened(by: factor()) : model
  }

  private func learn(_ places: [Int]) -> LinearModel {
    var training = LinearModel.Training()
    if isSmall {
      training.epochs = min(
        Self.mostRounds, max(training.epochs, Self.stepsOfFew / max(1, places.count)))
    } else {
      training.epochs = Self.roundsOfMany
      training.leftOut = Self.leftOutOfMany
    }
    return LinearModel(
      places.map { texts[$0] }, labels: places.map { labels[$0] },
      importance: isSmall ? places.map { importance[$0] } : nil, classCount: classCount,
      rowCount: rowCount, training: training)
  }

  /// The factor with which wordings held out are the likeliest.
  private func factor() -> Float {
    guard classCount > 1, texts.count > 1 else { return 1 }
    let sums = (0..<Self.folds).map { $0 }.mapInParallel { fold -> [Float] in
      var (own, others): ([Int], [Int]) = ([], [])
      for (place, text) in texts.enumerated() {
        if UInt64(7).mixed(with: text.key) % Self.folds == fold {
          own.append(place)
        } else {
          others.append(place)
        }
      }
      let model = learn(others)
      return Self.factors.map { factor in
        let sharper = model.sharpened(by: factor)
        return own.filter { importance[$0] == 1 }
          .reduce(0) { $0 + log(max(sharper.shares(of: texts[$1])[labels[$1]], 1e-6)) }
      }
    }
    let totals = Self.factors.indices.map { place in sums.reduce(0) { $0 + $1[place] } }
    let best = totals.indices.max { totals[$0] < totals[$1] } ?? 0
    return Self.factors[best]
  }
}
