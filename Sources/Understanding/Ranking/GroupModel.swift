/// Tells which of several groups of texts a question is likest, or that it is like none of them; learnt
/// from the groups' texts and from others.
package struct GroupModel: Sendable {
  private let index: RowIndex
  private let weights: PackedWeights
  private let bias: [Float]

  /// - Parameters:
  ///   - groups: At least one.
  ///   - others: Texts that belong to none of the groups.
  package init(groups: [[TextVector]], others: [TextVector]) {
    let texts = groups.flatMap { $0 } + others
    let labels =
      groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
      + Array(repeating: groups.count, count: others.count)
    // What only others have tells the groups from nothing.
    let index = RowIndex(Set(groups.flatMap { $0.flatMap(\.rows) }).sorted())
    let vectors = texts.map { text in
      var vector = SparseVector()
      index.forEachEntry(of: text) { place, value in
        vector.rows.append(Int32(truncatingIfNeeded: place))
        vector.values.append(value)
      }
      return vector
    }
    let model = LinearModel(
      vectors, labels: labels, classCount: groups.count + 1, rowCount: index.count)
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
}
