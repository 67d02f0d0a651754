import Knowledge

/// The words that speak of danger, to be found in spite of a slip where others are too short for it:
/// "kinv" for kniv.
///
/// They are learnt: words of the vocabulary that stand in wordings of emergencies at least as often as
/// in all others together.
struct DangerWords: Sendable {
  private let words: WordTable

  private static let shortest = 4
  /// In a shorter word only letters are swapped, or a vowel is missing: "knis" is no "kniv", and "knie"
  /// no "knife".
  private static let shortestForAnySlip = 5
  /// Wordings of emergencies that a word must stand in.
  private static let leastWordings = 2

  init(knowledge: KnowledgeBase) {
    var urgent: [ArraySlice<UInt8>: Int] = [:]
    var calm: [ArraySlice<UInt8>: Int] = [:]
    for topic in knowledge.topics {
      for example in topic.texts.values.flatMap(\.examples) {
        let text = TokenizedText(example.text)
        for token in text.tokens where token.folded.count >= Self.shortest {
          let word = text.folded[token.folded]
          if topic.kind == .safety {
            urgent[word, default: 0] += 1
          } else {
            calm[word, default: 0] += 1
          }
        }
      }
    }
    var words: Set<ArraySlice<UInt8>> = []
    // Of "kniv*" the word itself.
    for phrase in knowledge.concepts.flatMap(\.words) {
      let text = TokenizedText(phrase.text)
      for token in text.tokens {
        let word = text.folded[token.folded]
        let count = urgent[word] ?? 0
        if count >= Self.leastWordings, count >= calm[word] ?? 0 { words.insert(word) }
      }
    }
    self.words = WordTable(words.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// The word of danger that a word which nobody knows is one slip away from: two letters swapped, one
  /// missing, too many or another.
  func meant(by word: ArraySlice<UInt8>) -> [UInt8]? {
    guard word.count >= Self.shortest else { return nil }
    let typed = word.map(Self.heard)
    let typedLetters = LetterSet(typed)
    for number in 0..<words.count {
      let own = words[number]
      guard abs(own.count - typed.count) <= 1,
        case let other = own.map(Self.heard),
        typed.count >= Self.shortestForAnySlip || Self.haveSameLetters(typed, other),
        typed[0] == other[0], typedLetters.leastDistance(to: LetterSet(other)) <= 1,
        editDistance(typed, other, limit: 1) <= 1
      else { continue }
      return Array(own)
    }
    return nil
  }

  /// Whether two words have the same letters, or, if one is longer, the same consonants in a row.
  private static func haveSameLetters(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one.count == other.count { return one.sorted() == other.sorted() }
    return one.filter { !vowels.contains($0) } == other.filter { !vowels.contains($0) }
  }

  private static let vowels = Array("aeiouy".utf8)

  /// f and v are neighbours on the keyboard, and sound alike: "knif" is kniv, "knfi" as well.
  private static func heard(_ letter: UInt8) -> UInt8 {
    letter == UInt8(ascii: "f") ? UInt8(ascii: "v") : letter
  }
}

extension DangerWords {
  func write(to writer: inout TableWriter) { words.write(to: &writer) }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    words = try WordTable(from: &reader)
  }
}
