import Glibc
import Knowledge

/// Tells questions of other fields, in a small knowledge: by how many of their words' pieces it has
/// never seen.
///
/// A large knowledge has examples of what it does not answer. A small one has few or none, and a
/// classifier always finds some topic. What share of a question's pieces is known to it is learnt from
/// its own wordings: each held out tells how much of a question inside is known, each with its whole
/// topic held out how much of one outside.
struct OutsideModel: Sendable {
  /// The share of known pieces that is as likely inside as outside; and how fast the odds change.
  private var middle: Float = 0
  private var slope: Float = 0

  /// Most people ask an assistant what it is for: taken off the logarithm of the odds.
  private static let caution: Float = 1

  /// The pieces of a text's words, and of those that the vocabulary knows only their number.
  struct Words: Sendable {
    var pieces: [UInt64] = []
    var known = 0
  }

  /// Knows nothing as outside.
  init() {}

  static func words(of features: [Feature], in found: Recognition) -> Words {
    var known: Set<Int> = []
    for mention in found.concepts { known.formUnion(mention.tokens) }
    var words = Words()
    for feature in features where feature.kind == .piece {
      if known.contains(feature.tokens.lowerBound) {
        words.known += 1
      } else {
        words.pieces.append(feature.hash)
      }
    }
    return words
  }

  /// - Parameters:
  ///   - owners: The topic of each text.
  ///   - judged: The texts that stand for questions inside, by their places.
  init(texts: [Words], owners: [Int], judged: [Int]) {
    guard judged.count > 1 else { return }
    // Of each piece the text and the topic that has it; below 0 where several do.
    var onlyText: [UInt64: Int] = [:]
    var onlyTopic: [UInt64: Int] = [:]
    for (place, text) in texts.enumerated() {
      for piece in text.pieces {
        if let other = onlyText[piece], other != place {
          onlyText[piece] = -1
        } else {
          onlyText[piece] = place
        }
        if let other = onlyTopic[piece], other != owners[place] {
          onlyTopic[piece] = -1
        } else {
          onlyTopic[piece] = owners[place]
        }
      }
    }
    let inside = judged.map { place in
      Self.share(texts[place]) { onlyText[$0] != place }
    }.compactMap { $0 }
    let outside = judged.map { place in
      Self.share(texts[place]) { onlyTopic[$0] == -1 }
    }.compactMap { $0 }
    guard inside.count > 1 else { return }
    let (high, low) = (inside.mean, outside.mean)
    let variance = max((inside.variance + outside.variance) / 2, 0.005)
    guard high > low else { return }
    middle = (high + low) / 2
    slope = (high - low) / variance
  }

  private static func share(_ words: Words, isKnown: (UInt64) -> Bool) -> Float? {
    let all = words.known + words.pieces.count
    guard all > 0 else { return nil }
    return Float(words.known + words.pieces.count(where: isKnown)) / Float(all)
  }

  /// How likely a question is of another field: 0 to 1.
  func likelihood(of features: [Feature], in found: Recognition, _ space: FeatureSpace) -> Float {
    guard slope > 0,
      let share = Self.share(Self.words(of: features, in: found), isKnown: space.knows)
    else { return 0 }
    return Understanding.share(ofOdds: slope * (middle - share) - Self.caution)
  }

  func write(to writer: inout TableWriter) { writer.write(Table([middle, slope])) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    let numbers: Table<Float> = try reader.table()
    guard numbers.count == 2 else { throw UnreadableBytes() }
    (middle, slope) = (numbers[0], numbers[1])
  }
}

extension [Float] {
  fileprivate var mean: Float { reduce(0, +) / Float(count) }

  fileprivate var variance: Float {
    let mean = mean
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(count)
  }
}
