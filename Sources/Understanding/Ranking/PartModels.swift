import Knowledge

/// How likely a question asks for each part of a topic.
package struct PartShares: Sendable {
  /// Of each part, 0 to 1.
  package let parts: [Float]
  /// Of the topic as a whole.
  package let whole: Float
  /// Of something that the topic does not say.
  package let other: Float

  /// - Parameter shares: Of each part, of the whole and of something else, in this order.
  init(_ shares: [Float]) {
    parts = Array(shares.dropLast(2))
    whole = shares[shares.count - 2]
    other = shares[shares.count - 1]
  }

  package init(parts: [Float], whole: Float, other: Float) {
    (self.parts, self.whole, self.other) = (parts, whole, other)
  }

  /// The likeliest part; nil where the topic has none.
  package var best: Int? { parts.indices.max { parts[$0] < parts[$1] } }

  /// The same for a question that is known to ask for a part, or for the whole topic: at least so likely.
  func knowing(_ part: Int?, by certainty: Float) -> PartShares {
    let own = part.map { parts[$0] } ?? whole
    if own >= certainty { return self }
    let scale = (1 - certainty) / (1 - own)
    return PartShares(
      parts: parts.enumerated().map { $0.offset == part ? certainty : $0.element * scale },
      whole: part == nil ? certainty : whole * scale, other: other * scale)
  }
}

/// A question as the models of parts read it: made once, and asked of many topics.
struct PartQuestion: Sendable {
  let text: TextVector
  /// What it is to all topics together; nil where nothing is shared.
  let shared: [Float]?
}

/// For each topic a model that tells its parts apart, from the whole, and from what is about
/// something else; and from a large knowledge what all of them have learnt together.
struct PartModels: Sendable {
  /// By the topics' places; nil for one without parts.
  private let models: [PartModel?]
  private var shared: SharedParts?

  /// About one wording in so many is learnt from as a question about another topic.
  static let otherWordings: UInt64 = 60
  /// How sharply a topic's own model tells its parts apart, beside what is shared.
  private static let sharpnessBesideShared: Float = 0.5

  init(
    knowledge: KnowledgeBase, samples: [Sample], vectors: [SparseVector], standing: [Int]
  ) {
    let sharpness = knowledge.isSmall ? 1 : Self.sharpnessBesideShared
    var own = [[Int]](repeating: [], count: knowledge.topics.count)
    for (place, sample) in samples.enumerated() { own[sample.topic].append(place) }
    let ofTopic = own
    let others = standing.filter { samples[$0].text.isOne(of: Self.otherWordings) }
    let texts = vectors.mapInParallel(TextVector.init)
    models = knowledge.topics.indices.map { $0 }.mapInParallel { topic in
      let count = knowledge.topics[topic].parts.count
      guard count > 0 else { return nil }
      let strangers = others.filter { samples[$0].topic != topic }
      return PartModel(
        texts: (ofTopic[topic] + strangers).map { texts[$0] },
        labels: ofTopic[topic].map { samples[$0].part ?? count } + strangers.map { _ in count + 1 },
        partCount: count, sharpness: sharpness)
    }
  }

  /// The same, with what all topics have learnt together.
  func with(_ shared: SharedParts?) -> PartModels {
    var models = self
    models.shared = shared
    return models
  }

  /// How many parts each topic has.
  var partCounts: [Int] { models.map { $0?.partCount ?? 0 } }

  /// What a feature of weight 1 adds to the score of a part, beyond what it adds to all on average.
  func advantage(row: Int32, part: Int, of topic: Int) -> Float {
    guard let model = models[topic] else { return 0 }
    return model.advantage(row: row, part: part)
      + (shared?.advantage(row: row, part: part, of: topic) ?? 0)
  }

  func question(_ vector: SparseVector) -> PartQuestion {
    let text = TextVector(vector)
    return PartQuestion(text: text, shared: shared?.sum(of: text))
  }

  func shares(of question: PartQuestion, topic: Int) -> PartShares {
    guard let model = models[topic] else { return PartShares(parts: [], whole: 1, other: 0) }
    var scores = model.scores(of: question.text)
    if let shared, let sum = question.shared { shared.add(to: &scores, of: topic, for: sum) }
    return PartShares(scores.asShares)
  }

  func write(to writer: inout TableWriter) {
    writer.write(Table(partCounts.map { Int32($0) }))
    for model in models { model?.write(to: &writer) }
    writer.write(Table([Int32(shared == nil ? 0 : 1)]))
    shared?.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    let counts: Table<Int32> = try reader.table()
    var models: [PartModel?] = []
    models.reserveCapacity(counts.count)
    for place in 0..<counts.count {
      let count = Int(counts[place])
      models.append(count > 0 ? try PartModel(from: &reader, partCount: count) : nil)
    }
    self.models = models
    let isShared: Table<Int32> = try reader.table()
    guard isShared.count == 1 else { throw UnreadableBytes() }
    if isShared[0] == 1 {
      shared = try SharedParts(
        from: &reader, partCounts: (0..<counts.count).map { Int(counts[$0]) })
    }
  }
}

/// A linear classifier over the features that a topic's wordings have.
struct PartModel: Sendable {
  let partCount: Int
  private let index: RowIndex
  private let weights: PackedWeights
  private let bias: Table<Float>

  /// From so many texts on what only one of them has is left out, and a few rounds are enough.
  private static let manyTexts = 200
  private static let roundsOfMany = 5
  private static let roundsOfFew = 12

  /// - Parameters:
  ///   - labels: The part of each text; above them all the whole topic, and something else.
  ///   - sharpness: What the scores are multiplied with.
  init(texts: [TextVector], labels: [Int], partCount: Int, sharpness: Float = 1) {
    self.partCount = partCount
    let isLarge = texts.count >= Self.manyTexts
    let index = RowIndex(
      Self.rows(
        of: zip(texts, labels).filter { $1 <= partCount }.map(\.0), inAtLeast: isLarge ? 2 : 1))
    let vectors = texts.map { text in
      var vector = SparseVector(key: text.key)
      index.forEachEntry(of: text) { place, value in
        vector.rows.append(Int32(truncatingIfNeeded: place))
        vector.values.append(value)
      }
      return vector
    }
    let model = LinearModel(
      vectors, labels: labels, classCount: partCount + 2, rowCount: index.count,
      training: .init(epochs: isLarge ? Self.roundsOfMany : Self.roundsOfFew)
    ).sharpened(by: sharpness)
    self.index = index
    weights = PackedWeights(model, rowCount: index.count)
    bias = Table((0..<partCount + 2).map { model.bias(class: $0) })
  }

  /// Of each part, of the whole topic and of something else, in this order.
  func scores(of question: TextVector) -> [Float] {
    var scores = Array(bias.elements)
    scores.withUnsafeMutableBufferPointer { scores in
      index.forEachEntry(of: question) { place, value in
        weights.add(row: place, times: value, to: &scores)
      }
    }
    return scores
  }

  func advantage(row: Int32, part: Int) -> Float {
    index.place(of: row).map { weights.advantage(row: $0, class: part) } ?? 0
  }

  /// The features that at least so many of the texts have, ascending.
  private static func rows(of texts: [TextVector], inAtLeast least: UInt8) -> [Int32] {
    let last = texts.reduce(-1) { max($0, $1.rows.last ?? -1) }
    var counts = [UInt8](repeating: 0, count: Int(last) + 1)
    for text in texts {
      for row in text.rows where counts[Int(row)] < least { counts[Int(row)] += 1 }
    }
    return counts.indices.filter { counts[$0] == least }.map { Int32(truncatingIfNeeded: $0) }
  }

  func write(to writer: inout TableWriter) {
    index.write(to: &writer)
    weights.write(to: &writer)
    writer.write(bias)
  }

  init(from reader: inout TableReader, partCount: Int) throws(UnreadableBytes) {
    self.partCount = partCount
    index = try RowIndex(from: &reader)
    weights = try PackedWeights(from: &reader, classCount: partCount + 2)
    bias = try reader.table()
    guard bias.count == partCount + 2, weights.rowCount == index.count else {
      throw UnreadableBytes()
    }
  }
}
