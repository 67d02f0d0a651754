import Glibc
import Knowledge

/// A text as numbers: which features it has, and how much each counts.
struct SparseVector: Sendable {
  var rows: [Int32] = []
  var values: [Float] = []
  /// The place of each number's feature among the features that the vector was made of.
  var origins: [Int32] = []
  /// The word that each number's feature begins with; of a text so long that these run out, several
  /// words share one.
  var words: [UInt8] = []
  /// Made of the text's features alone: it stays when other texts are added.
  var key: UInt64 = 0
}

/// The features that the knowledge knows, each with a number and the weight of its rarity.
struct FeatureSpace: Sendable {
  private let index: HashTable
  private let rarity: Table<Float>

  /// How much each kind of feature counts against the others, after each kind has been brought to
  /// the same length. Found by cross-validation; the article "Understanding" has the figures.
  static let scales: [Float] = {
    var scales = [Float](repeating: 0, count: FeatureKind.allCases.count)
    scales[Int(FeatureKind.word.rawValue)] = 1
    scales[Int(FeatureKind.pair.rawValue)] = 0.6
    scales[Int(FeatureKind.piece.rawValue)] = 1
    scales[Int(FeatureKind.concept.rawValue)] = 0.7
    scales[Int(FeatureKind.conceptPair.rawValue)] = 0.4
    scales[Int(FeatureKind.entity.rawValue)] = 0.7
    return scales
  }()

  /// Above so many texts a piece or pair that fewer than four of them have is left out; of fewer, one
  /// that only one of them has.
  private static let manyTexts = 6000
  private static let someTexts = 2000

  init(texts: [[Feature]]) {
    var all = HashIndex(capacity: texts.count * 40)
    var counts: [Int32] = []
    var kinds: [FeatureKind] = []
    var hashes: [UInt64] = []
    var lastText: [Int32] = []
    for (number, text) in texts.enumerated() {
      for feature in text {
        let row = Int(all.number(of: feature.hash))
        if row == counts.count {
          counts.append(0)
          kinds.append(feature.kind)
          hashes.append(feature.hash)
          lastText.append(-1)
        }
        if lastText[row] != Int32(number) {
          lastText[row] = Int32(number)
          counts[row] += 1
        }
      }
    }
    let least: Int32 = texts.count > Self.manyTexts ? 4 : texts.count > Self.someTexts ? 2 : 1
    var index = HashIndex(capacity: hashes.count)
    var rarity: [Float] = []
    for (row, hash) in hashes.enumerated() {
      let isThin = kinds[row] == .piece || kinds[row] == .pair || kinds[row] == .conceptPair
      if isThin, counts[row] < least { continue }
      _ = index.number(of: hash)
      rarity.append(Float(log(Double(1 + texts.count) / Double(1 + counts[row]))) + 1)
    }
    self.index = HashTable(index.entries)
    self.rarity = Table(rarity)
  }

  var count: Int { rarity.count }

  /// Of each feature a number that is its own whatever other features there are.
  var seeds: [UInt32] { index.checks(count: count) }

  func knows(_ hash: UInt64) -> Bool { index[hash] >= 0 }

  /// The text in numbers; features that nobody knows are left out.
  func vector(of features: [Feature]) -> SparseVector {
    var vector = SparseVector()
    vector.rows.reserveCapacity(features.count)
    vector.values.reserveCapacity(features.count)
    vector.origins.reserveCapacity(features.count)
    vector.words.reserveCapacity(features.count)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.scales.count) { squares in
      squares.initialize(repeating: 0)
      for (position, feature) in features.enumerated() {
        vector.key = (vector.key ^ feature.hash) &* 0x0000_0100_0000_01b3
        let row = index[feature.hash]
        guard row >= 0 else { continue }
        let value = feature.weight * rarity[Int(row)]
        vector.rows.append(row)
        vector.values.append(value)
        vector.origins.append(Int32(truncatingIfNeeded: position))
        vector.words.append(UInt8(truncatingIfNeeded: feature.tokens.lowerBound))
        squares[Int(feature.kind.rawValue)] += value * value
      }
      for kind in squares.indices {
        squares[kind] =
          squares[kind] > 0 ? Self.scales[kind] / squares[kind].squareRoot() : Self.scales[kind]
      }
      for (place, origin) in vector.origins.enumerated() {
        vector.values[place] *= squares[Int(features[Int(origin)].kind.rawValue)]
      }
    }
    return vector
  }

  func write(to writer: inout TableWriter) {
    index.write(to: &writer)
    writer.write(rarity)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    index = try HashTable(from: &reader)
    rarity = try reader.table()
  }
}
