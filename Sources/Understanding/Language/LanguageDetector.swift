import Knowledge

/// Tells which language of the knowledge a text is in, by the words and letters of the knowledge's
/// own texts.
package struct LanguageDetector: Sendable {
  /// What the detector found.
  package struct Verdict: Equatable, Sendable {
    /// The likelier language of the knowledge.
    package let language: LanguageCode
    /// How much likelier than the next one: logarithm of the odds, 0 for a tie.
    package let margin: Float
    /// Whether the text is in none of the knowledge's languages.
    package let isForeign: Bool
  }

  private let languages: [LanguageCode]
  private let hasForeignSamples: Bool
  private let words: OddsTable
  private let pieces: OddsTable

  /// The most that a word counts which one language knows and another does not.
  private static let smoothing: Float = 0.5
  /// A text that is more than this share in another writing system is foreign.
  private static let foreignShare: Float = 0.3
  /// How much likelier a foreign language must be.
  private static let foreignMargin: Float = 2

  package init(knowledge: KnowledgeBase) {
    languages = knowledge.languages
    hasForeignSamples = !knowledge.foreignWords.isEmpty
    let classes = languages.count + (hasForeignSamples ? 1 : 0)
    var wordCounts = OddsTable.Counts(classes: classes)
    var pieceCounts = OddsTable.Counts(classes: classes)
    func learn(_ text: String, _ number: Int, _ weight: Float = 1) {
      let tokens = TokenizedText(text)
      for token in tokens.tokens where !token.isNumber {
        let word = tokens.exact[token.exact]
        wordCounts.add(weight, to: FeatureHash.word(word), class: number)
        word.withUnsafeBufferPointer { word in
          Self.forEachPiece(of: word) { pieceCounts.add(weight, to: $0, class: number) }
        }
      }
    }
    for topic in knowledge.topics {
      for (number, code) in languages.enumerated() {
        guard let text = topic.texts[code] else { continue }
        for example in text.examples { learn(example.text, number) }
        for line in text.answer where line.style == .text { learn(line.text, number) }
        for part in topic.parts {
          for example in part.texts[code]?.examples ?? [] { learn(example.text, number) }
        }
      }
    }
    for sample in knowledge.foreignWords { learn(sample.text, languages.count, 3) }
    words = OddsTable(wordCounts, smoothing: Self.smoothing)
    pieces = OddsTable(pieceCounts, smoothing: Self.smoothing)
  }

  /// The language of a text; names of places and people are in none.
  package func verdict(on text: TokenizedText, except names: Set<Int> = []) -> Verdict {
    let classes = languages.count + (hasForeignSamples ? 1 : 0)
    // On the stack, and words where they lie: an array for each would be allocated for every word.
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: classes * 2) { buffer in
      buffer.initialize(repeating: 0)
      let scores = UnsafeMutableBufferPointer(rebasing: buffer[..<classes])
      let sum = UnsafeMutableBufferPointer(rebasing: buffer[classes...])
      text.exact.withUnsafeBufferPointer { letters in
        for (index, token) in text.tokens.enumerated()
        where !token.isNumber && !names.contains(index) {
          let word = UnsafeBufferPointer(rebasing: letters[token.exact])
          words.add(FeatureHash.word(word), to: scores)
          var count: Float = 0
          sum.update(repeating: 0)
          Self.forEachPiece(of: word) {
            count += 1
            pieces.add($0, to: sum)
          }
          guard count > 0 else { continue }
          for number in scores.indices { scores[number] += 2 * sum[number] / count }
        }
      }
      return verdict(scores, foreignLetters: text.foreignLetters)
    }
  }

  private func verdict(
    _ scores: UnsafeMutableBufferPointer<Float>, foreignLetters: Float
  ) -> Verdict {
    var best = 0
    for number in languages.indices where scores[number] > scores[best] { best = number }
    var margin = Float.infinity
    for number in languages.indices where number != best {
      margin = min(margin, scores[best] - scores[number])
    }
    let isForeign =
      foreignLetters > Self.foreignShare
      || hasForeignSamples && scores[languages.count] > scores[best] + Self.foreignMargin
    return Verdict(language: languages[best], margin: margin, isForeign: isForeign)
  }

  /// Two and three letters in a row, the ends of the word counted as letters.
  @inline(__always)
  private static func forEachPiece(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) {
    let boundary = UInt8(ascii: "^")
    let count = word.count + 2
    for start in 0..<count - 1 {
      var hash = FeatureHash(.piece)
      for length in 1...3 where start + length <= count {
        let place = start + length - 1
        hash.mix(place == 0 || place == count - 1 ? boundary : word[place - 1])
        if length > 1 { body(hash.value) }
      }
    }
  }
}

extension LanguageDetector {
  func write(to writer: inout TableWriter) {
    words.write(to: &writer)
    pieces.write(to: &writer)
  }

  init(from reader: inout TableReader, knowledge: KnowledgeBase) throws(UnreadableBytes) {
    languages = knowledge.languages
    hasForeignSamples = !knowledge.foreignWords.isEmpty
    words = try OddsTable(from: &reader)
    pieces = try OddsTable(from: &reader)
    let classes = languages.count + (hasForeignSamples ? 1 : 0)
    guard words.classes == classes, pieces.classes == classes else { throw UnreadableBytes() }
  }
}
