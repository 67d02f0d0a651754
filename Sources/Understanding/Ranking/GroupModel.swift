/// Tells which of several groups of texts a question is likest, or that it is like none of them; learnt
/// from the groups' texts and from others.
package struct GroupModel: Sendable {
  private let index: RowIndex
  private let weights: PackedWeights
  private let bias: [Float]

  /// A few hundred texts are soon learnt.
  private static let epochs = 5

  /// - Parameters:
  ///   - groups: At least one.
  ///   - others: Texts that belong to none of the groups.
  package init(groups: [[TextVector]], others: [TextVector]) {
    let texts = groups.flatMap { $0 } + others
    let labels =
      groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
      + Array(repeating: groups.count, count: others.count)
    // What only others have tells the groups from nothing, and what one text has tells little.
    let index = RowIndex(Self.rowsOfSeveral(groups))
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
      training: .init(epochs: Self.epochs))
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

  /// The features that several of the texts have, ascending.
  private static func rowsOfSeveral(_ groups: [[TextVector]]) -> [Int32] {
    let last = groups.reduce(-1) { $1.reduce($0) { max($0, $1.rows.last ?? -1) } }
    var counts = [UInt8](repeating: 0, count: Int(last) + 1)
    for group in groups {
      for text in group {
        for row in text.rows where counts[Int(row)] < 2 { counts[Int(row)] += 1 }
      }
    }
    return counts.indices.filter { counts[$0] == 2 }.map { Int32(truncatingIfNeeded: $0) }
  }
}
