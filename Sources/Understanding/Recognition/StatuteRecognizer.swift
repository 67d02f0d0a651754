import Knowledge

/// Finds paragraphs of laws in any writing: "6 kap. 12 §", "BrB 4:1a", "chapter 6 section 12",
/// "5:15 utlänningslagen".
struct StatuteRecognizer: Sendable {
  private let chapterWords: PhraseMatcher
  private let sectionWords: PhraseMatcher
  private let lawNames: PhraseMatcher

  /// A text of so few words that "6:12" in it can only be a paragraph.
  private static let fewWords = 4

  init(knowledge: KnowledgeBase) {
    chapterWords = PhraseMatcher(knowledge: knowledge, role: .statuteChapter)
    sectionWords = PhraseMatcher(knowledge: knowledge, role: .statuteSection)
    lawNames = PhraseMatcher(knowledge: knowledge, role: .lawName)
  }

  func mentions(in text: TokenizedText) -> [StatuteMention] {
    guard text.tokens.contains(where: { text.leadingNumber($0) != nil }) else { return [] }
    let chapters = Set(chapterWords.matches(in: text).map(\.tokens.lowerBound))
    let sections = Set(sectionWords.matches(in: text).map(\.tokens.lowerBound))
    let laws = lawNames.matches(in: text)
    var found: [StatuteMention] = []
    var index = 0
    while index < text.tokens.count {
      let mention =
        numberFirst(text, index, chapters, sections) ?? wordFirst(text, index, chapters, sections)
        ?? colon(text, index, laws)
      if let mention {
        found.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// "6 kap. 12 §", "4 kap 1 a §", "6 kap 12".
  private func numberFirst(
    _ text: TokenizedText, _ start: Int, _ chapters: Set<Int>, _ sections: Set<Int>
  ) -> StatuteMention? {
    guard start + 2 < text.tokens.count, let chapter = text.number(start),
      chapters.contains(start + 1),
      let (section, letter) = text.leadingNumber(text.tokens[start + 2])
    else { return nil }
    return mention(text, chapter, section, letter, start, after: start + 3, sections)
  }

  /// "chapter 6 section 12", "kapitel 6 paragraf 12".
  private func wordFirst(
    _ text: TokenizedText, _ start: Int, _ chapters: Set<Int>, _ sections: Set<Int>
  ) -> StatuteMention? {
    guard chapters.contains(start), start + 2 < text.tokens.count,
      let chapter = text.number(start + 1)
    else { return nil }
    let numberAt = sections.contains(start + 2) ? start + 3 : start + 2
    guard numberAt < text.tokens.count,
      let (section, letter) = text.leadingNumber(text.tokens[numberAt])
    else { return nil }
    return mention(text, chapter, section, letter, start, after: numberAt + 1, sections)
  }

  /// "6:12" beside the name of a law, or almost alone.
  private func colon(_ text: TokenizedText, _ start: Int, _ laws: [PhraseMatch]) -> StatuteMention?
  {
    guard start + 1 < text.tokens.count, let chapter = text.number(start),
      text.tokens[start + 1].joint == UInt8(ascii: ":"),
      let (section, letter) = text.leadingNumber(text.tokens[start + 1])
    else { return nil }
    let isNamed = laws.contains {
      abs($0.tokens.lowerBound - (start + 2)) <= 2 || abs($0.tokens.upperBound - start) <= 2
    }
    guard isNamed || text.tokens.count <= Self.fewWords else { return nil }
    return mention(text, chapter, section, letter, start, after: start + 2, [])
  }

  private func mention(
    _ text: TokenizedText, _ chapter: Int, _ section: Int, _ letter: String, _ start: Int,
    after: Int, _ sections: Set<Int>
  ) -> StatuteMention {
    var letter = letter
    var end = after
    // "1 a §": the letter apart.
    if letter.isEmpty, end < text.tokens.count, text.tokens[end].exact.count == 1,
      !text.tokens[end].isNumber, end + 1 == text.tokens.count || sections.contains(end + 1)
    {
      letter = text.word(end)
      end += 1
    }
    if end < text.tokens.count, sections.contains(end) { end += 1 }
    return StatuteMention(
      statute: Statute(chapter: chapter, section: section, letter: letter), tokens: start..<end)
  }
}

extension TokenizedText {
  /// The number at the start of a word and the one letter after it: "1a" is 1 and a.
  fileprivate func leadingNumber(_ token: Token) -> (Int, String)? {
    let bytes = exact[token.exact]
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count <= 3, bytes.count - digits.count <= 1,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return (number, String(decoding: bytes.dropFirst(digits.count), as: UTF8.self))
  }
}
