/// Tells which of several groups of texts a question is likest, or that it is like none of them; learnt
/// from the groups' texts and from others.
package struct GroupModel: Sendable {
  private let index: RowIndex
  private let weights: PackedWeights
  private let bias: [Float]

  /// From so many texts on what only one of them has is left out, and a few rounds are enough.
  private static let manyTexts = 200
  private static let roundsOfMany = 5
  private static let roundsOfFew = 12

  /// - Parameters:
  ///   - groups: At least one.
  ///   - others: Texts that belong to none of the groups.
  package init(groups: [[TextVector]], others: [TextVector]) {
    let texts = groups.flatMap { $0 } + others
    let labels =
      groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
      + Array(repeating: groups.count, count: others.count)
    let isLarge = texts.count >= Self.manyTexts
    // What only others have tells the groups from nothing, and what one text has tells little.
    let index = RowIndex(Self.rows(of: groups, inAtLeast: isLarge ? 2 : 1))
    let vectors = texts.map { text in
      var vector = SparseVector(key: text.key)
      index.forEachEntry(of: text) { place, value in
        vector.rows.append(Int32(truncatingIfNeeded: place))
        vector.values.append(value)
      }
      return vector
    }
    let model = LinearModel(
      vectors, labels: labels, classCount: groups.count + 1, rowCount: index.count,
      training: .init(epochs: isLarge ? Self.roundsOfMany : Self.roundsOfFew))
    self.index = index
    weights = PackedWeights(model, rowCount: index.count)
    bias = (0...groups.count).map { model.bias(class: $0) }
  }

  /// How likely a question is of each group: 0 to 1. The rest is likely of none.
  package func shares(of question: TextVector) -> [Float] {
    var scores = bias
    scores.withUnsafeMutableBufferPointer { scores in
      index.forEachEntry(of: question) { place, value in
        weights.add(row: place, times: value, to: &scores)
      }
    }
    return scores.asShares.dropLast()
  }

  /// The features that at least so many of the texts have, ascending.
  private static func rows(of groups: [[TextVector]], inAtLeast least: UInt8) -> [Int32] {
    let last = groups.reduce(-1) { $1.reduce($0) { max($0, $1.rows.last ?? -1) } }
    var counts = [UInt8](repeating: 0, count: Int(last) + 1)
    for group in groups {
      for text in group {
        for row in text.rows where counts[Int(row)] < least { counts[Int(row)] += 1 }
      }
    }
    return counts.indices.filter { counts[$0] == least }.map { Int32(truncatingIfNeeded: $0) }
  }
}
