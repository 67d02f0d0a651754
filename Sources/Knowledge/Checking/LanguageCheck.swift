/// Holds the blocks of every topic and part against the languages that the folder speaks.
struct LanguageCheck {
  private(set) var problems: [Problem] = []

  /// - Parameters:
  ///   - firstLines: The first line of each topic's file, to point at.
  ///   - broken: The files in which something is wrong already.
  init(
    _ topics: [Topic], _ languages: [LanguageCode], firstLines: [TopicID: SourceLine],
    broken: Set<String>
  ) {
    // A file without any block may have lost it to a slip that is reported already.
    for topic in topics where !topic.texts.isEmpty || !broken.contains(topic.file) {
      for code in languages where topic.texts[code] == nil {
        let cause = KnowledgeCause.missingLanguage(code)
        problems.append(
          firstLines[topic.id].map { Problem(.error, cause, at: $0.atMark) }
            ?? Problem(.error, cause, at: Position(file: topic.file)))
      }
      for (code, text) in topic.texts where !languages.contains(code) {
        reportUnknownLanguage(code, languages, text.position)
      }
      for part in topic.parts {
        for code in languages where topic.texts[code] != nil && part.texts[code] == nil {
          problems.append(
            Problem(
              .error, KnowledgeCause.missingPartLanguage(part.id, code), at: part.position,
              sourceLine: "-- " + part.writtenName))
        }
        for (code, text) in part.texts where topic.texts[code] == nil {
          reportUnknownLanguage(code, languages, text.position)
        }
      }
    }
  }

  private mutating func reportUnknownLanguage(
    _ code: LanguageCode, _ known: [LanguageCode], _ position: Position
  ) {
    problems.append(
      Problem(
        .error, KnowledgeCause.unknownValue(key: "==", value: code, known: known), at: position,
        sourceLine: "== " + code))
  }
}
