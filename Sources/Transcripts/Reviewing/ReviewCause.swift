import Knowledge

/// What is allowed in a knowledge folder but should be looked at.
package enum ReviewCause: ProblemCause, Equatable, Sendable {
  case unreachedTopic(TopicID)
  /// Scores in hundredths.
  case takenExample(by: TopicID, theirs: Int, own: Int)
  case strayExample(words: TopicID, theirs: Int, own: Int)
  case otherContact(by: TopicID)
  case askedBack(own: Int)
  case unansweredExample(own: Int)
  case alarmingExample(danger: Int)
  case calmExample(by: TopicID, danger: Int)
  case nearlyEqual(to: String, topic: TopicID, at: Position)
  case fewWordings(language: LanguageCode, count: Int, other: LanguageCode, otherCount: Int)
  case olderTranslation(
    language: LanguageCode, date: String, other: LanguageCode, otherDate: String)
  case pastReview(date: String)
  case oneWayRelation(TopicID)
  /// The key that is missing.
  case noSource(String)
  case ordinaryWord(String)
  case unformatted
  /// Where the same question is held out.
  case heldOut(Position)
  case otherLanguage(LanguageCode, in: LanguageCode)
  case lackingTwin(
    Twin, language: LanguageCode, count: Int, other: LanguageCode, otherCount: Int)
  /// Numbers of one language that another lacks, and the other way round, with the other's line.
  case otherNumbers(
    [String], in: LanguageCode, others: [String], of: LanguageCode, line: String, at: Position)
  case unsaidArea(String, language: LanguageCode)
  case surplusArea(String, contact: TopicID)
  case unlistedArea(String, contact: TopicID)
  case rareKind(String, nearest: String)

  /// What a text has in one language and should have in each.
  package enum Twin: Equatable, Sendable {
    case facts, quotations, wordings, names, frames
  }

  /// The same for causes that say the same of different places: warnings of one file that have it in
  /// common are told together.
  package var kind: String {
    switch self {
    case .takenExample(let by, _, _): "taken \(by)"
    case .strayExample(let words, _, _): "stray \(words)"
    case .otherContact(let by): "contact \(by)"
    case .askedBack: "asked back"
    case .unansweredExample: "unanswered"
    case .alarmingExample: "alarming"
    case .calmExample: "calm"
    case .nearlyEqual(_, let topic, _): "nearly \(topic)"
    case .fewWordings(let language, _, _, _): "few \(language)"
    case .olderTranslation(let language, _, _, _): "older \(language)"
    case .heldOut: "held out"
    case .otherLanguage(let language, let own): "language \(language) \(own)"
    case .lackingTwin(let twin, let language, _, _, _): "twin \(twin) \(language)"
    case .otherNumbers: "numbers"
    default: wording(in: .english).message
    }
  }

  /// Whether the question is answered where it stands all the same.
  var isStray: Bool { if case .strayExample = self { true } else { false } }
}
