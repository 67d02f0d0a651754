extension String {
  /// Whether the text states a fact, in any case; both in their ``comparisonForm``.
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
