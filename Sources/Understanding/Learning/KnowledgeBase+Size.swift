import Knowledge

extension KnowledgeBase {
  /// A knowledge of so many wordings at most is small.
  private static let fewWordings = 3000

  /// Whether it has so few wordings that it is learnt from in other ways too: by what it answers, and by
  /// what its words are not.
  var isSmall: Bool {
    topics.reduce(0) { $0 + $1.wordingCount } <= Self.fewWordings
  }
}

extension Topic {
  /// The wordings of the topic and its parts in all languages.
  fileprivate var wordingCount: Int {
    let whole = texts.values.reduce(0) { $0 + $1.examples.count }
    return parts.reduce(whole) { count, part in
      part.texts.values.reduce(count) { $0 + $1.examples.count }
    }
  }
}
