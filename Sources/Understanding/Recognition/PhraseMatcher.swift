/// A phrase that was found in a text.
package struct PhraseMatch: Equatable, Sendable {
  /// What the phrase was entered for.
  package let payload: Int32
  /// The words it covers.
  package let tokens: Range<Int>
  /// Whether it was found only without its accents.
  package let isFolded: Bool
}

/// Finds words and phrases in texts, all of them in one pass.
///
/// A word of a text that has accents must be spelled like the phrase; one without accents may stand
/// for the accented one as well. `*` at the end of a word of a phrase stands for any ending, at its
/// start for any beginning, alone for any one word.
package struct PhraseMatcher: Sendable {
  private enum Ending: Sendable {
    case exact, anyEnding, anyBeginning, anyWord
    /// The endings of ``PhraseMatcher/endings``.
    case listed
  }

  private struct WordPattern: Sendable {
    let exact: [UInt8]
    let folded: [UInt8]
    let ending: Ending
  }

  private struct Phrase: Sendable {
    let payload: Int32
    let words: [WordPattern]
  }

  private var phrases: [Phrase] = []
  private var whole: [UInt64: [Int32]] = [:]
  private var beginnings: [UInt64: [Int32]] = [:]
  private var ends: [UInt64: [Int32]] = [:]
  /// Endings that names take: "s", "trakten".
  private let endings: [[UInt8]]

  /// A matcher; `endings` are those that phrases added with `takesEndings` may have.
  package init(endings: [String] = []) {
    self.endings = endings.map { Array($0.utf8) }
  }

  package mutating func add(_ phrase: String, payload: Int32, takesEndings: Bool = false) {
    let words = phrase.split(separator: " ").compactMap { word -> WordPattern? in
      var text = word
      var ending = Ending.exact
      if word == "*" { return WordPattern(exact: [], folded: [], ending: .anyWord) }
      if text.hasSuffix("*") {
        text = text.dropLast()
        ending = .anyEnding
      } else if text.hasPrefix("*") {
        text = text.dropFirst()
        ending = .anyBeginning
      }
      let tokens = TokenizedText(String(text))
      guard !tokens.exact.isEmpty else { return nil }
      return WordPattern(exact: tokens.exact, folded: tokens.folded, ending: ending)
    }
    // "015-åring" and other words that the tokenizer cuts are phrases of several words.
    let isPlain = words.allSatisfy { $0.ending == .exact }
    var patterns = words
    if isPlain {
      let tokens = TokenizedText(phrase)
      patterns = tokens.tokens.map {
        WordPattern(
          exact: Array(tokens.exact[$0.exact]), folded: Array(tokens.folded[$0.folded]),
          ending: .exact)
      }
    }
    if takesEndings, let last = patterns.popLast() {
      patterns.append(WordPattern(exact: last.exact, folded: last.folded, ending: .listed))
    }
    guard let first = patterns.first else { return }
    let number = Int32(phrases.count)
    phrases.append(Phrase(payload: payload, words: patterns))
    let keys = Set([Self.hash(first.exact), Self.hash(first.folded)])
    for key in keys {
      switch first.ending {
      case .exact: whole[key, default: []].append(number)
      case .anyEnding, .listed: beginnings[key, default: []].append(number)
      case .anyBeginning: ends[key, default: []].append(number)
      case .anyWord: break
      }
    }
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Every phrase found, in the order of their first words; phrases may overlap.
  package func matches(in text: TokenizedText) -> [PhraseMatch] {
    var found: [PhraseMatch] = []
    guard !phrases.isEmpty else { return found }
    for index in text.tokens.indices {
      let bytes = text.exact[text.tokens[index].exact]
      var state = FeatureHash(.word)
      for (offset, byte) in bytes.enumerated() {
        state.mix(byte)
        if !beginnings.isEmpty, offset >= 1, let candidates = beginnings[state.value] {
          verify(candidates, at: index, in: text, &found)
        }
      }
      if let candidates = whole[state.value] { verify(candidates, at: index, in: text, &found) }
      if !ends.isEmpty {
        for start in bytes.indices.dropLast(2) {
          if let candidates = ends[Self.hash(bytes[start...])] {
            verify(candidates, at: index, in: text, &found)
          }
        }
      }
    }
    return found
  }

  private func verify(
    _ candidates: [Int32], at start: Int, in text: TokenizedText, _ found: inout [PhraseMatch]
  ) {
    for number in candidates {
      let phrase = phrases[Int(number)]
      guard start + phrase.words.count <= text.tokens.count else { continue }
      var isFolded = false
      let allFit = phrase.words.indices.allSatisfy {
        fits(phrase.words[$0], text, start + $0, &isFolded)
      }
      if allFit {
        found.append(
          PhraseMatch(
            payload: phrase.payload, tokens: start..<(start + phrase.words.count),
            isFolded: isFolded))
      }
    }
  }

  private func fits(
    _ pattern: WordPattern, _ text: TokenizedText, _ index: Int, _ isFolded: inout Bool
  ) -> Bool {
    let token = text.tokens[index]
    let word = text.exact[token.exact]
    if fits(word, pattern.exact, pattern.ending) { return true }
    // Without its accents only where the word has none at all.
    guard pattern.exact != pattern.folded, token.exact.count == token.folded.count,
      !text.isAccented(index), fits(word, pattern.folded, pattern.ending)
    else { return false }
    isFolded = true
    return true
  }

  private func fits(_ word: ArraySlice<UInt8>, _ pattern: [UInt8], _ ending: Ending) -> Bool {
    switch ending {
    case .anyWord: return true
    case .exact: return word.elementsEqual(pattern)
    case .anyEnding: return word.starts(with: pattern)
    case .anyBeginning:
      return word.count >= pattern.count && word.suffix(pattern.count).elementsEqual(pattern)
    case .listed:
      guard word.starts(with: pattern) else { return false }
      let rest = word.dropFirst(pattern.count)
      return rest.isEmpty || endings.contains { rest.elementsEqual($0) }
    }
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var state = FeatureHash(.word)
    state.mix(bytes)
    return state.value
  }
}
