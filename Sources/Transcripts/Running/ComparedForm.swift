import Knowledge

/// How lines of a transcript are held against an answer: runs of spaces and kinds of dash are
/// forgiven, and two ways to encode a letter are one; å is never a.
extension String {
  /// The line with single spaces and one kind of dash; case and letters as they are.
  package var comparedForm: String {
    var form = ""
    for word in split(whereSeparator: \.isWhitespace) {
      if !form.isEmpty { form.append(" ") }
      form += word.map { "‐‑‒–—−".contains($0) ? "-" : String($0) }.joined()
    }
    return form
  }

  /// Whether the text states a fact, in any case; both in their ``factForm``.
  ///
  /// Compared by whole characters: the "a" of a decomposed "å" is no "a".
  package func states(_ fact: String) -> Bool {
    let text = Array(self)
    let sought = Array(fact)
    guard let first = sought.first else { return true }
    guard text.count >= sought.count else { return false }
    return (0...(text.count - sought.count)).contains { start in
      text[start] == first && text[start..<(start + sought.count)].elementsEqual(sought)
    }
  }
}
