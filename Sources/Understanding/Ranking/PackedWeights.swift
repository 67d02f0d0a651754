import Knowledge

/// For every feature a weight for each class, in 8 bits: the square root of its share of the feature's
/// greatest weight, so that small weights, which most are, are kept more finely than great ones. The
/// article "Speed" has what that changes.
struct PackedWeights: Sendable {
  let classCount: Int
  /// ``classCount`` numbers for each row.
  private let numbers: Table<Int8>
  /// What the numbers of each row are to be multiplied with.
  private let scales: Table<Float>
  /// The mean of the weights of each row.
  private let means: Table<Float>

  private static let levels = Float(Int8.max)

  init(_ model: LinearModel, rowCount: Int) {
    self.init(rowCount: rowCount, classCount: model.classCount) {
      model.weight(row: $0, class: $1)
    }
  }

  /// - Parameter weight: Of a feature for a class, by their places.
  init(rowCount: Int, classCount: Int, weight: (_ row: Int, _ number: Int) -> Float) {
    self.classCount = classCount
    var numbers: [Int8] = []
    var scales: [Float] = []
    var means: [Float] = []
    numbers.reserveCapacity(rowCount * classCount)
    scales.reserveCapacity(rowCount)
    means.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let weights = (0..<classCount).map { weight(row, $0) }
      let greatest = weights.reduce(0) { max($0, abs($1)) }
      scales.append(greatest / (Self.levels * Self.levels))
      let packed = weights.map { weight -> Int8 in
        let root = (abs(weight) / greatest).squareRoot()
        // Of a row of zeros it is no number.
        return root <= 1 ? Int8((root * Self.levels).rounded() * (weight < 0 ? -1 : 1)) : 0
      }
      numbers += packed
      means.append(packed.reduce(0) { $0 + Self.weight($1) } / Float(classCount) * scales[row])
    }
    self.numbers = Table(numbers)
    self.scales = Table(scales)
    self.means = Table(means)
  }

  var rowCount: Int { scales.count }

  /// The weight that a number stands for, before the row's scale.
  @inline(__always)
  private static func weight(_ number: Int8) -> Float {
    let root = Float(number)
    return root * abs(root)
  }

  /// Adds a feature's weights, times its value, to the score of each class.
  @inline(__always)
  func add(row: Int, times value: Float, to scores: inout UnsafeMutableBufferPointer<Float>) {
    let factor = scales[row] * value
    // A slice of its own: its places are added without a check, many at once.
    let start = row * classCount
    let own = UnsafeBufferPointer(rebasing: numbers.elements[start..<start + classCount])
    for number in 0..<classCount { scores[number] += Self.weight(own[number]) * factor }
  }

  /// The weights of a feature.
  func weights(row: Int) -> [Float] {
    numbers.elements[row * classCount..<(row + 1) * classCount].map {
      Self.weight($0) * scales[row]
    }
  }

  /// The sum of a text's weights for each class.
  func sum(of text: TextVector) -> [Float] {
    var scores = [Float](repeating: 0, count: classCount)
    scores.withUnsafeMutableBufferPointer { scores in
      for (row, value) in zip(text.rows, text.values) {
        add(row: Int(row), times: value, to: &scores)
      }
    }
    return scores
  }

  /// What a feature of weight 1 adds to the score of a class beyond what it adds to all on average.
  func advantage(row: Int, class number: Int) -> Float {
    Self.weight(numbers[row * classCount + number]) * scales[row] - means[row]
  }

  func write(to writer: inout TableWriter) {
    writer.write(numbers)
    writer.write(scales)
    writer.write(means)
  }

  init(from reader: inout TableReader, classCount: Int) throws(UnreadableBytes) {
    self.classCount = classCount
    numbers = try reader.table()
    scales = try reader.table()
    means = try reader.table()
    guard classCount > 0, numbers.count == scales.count * classCount, means.count == scales.count
    else {
      throw UnreadableBytes()
    }
  }
}
