import Knowledge

/// What the parts of all topics have learnt together, of a ``FactoredModel``: added to what each topic has
/// learnt of its own.
struct SharedParts: Sendable {
  /// The row of each feature.
  private let features: PackedWeights
  /// The rows of the classes, one behind the other: of each topic with parts those, the whole topic, and
  /// something else.
  private let classes: Table<Float>
  private let bias: Table<Float>
  /// The classes of each topic, by their places.
  private let ranges: [Range<Int>]

  private static let width = FactorRow.width
  /// How sharply what is shared tells parts apart, beside what each topic has of its own.
  private static let sharpness: Float = 0.75

  /// The classes of each topic's parts among all, behind so many others; none of a topic without parts.
  static func ranges(partCounts: [Int], from start: Int = 0) -> [Range<Int>] {
    var next = start
    return partCounts.map { count in
      let first = next
      if count > 0 { next += count + 2 }
      return first..<next
    }
  }

  /// - Parameter ranges: The classes of each topic in the model.
  init(_ model: FactoredModel, ranges: [Range<Int>]) {
    let start = ranges.first?.lowerBound ?? 0
    self.ranges = ranges.map { $0.lowerBound - start..<$0.upperBound - start }
    features = PackedWeights(rowCount: model.features.count, classCount: Self.width) {
      model.features[$0][$1]
    }
    classes = Table(
      model.classes[start...].flatMap { row in (0..<Self.width).map { row[$0] * Self.sharpness } })
    bias = Table(model.bias[start...].map { $0 * Self.sharpness })
  }

  /// The sum of the rows of a text's features.
  func sum(of text: TextVector) -> [Float] { features.sum(of: text) }

  /// Adds to the scores of a topic's parts, the whole and something else, in that order.
  ///
  /// - Parameter sum: Of the question, see ``sum(of:)``.
  func add(to scores: inout [Float], of topic: Int, for sum: [Float]) {
    for (place, number) in ranges[topic].enumerated() {
      scores[place] += bias[number] + product(sum, number)
    }
  }

  /// What a feature of weight 1 adds to the score of a part, beyond what it adds to all on average.
  func advantage(row: Int32, part: Int, of topic: Int) -> Float {
    let weights = features.weights(row: Int(row))
    let products = ranges[topic].map { product(weights, $0) }
    return products[part] - products.reduce(0, +) / Float(products.count)
  }

  private func product(_ sum: [Float], _ number: Int) -> Float {
    let start = number * Self.width
    // A slice of its own: its places are read without a check each.
    let own = UnsafeBufferPointer(rebasing: classes.elements[start..<start + Self.width])
    var product: Float = 0
    for place in 0..<Self.width { product += sum[place] * own[place] }
    return product
  }

  func write(to writer: inout TableWriter) {
    features.write(to: &writer)
    writer.write(classes)
    writer.write(bias)
  }

  init(from reader: inout TableReader, partCounts: [Int]) throws(UnreadableBytes) {
    features = try PackedWeights(from: &reader, classCount: Self.width)
    classes = try reader.table()
    bias = try reader.table()
    ranges = Self.ranges(partCounts: partCounts)
    guard bias.count == ranges.last?.upperBound, classes.count == bias.count * Self.width else {
      throw UnreadableBytes()
    }
  }
}
