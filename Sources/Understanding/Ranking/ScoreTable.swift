import Glibc
import Knowledge

/// What was learnt, in the form in which questions are scored: for every feature a weight for each
/// subject, and one for danger.
///
/// The subjects' weights are kept in 8 bits each, as the square root of their share of the feature's
/// greatest weight: small weights, which most are, are kept more finely than great ones. The article
/// "Speed" has what that changes.
struct ScoreTable: Sendable {
  private struct Row: BitwiseCopyable, Sendable {
    let scale: Float
    /// The mean of the subjects' weights.
    let mean: Float
    let danger: Float
  }

  let classCount: Int
  private let rows: Table<Row>
  /// ``classCount`` weights for each row.
  private let weights: Table<Int8>
  /// The score of each class in a text without features; danger's at the end.
  private let bias: Table<Float>

  private static let levels = Float(Int8.max)

  /// The weight that a number stands for, before the row's scale.
  @inline(__always)
  private static func weight(_ number: Int8) -> Float {
    let root = Float(number)
    return root * abs(root)
  }

  /// The scores of a text.
  struct Scores {
    /// Of each class; sums of weights, on no fixed scale.
    var classes: [Float]
    /// The logarithm of the odds of danger.
    var danger: Float
  }

  /// Keeps what two models have learnt.
  init(subjects: LinearModel, danger: OddsModel, rowCount: Int) {
    classCount = subjects.classCount
    var rows: [Row] = []
    var weights: [Int8] = []
    rows.reserveCapacity(rowCount)
    weights.reserveCapacity(rowCount * classCount)
    for row in 0..<rowCount {
      let values = (0..<classCount).map { subjects.weight(row: row, class: $0) }
      let greatest = values.reduce(0) { max($0, abs($1)) }
      let scale = greatest / (Self.levels * Self.levels)
      let numbers = values.map { value in
        let root = (abs(value) / greatest).squareRoot()
        // Of a row of zeros it is no number.
        return root <= 1 ? Int8((root * Self.levels).rounded() * (value < 0 ? -1 : 1)) : 0
      }
      weights += numbers
      rows.append(
        Row(
          scale: scale,
          mean: numbers.reduce(0) { $0 + Self.weight($1) } / Float(classCount) * scale,
          danger: danger.weights[row]))
    }
    self.rows = Table(rows)
    self.weights = Table(weights)
    bias = Table(
      (0..<classCount).map { subjects.bias(class: $0) } + [danger.bias])
  }

  var rowCount: Int { rows.count }

  func scores(of text: SparseVector) -> Scores {
    var danger = bias[classCount]
    let classes = [Float](unsafeUninitializedCapacity: classCount) { outputs, count in
      for number in 0..<classCount { outputs[number] = bias[number] }
      count = classCount
      for (row, value) in zip(text.rows, text.values) {
        let head = rows[Int(row)]
        danger += head.danger * value
        let factor = head.scale * value
        let start = Int(row) * classCount
        for number in 0..<classCount {
          outputs[number] += Self.weight(weights[start + number]) * factor
        }
      }
    }
    return Scores(classes: classes, danger: danger)
  }

  /// What a feature of weight 1 adds to the score of a class beyond what it adds to all on average.
  func advantage(row: Int32, class number: Int) -> Float {
    let head = rows[Int(row)]
    return Self.weight(weights[Int(row) * classCount + number]) * head.scale - head.mean
  }

  func write(to writer: inout TableWriter) {
    writer.write(rows)
    writer.write(weights)
    writer.write(bias)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    rows = try reader.table()
    weights = try reader.table()
    bias = try reader.table()
    classCount = bias.count - 1
    guard classCount > 0, weights.count == rows.count * classCount else { throw UnreadableBytes() }
  }
}

/// Turns scores into shares that add up to 1.
func shares(of scores: [Float], temperature: Float) -> [Float] {
  let greatest = scores.max() ?? 0
  var sum: Float = 0
  var shares = scores
  for number in shares.indices {
    shares[number] = exp((scores[number] - greatest) / temperature)
    sum += shares[number]
  }
  for number in shares.indices { shares[number] /= sum }
  return shares
}

/// The share of the likelier of two, where the logarithm of its odds is given: 0 to 1.
func share(ofOdds odds: Float) -> Float { 1 / (1 + exp(-odds)) }
