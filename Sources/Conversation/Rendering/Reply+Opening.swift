import Knowledge
import Understanding

extension Reply {
  /// How many lines of a contact, and how many sentences of another answer, a hurried reader reads.
  private static let openingLines = 6
  private static let openingSentences = 2

  /// What a hurried reader reads: of a contact its first lines, else the first two sentences, of which
  /// a line's end ends one.
  package var opening: String {
    if kind == .contact { return text.prefix(Self.openingLines).joined(separator: " ") }
    var sentences: [String] = []
    for line in text where !line.isEmpty {
      sentences += TokenizedText(line).sentences
        .filter { $0.contains { $0.isLetter || $0.isNumber } }
      if sentences.count >= Self.openingSentences { break }
    }
    return sentences.prefix(Self.openingSentences).joined(separator: " ")
  }
}
