import Knowledge

extension KnowledgeReview {
  mutating func reviewAge(_ topic: Topic, _ today: String) {
    if let date = topic.reviewBy, topic.isPastReview(on: today) {
      warn(.pastReview(date: date), topic.reviewByPosition ?? Position(file: topic.file))
    }
  }

  /// Texts that are older than the one they say the same as.
  ///
  /// A block with `translated:` is a translation, of the original as it was on that date. Where no
  /// block has it the dates of the last changes tell which text lags behind.
  mutating func reviewTranslations(_ topic: Topic, _ changed: [LanguageCode: String]) {
    let texts = topic.texts.sorted { $0.key < $1.key }
    let isMarked = texts.contains { $0.value.translated != nil }
    for (code, text) in texts where !isMarked || text.translated != nil {
      guard let own = text.translated ?? changed[code] else { continue }
      for (other, otherText) in texts where other != code && otherText.translated == nil {
        guard let original = otherText.revised ?? changed[other], own < original else { continue }
        warn(
          .olderTranslation(language: code, date: own, other: other, otherDate: original),
          text.position)
      }
    }
  }
}

extension Topic {
  /// Whether a person should have looked at the facts before `today`, a date: a month or a year is past
  /// when it has ended.
  func isPastReview(on today: String) -> Bool {
    reviewBy.map { $0 < today.prefix($0.count) } ?? false
  }
}
