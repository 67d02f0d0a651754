import Knowledge

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
  enum Ending: UInt32 {
    case exact, anyEnding, anyBeginning, anyWord
    /// The endings of ``PhraseList/endings``.
    case listed
  }

  /// A word of a phrase: places in ``bytes``.
  private struct Word: BitwiseCopyable, Sendable {
    let exactStart: UInt32
    let exactCount: UInt32
    let foldedStart: UInt32
    let foldedCount: UInt32
    let ending: UInt32
  }

  private struct Phrase: BitwiseCopyable, Sendable {
    let payload: Int32
    let firstWord: UInt32
    let wordCount: UInt32
  }

  /// Letters where they lie, in a text or in ``bytes``: a slice of an array would count its owners at
  /// every step.
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private let phrases: Table<Phrase>
  private let words: Table<Word>
  private let bytes: Table<UInt8>
  /// The phrases that begin with a word: by whole words, by their beginnings, and by their ends.
  private let whole: HashedLists
  private let beginnings: HashedLists
  private let ends: HashedLists
  /// Endings one after the other, each with a 0 behind it.
  private let endings: Table<UInt8>

  package init(_ list: PhraseList) {
    var phrases: [Phrase] = []
    var words: [Word] = []
    var bytes: [UInt8] = []
    var whole = HashedLists.Draft()
    var beginnings = HashedLists.Draft()
    var ends = HashedLists.Draft()
    for (payload, patterns) in list.phrases {
      let number = Int32(phrases.count)
      phrases.append(
        Phrase(
          payload: payload, firstWord: UInt32(words.count), wordCount: UInt32(patterns.count)))
      for word in patterns {
        words.append(
          Word(
            exactStart: UInt32(bytes.count), exactCount: UInt32(word.exact.count),
            foldedStart: UInt32(bytes.count + word.exact.count),
            foldedCount: UInt32(word.folded.count), ending: word.ending.rawValue))
        bytes += word.exact + word.folded
      }
      let first = patterns[0]
      let (exact, folded) = (FeatureHash.word(first.exact), FeatureHash.word(first.folded))
      for key in exact == folded ? [exact] : [exact, folded] {
        switch first.ending {
        case .exact: whole.add(number, to: key)
        case .anyEnding, .listed: beginnings.add(number, to: key)
        case .anyBeginning: ends.add(number, to: key)
        case .anyWord: break
        }
      }
    }
    self.whole = HashedLists(whole)
    self.beginnings = HashedLists(beginnings)
    self.ends = HashedLists(ends)
    self.phrases = Table(phrases)
    self.words = Table(words)
    self.bytes = Table(bytes)
    endings = Table(list.endings.flatMap { $0 + [0] })
  }

  package var isEmpty: Bool { phrases.count == 0 }

  /// Every phrase found, in the order of their first words; phrases may overlap.
  package func matches(in text: TokenizedText) -> [PhraseMatch] {
    var found: [PhraseMatch] = []
    guard !isEmpty else { return found }
    text.exact.withUnsafeBufferPointer { letters in
      for (index, token) in text.tokens.enumerated() {
        let word = Bytes(rebasing: letters[token.exact])
        var state = FeatureHash(.word)
        for (place, letter) in word.enumerated() {
          state.mix(letter)
          // One letter is no beginning.
          guard place > 0 else { continue }
          beginnings.forEach(state.value) { check($0, at: index, in: text, letters, &found) }
        }
        whole.forEach(state.value) { check($0, at: index, in: text, letters, &found) }
        // Two letters are no end.
        guard word.count >= 3, !ends.isEmpty else { continue }
        for start in 0..<word.count - 2 {
          let end = Bytes(rebasing: word[start...])
          ends.forEach(FeatureHash.word(end)) { check($0, at: index, in: text, letters, &found) }
        }
      }
    }
    return found
  }

  private func check(
    _ number: Int, at start: Int, in text: TokenizedText, _ letters: Bytes,
    _ found: inout [PhraseMatch]
  ) {
    let phrase = phrases[number]
    let end = start + Int(phrase.wordCount)
    guard end <= text.tokens.count else { return }
    var isFolded = false
    for index in start..<end {
      let word = words[Int(phrase.firstWord) + index - start]
      guard fits(word, text.tokens[index], letters, &isFolded) else { return }
    }
    found.append(PhraseMatch(payload: phrase.payload, tokens: start..<end, isFolded: isFolded))
  }

  private func fits(
    _ pattern: Word, _ token: Token, _ letters: Bytes, _ isFolded: inout Bool
  ) -> Bool {
    guard let ending = Ending(rawValue: pattern.ending) else { return false }
    let word = Bytes(rebasing: letters[token.exact])
    let exact = slice(pattern.exactStart, pattern.exactCount)
    if fits(word, exact, ending) { return true }
    // Without its accents only where the word has none at all.
    let folded = slice(pattern.foldedStart, pattern.foldedCount)
    guard token.exact.count == token.folded.count, !exact.elementsEqual(folded),
      word.allSatisfy({ $0 < 0x80 }), fits(word, folded, ending)
    else { return false }
    isFolded = true
    return true
  }

  private func fits(_ word: Bytes, _ pattern: Bytes, _ ending: Ending) -> Bool {
    switch ending {
    case .anyWord: return true
    case .exact: return word.count == pattern.count && word.starts(with: pattern)
    case .anyEnding: return word.starts(with: pattern)
    case .anyBeginning:
      return word.count >= pattern.count
        && Bytes(rebasing: word[(word.count - pattern.count)...]).starts(with: pattern)
    case .listed:
      guard word.starts(with: pattern) else { return false }
      return isEnding(Bytes(rebasing: word[pattern.count...]))
    }
  }

  /// Whether what follows a name is nothing, or one of the endings.
  private func isEnding(_ rest: Bytes) -> Bool {
    if rest.isEmpty { return true }
    return endings.elements.split(separator: 0).contains { $0.elementsEqual(rest) }
  }

  private func slice(_ start: UInt32, _ count: UInt32) -> Bytes {
    Bytes(rebasing: bytes.elements[Int(start)..<Int(start) + Int(count)])
  }
}

extension PhraseMatcher {
  func write(to writer: inout TableWriter) {
    writer.write(phrases)
    writer.write(words)
    writer.write(bytes)
    whole.write(to: &writer)
    beginnings.write(to: &writer)
    ends.write(to: &writer)
    writer.write(endings)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    phrases = try reader.table()
    words = try reader.table()
    bytes = try reader.table()
    whole = try HashedLists(from: &reader)
    beginnings = try HashedLists(from: &reader)
    ends = try HashedLists(from: &reader)
    endings = try reader.table()
  }
}
