import Glibc
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
  private var words: [String: [Float]] = [:]
  private var pieces: [UInt64: [Float]] = [:]
  private let hasForeignSamples: Bool

  /// A word that one language knows and another does not counts at most so much.
  private static let smoothing: Float = 0.5
  /// A text that is more than this share in another writing system is foreign.
  private static let foreignShare: Float = 0.3
  /// So much likelier must a foreign language be.
  private static let foreignMargin: Float = 2

  package init(knowledge: KnowledgeBase) {
    languages = knowledge.languages
    hasForeignSamples = !knowledge.foreignWords.isEmpty
    let classes = languages.count + (hasForeignSamples ? 1 : 0)
    var wordCounts: [String: [Float]] = [:]
    var pieceCounts: [UInt64: [Float]] = [:]
    func learn(_ text: String, _ number: Int, _ weight: Float = 1) {
      let tokens = TokenizedText(text)
      for index in tokens.tokens.indices where !tokens.tokens[index].isNumber {
        wordCounts[tokens.word(index), default: .init(repeating: 0, count: classes)][number] +=
          weight
        Self.forEachPiece(of: tokens.exact[tokens.tokens[index].exact]) {
          pieceCounts[$0, default: .init(repeating: 0, count: classes)][number] += weight
        }
      }
    }
    for topic in knowledge.topics {
      for (number, code) in languages.enumerated() {
        guard let text = topic.texts[code] else { continue }
        for example in text.examples { learn(example.text, number) }
        for line in text.answer where line.style == .text { learn(line.text, number) }
        for part in text.parts { for example in part.examples { learn(example.text, number) } }
      }
    }
    for sample in knowledge.foreignWords { learn(sample.text, languages.count, 3) }
    words = Self.logOdds(wordCounts, classes)
    pieces = Self.logOdds(pieceCounts, classes)
  }

  /// The language of a text; names of places and people are in none.
  package func verdict(on text: TokenizedText, except names: Set<Int> = []) -> Verdict {
    var scores = [Float](repeating: 0, count: languages.count + (hasForeignSamples ? 1 : 0))
    for index in text.tokens.indices
    where !text.tokens[index].isNumber && !names.contains(index) {
      if let odds = words[text.word(index)] {
        for number in scores.indices { scores[number] += odds[number] }
      }
      var count: Float = 0
      var sum = [Float](repeating: 0, count: scores.count)
      Self.forEachPiece(of: text.exact[text.tokens[index].exact]) {
        count += 1
        guard let odds = pieces[$0] else { return }
        for number in sum.indices { sum[number] += odds[number] }
      }
      guard count > 0 else { continue }
      for number in scores.indices { scores[number] += 2 * sum[number] / count }
    }
    let known = scores.prefix(languages.count).enumerated().sorted { $0.element > $1.element }
    let margin = known.count > 1 ? known[0].element - known[1].element : .infinity
    let isForeign =
      text.foreignLetters > Self.foreignShare
      || hasForeignSamples && scores[languages.count] > known[0].element + Self.foreignMargin
    return Verdict(
      language: languages[known[0].offset], margin: margin, isForeign: isForeign)
  }

  /// For each key, how likely it is in each class: logarithms, the mean of the classes taken off.
  private static func logOdds<Key>(_ counts: [Key: [Float]], _ classes: Int) -> [Key: [Float]] {
    var totals = [Float](repeating: 1, count: classes)
    for row in counts.values { for number in 0..<classes { totals[number] += row[number] } }
    let scale = totals.max()!
    return counts.mapValues { row in
      let logs = (0..<classes).map { log(row[$0] * scale / totals[$0] + smoothing) }
      let mean = logs.reduce(0, +) / Float(classes)
      return logs.map { $0 - mean }
    }
  }

  /// Two and three letters in a row, the ends of the word counted as letters.
  private static func forEachPiece(of word: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    let boundary = UInt8(ascii: "^")
    let letters = [boundary] + word + [boundary]
    for start in letters.indices {
      for length in 2...3 where start + length <= letters.count {
        var hash = FeatureHash(.piece)
        hash.mix(letters[start..<start + length])
        body(hash.value)
      }
    }
  }
}
