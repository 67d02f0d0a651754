import Glibc
import Knowledge

/// What was learnt, in the form in which questions are scored: for every feature a weight for each
/// subject, one for danger, and one for leaning on what was said before.
struct ScoreTable: Sendable {
  private let subjects: PackedWeights
  private let dangers: Table<Float>
  private let leanings: Table<Float>
  /// The score of each class in a text without features; danger's and leaning's at the end.
  private let bias: Table<Float>

  /// The scores of a text.
  struct Scores {
    /// Of each class; sums of weights, on no fixed scale.
    var classes: [Float]
    /// The logarithm of the odds of danger.
    var danger: Float
    /// The logarithm of the odds that it says something only after what was said before.
    var leaning: Float
  }

  /// Keeps what the models have learnt.
  init(subjects: LinearModel, danger: OddsModel, leaning: OddsModel, rowCount: Int) {
    self.subjects = PackedWeights(subjects, rowCount: rowCount)
    dangers = Table(danger.weights)
    leanings = Table(leaning.weights)
    bias = Table(
      (0..<subjects.classCount).map { subjects.bias(class: $0) }
        + [danger.bias, leaning.bias])
  }

  var classCount: Int { subjects.classCount }
  var rowCount: Int { subjects.rowCount }

  func scores(of text: SparseVector) -> Scores {
    var danger = bias[classCount]
    var leaning = bias[classCount + 1]
    let classes = [Float](unsafeUninitializedCapacity: classCount) { scores, count in
      count = classCount
      for number in 0..<classCount { scores[number] = bias[number] }
      for (row, value) in zip(text.rows, text.values) {
        danger += dangers[Int(row)] * value
        leaning += leanings[Int(row)] * value
        subjects.add(row: Int(row), times: value, to: &scores)
      }
    }
    return Scores(classes: classes, danger: danger, leaning: leaning)
  }

  /// What a feature of weight 1 adds to the score of a class beyond what it adds to all on average.
  func advantage(row: Int32, class number: Int) -> Float {
    subjects.advantage(row: Int(row), class: number)
  }

  /// What a feature of weight 1 adds to the odds of danger.
  func dangerWeight(row: Int32) -> Float { dangers[Int(row)] }

  func write(to writer: inout TableWriter) {
    writer.write(bias)
    writer.write(dangers)
    writer.write(leanings)
    subjects.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    bias = try reader.table()
    dangers = try reader.table()
    leanings = try reader.table()
    subjects = try PackedWeights(from: &reader, classCount: bias.count - 2)
    guard dangers.count == subjects.rowCount, leanings.count == subjects.rowCount else {
      throw UnreadableBytes()
    }
  }
}
