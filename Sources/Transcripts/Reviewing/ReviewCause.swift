import Knowledge

/// What is allowed in a knowledge folder but should be looked at.
package enum ReviewCause: ProblemCause, Equatable {
  case unreachedTopic(TopicID)
  /// Scores in hundredths.
  case takenExample(by: TopicID, theirs: Int, own: Int)
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
}
