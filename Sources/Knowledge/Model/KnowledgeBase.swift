/// All that the assistant knows: content, loaded and checked.
package struct KnowledgeBase: Sendable {
  /// In the order of their ids.
  package let topics: [Topic]
  /// The languages of the knowledge, in the order of their codes; at least one.
  package let languages: [LanguageCode]
  package let concepts: [Concept]
  /// Wordings in which any subject can be asked for by its name.
  package let frames: [Frame]
  package let gazetteer: Gazetteer
  package let phrases: [LanguageCode: Phrases]
  /// Words and sentences of languages that the knowledge does not speak, to recognise them by.
  package let foreignWords: [Example]
  /// Eight hexadecimal digits over every byte that was read.
  package let digest: String

  private let topicIndex: [TopicID: Int]

  package init(
    topics: [Topic], languages: [LanguageCode], concepts: [Concept] = [],
    frames: [Frame] = [], gazetteer: Gazetteer = Gazetteer(),
    phrases: [LanguageCode: Phrases] = [:],
    foreignWords: [Example] = [], digest: String
  ) {
    self.topics = topics.sorted { $0.id < $1.id }
    self.languages = languages
    self.concepts = concepts
    self.frames = frames
    self.gazetteer = gazetteer
    self.phrases = phrases
    self.foreignWords = foreignWords
    self.digest = digest
    topicIndex = Dictionary(
      self.topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func topic(_ id: TopicID) -> Topic? {
    topicIndex[id].map { topics[$0] }
  }

  /// The first topic with a role; nil where the knowledge has none.
  package func topic(role: TopicRole) -> Topic? {
    topics.first { $0.role == role }
  }

  /// The topic that answers what the knowledge does not cover; the name that replies give it where the
  /// knowledge has none.
  package var unknownID: TopicID { topic(role: .unknown)?.id ?? "dialogue/unknown" }

  /// A phrase of the assistant in a language, with its placeholders filled in; where the knowledge
  /// words none, a plain one that every folder has.
  package func phrase(
    _ name: String, in language: LanguageCode, _ values: [String: String] = [:]
  ) -> String {
    phrases[language]?[name, values] ?? Phrases.fallback(in: language)[name, values] ?? ""
  }

  /// The first words of a talk, with the date of the youngest source; empty where there are none.
  package func welcome(in language: LanguageCode) -> String {
    phrase("welcome", in: language, ["date": topics.compactMap(\.asOf).max() ?? "–"])
  }
}
