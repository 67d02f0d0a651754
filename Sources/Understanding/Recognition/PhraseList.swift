/// Words and phrases, collected for a ``PhraseMatcher``.
package struct PhraseList {
  struct Word {
    let exact: [UInt8]
    let folded: [UInt8]
    let ending: PhraseMatcher.Ending
  }

  private(set) var phrases: [(payload: Int32, words: [Word])] = []
  /// Endings that names take: "s", "trakten".
  let endings: [[UInt8]]

  /// A list; `endings` are those that phrases added with `takesEndings` may have.
  package init(endings: [String] = []) {
    self.endings = endings.map { Array($0.utf8) }
  }

  package mutating func add(_ phrase: String, payload: Int32, takesEndings: Bool = false) {
    let words = phrase.split(separator: " ").compactMap { word -> Word? in
      var text = word
      var ending = PhraseMatcher.Ending.exact
      if word == "*" { return Word(exact: [], folded: [], ending: .anyWord) }
      if text.hasSuffix("*") {
        text = text.dropLast()
        ending = .anyEnding
      } else if text.hasPrefix("*") {
        text = text.dropFirst()
        ending = .anyBeginning
      }
      let tokens = TokenizedText(String(text))
      guard !tokens.exact.isEmpty else { return nil }
      return Word(exact: tokens.exact, folded: tokens.folded, ending: ending)
    }
    // "015-åring" and other words that the tokenizer cuts are phrases of several words.
    let isPlain = words.allSatisfy { $0.ending == .exact }
    var patterns = words
    if isPlain {
      let tokens = TokenizedText(phrase)
      patterns = tokens.tokens.map {
        Word(
          exact: Array(tokens.exact[$0.exact]), folded: Array(tokens.folded[$0.folded]),
          ending: .exact)
      }
    }
    if takesEndings, let last = patterns.popLast() {
      patterns.append(Word(exact: last.exact, folded: last.folded, ending: .listed))
    }
    if !patterns.isEmpty { phrases.append((payload, patterns)) }
  }
}
