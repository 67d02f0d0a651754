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
    let rows = groups.flatMap { $0.flatMap(\.rows) }.sorted()
    let index = RowIndex(rows.repeated)
    let vectors = texts.map { text in
      var vector = SparseVector()
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
}

extension [Int32] {
  /// Of numbers in order those that stand there more than once, each once.
  fileprivate var repeated: [Int32] {
    var found: [Int32] = []
    for (place, number) in enumerated().dropFirst()
    where number == self[place - 1] && number != found.last {
      found.append(number)
    }
    return found
  }
}
