import Glibc
import Knowledge

/// Brings how sure the models are to how often they are right.
///
/// What is learnt with words left out is too sure above nine tenths, and not sure enough below. It is only told
/// differently: what is answered depends on the models' own numbers.
package struct Calibration: Sendable, Equatable {
  /// What the logarithm of the odds is multiplied with, and what is then added.
  private let slope: Float
  private let shift: Float

  /// A small knowledge is brought to its measure when it is learnt, see ``SubjectLearning``.
  static let ofFew = Calibration(slope: 1, shift: 0)
  /// The likeliest on the held-out questions of the first six hands; the article "Understanding" has the
  /// error on those of the later ones.
  static let ofMany = Calibration(slope: 0.5, shift: 0.85)

  init(slope: Float, shift: Float) {
    self.slope = slope
    self.shift = shift
  }

  /// How often an answer is right of which the models are so sure: 0 to 1 for 0 to 1. Nothing changes
  /// what is certain.
  package func share(_ confidence: Float) -> Float {
    guard confidence > 0, confidence < 1 else { return confidence }
    return Understanding.share(ofOdds: slope * log(confidence / (1 - confidence)) + shift)
  }

  func write(to writer: inout TableWriter) { writer.write(Table([slope, shift])) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    let numbers: Table<Float> = try reader.table()
    guard numbers.count == 2 else { throw UnreadableBytes() }
    (slope, shift) = (numbers[0], numbers[1])
  }
}
