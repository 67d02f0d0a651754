import Knowledge

/// Something in a text that speaks for topics or against them.
package struct Feature: Sendable {
  let hash: UInt64
  let weight: Float
  package let kind: FeatureKind
  /// The words it comes from; empty where it comes from the text as a whole.
  package let tokens: Range<Int>
}

extension Feature {
  /// The same, counting so many times as much.
  func weighted(by factor: Float) -> Feature {
    Feature(hash: hash, weight: weight * factor, kind: kind, tokens: tokens)
  }
}

/// Makes features of a recognised text: the same for an example as for a question.
struct FeatureExtractor: Sendable {
  /// What a word counts in a sentence that asks nothing, where another sentence does ask.
  static let backgroundWeight: Float = 0.5
  static let pieceLengths = 3...4

  private let conceptHashes: [UInt64]

  init(knowledge: KnowledgeBase) {
    conceptHashes = knowledge.concepts.map { concept in
      var hash = FeatureHash(.concept)
      hash.mix(concept.name.utf8)
      return hash.value
    }
  }

  func features(of found: Recognition) -> [Feature] {
    let text = found.reading
    var features: [Feature] = []
    features.reserveCapacity(text.tokens.count * 24)
    let weights = sentenceWeights(text)
    // Names say nothing of the topic but that they are there.
    let names = found.names
    var previous: Int?
    for (index, token) in text.tokens.enumerated() {
      let weight = weights[token.sentence]
      if names.contains(index) {
        previous = nil
        continue
      }
      let bytes = text.folded[token.folded]
      features.append(
        Feature(
          hash: Self.hash(.word, bytes), weight: weight, kind: .word, tokens: index..<index + 1))
      if let previous, text.tokens[previous].sentence == token.sentence {
        var hash = FeatureHash(.pair)
        hash.mix(text.folded[text.tokens[previous].folded])
        hash.mix(UInt8(ascii: " "))
        hash.mix(bytes)
        features.append(
          Feature(
            hash: hash.value, weight: weight, kind: .pair, tokens: previous..<index + 1))
      }
      if !token.isNumber { appendPieces(of: bytes, weight, index, &features) }
      previous = index
    }
    appendConcepts(found, weights, &features)
    appendEntities(found, weights, &features)
    return features
  }

  /// The sentences that ask count whole; those around them, which tell, count less.
  private func sentenceWeights(_ text: TokenizedText) -> [Float] {
    let count = text.sentenceCount
    guard count > 1 else { return [1] }
    guard text.isQuestion.contains(true) else {
      return [Float](repeating: 1, count: count)
    }
    return text.isQuestion.map { $0 ? 1 : Self.backgroundWeight }
  }

  private func appendPieces(
    of bytes: ArraySlice<UInt8>, _ weight: Float, _ index: Int, _ features: inout [Feature]
  ) {
    let count = bytes.count + 2
    let boundary = UInt8(ascii: "^")
    for start in 0..<max(0, count - Self.pieceLengths.lowerBound + 1) {
      var hash = FeatureHash(.piece)
      for length in 1...Self.pieceLengths.upperBound {
        let position = start + length - 1
        guard position < count else { break }
        let isEdge = position == 0 || position == count - 1
        hash.mix(isEdge ? boundary : bytes[bytes.startIndex + position - 1])
        if length >= Self.pieceLengths.lowerBound {
          features.append(
            Feature(hash: hash.value, weight: weight, kind: .piece, tokens: index..<index + 1))
        }
      }
    }
  }

  private func appendConcepts(
    _ found: Recognition, _ weights: [Float], _ features: inout [Feature]
  ) {
    var previous: ConceptMention?
    for mention in found.concepts.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      let hash = conceptHashes[mention.concept]
      let weight = weights[found.text.tokens[mention.tokens.lowerBound].sentence]
      features.append(
        Feature(hash: hash, weight: weight, kind: .concept, tokens: mention.tokens))
      if let previous, previous.concept != mention.concept {
        var pair = FeatureHash(.conceptPair)
        // In either order: "police report" and "report to the police".
        let low = min(conceptHashes[previous.concept], hash)
        let high = max(conceptHashes[previous.concept], hash)
        withUnsafeBytes(of: (low, high)) { pair.mix($0) }
        features.append(
          Feature(hash: pair.value, weight: weight, kind: .conceptPair, tokens: mention.tokens))
      }
      previous = mention
    }
  }

  private func appendEntities(
    _ found: Recognition, _ weights: [Float], _ features: inout [Feature]
  ) {
    func append(_ name: String, _ tokens: Range<Int>) {
      let weight = weights[found.text.tokens[tokens.lowerBound].sentence]
      features.append(
        Feature(
          hash: Self.hash(.entity, name.utf8), weight: weight, kind: .entity, tokens: tokens))
    }
    if let place = found.places.first { append("place", place.tokens) }
    if let person = found.persons.first(where: \.isCertain) { append("person", person.tokens) }
    for mention in found.statutes {
      let statute = mention.statute
      append("statute \(statute.chapter) \(statute.section) \(statute.letter)", mention.tokens)
    }
    for mention in found.telephones { append("telephone \(mention.digits)", mention.tokens) }
    // A text of signs alone ("???") has no word to hang anything on.
    if Self.few.contains(found.text.tokens.count) { append(Self.shortText, 0..<1) }
  }

  /// So few words are a cry, or a key word: "help me", "penalty".
  static let few = 1...2
  private static let shortText = "short"

  /// What says that the words at a place are all of a text.
  static func shortText(at tokens: Range<Int>) -> Feature {
    Feature(hash: hash(.entity, shortText.utf8), weight: 1, kind: .entity, tokens: tokens)
  }

  private static func hash(_ kind: FeatureKind, _ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FeatureHash(kind)
    hash.mix(bytes)
    return hash.value
  }
}
