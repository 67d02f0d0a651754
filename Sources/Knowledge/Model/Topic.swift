/// The path of a topic's file below the knowledge folder, without the extension: `law/sex-purchase`.
package typealias TopicID = String

/// A language as the knowledge names it in its blocks: `sv`, `en`.
package typealias LanguageCode = String

/// What an answer is about; decides how it is rendered and ranked.
package enum TopicKind: String, CaseIterable, Sendable {
  case safety, contact, duty, law, right, permit, process, about, dialogue
}

/// What a topic does for the assistant itself.
package enum TopicRole: String, CaseIterable, Sendable {
  /// Answers what the knowledge does not cover.
  case unknown
  /// Asks back between titles.
  case choice
  case greeting
  case thanks
  case help
  /// Says where the last answer comes from.
  case source
  /// Asks for a place when a contact is asked for without one.
  case askPlace = "ask-place"
  /// Answers for a place that no contact covers.
  case unlisted
  /// Ends a talk in which what was asked back is denied.
  case denied
}

/// Everything the knowledge says of one topic.
package struct Topic: Sendable {
  package let id: TopicID
  package let kind: TopicKind
  package let role: TopicRole?
  /// The section of the source, as the source names it; nil where there is none.
  package let section: String?
  /// The year or date of the source.
  package let asOf: String?
  /// When a person should look at the facts again: `YYYY-MM-DD`.
  package let reviewBy: String?
  /// Where ``reviewBy`` stands.
  package let reviewByPosition: Position?
  /// Statutes that the topic states, in the source's writing: `brottsbalken 6 kap. 11 §`.
  package let statutes: [String]
  package let related: [TopicID]
  /// Where each of ``related`` stands.
  package let relatedPositions: [Position]
  /// For a contact: the areas it serves, by their names in the places.
  package let covers: [String]
  /// For a contact: who can be reached.
  package let persons: [Person]
  /// What the answer must state in every language.
  package let facts: [Fact]
  /// One for each language of the knowledge.
  package let texts: [LanguageCode: TopicText]
  /// The file.
  package let file: String

  package func text(in language: LanguageCode) -> TopicText? { texts[language] }
}

/// A topic in one language.
package struct TopicText: Sendable {
  package let title: String
  package let answer: [AnswerLine]
  package let facts: [Fact]
  package let examples: [Example]
  package let parts: [AnswerPart]
  /// Where the block begins.
  package let position: Position
  /// When the text was last changed in what it says, where it is marked: `YYYY-MM-DD`.
  package let revised: String?
  /// The date of the original that a translation was made from, where it is marked.
  package let translated: String?
}

/// A line of an answer.
package struct AnswerLine: Equatable, Sendable {
  package enum Style: Sendable {
    case text
    /// Of an exact quotation.
    case quotation
  }
  package let style: Style
  /// Empty for an empty line.
  package let text: String
  package let position: Position
}

/// Something a person may say, with the place it stands in.
package struct Example: Equatable, Sendable {
  package let text: String
  package let position: Position
}

/// Something that an answer must state.
package struct Fact: Equatable, Sendable {
  package let text: String
  package let line: SourceLine
}

/// A part of an answer that a follow-up may ask for on its own.
package struct AnswerPart: Sendable {
  package let name: String
  package let examples: [Example]
  /// Empty where another topic answers.
  package let answer: [AnswerLine]
  /// The topic that answers the follow-up instead; beside an answer, the topic that it is of: the one of
  /// what the source does not answer.
  package let see: TopicID?
  package let position: Position
}

/// Somebody who can be reached.
package struct Person: Equatable, Sendable {
  package let name: String
  package let telephones: [String]
  package let mail: String?
  /// The concepts that the person is responsible for; empty for everything.
  package let handles: [String]
  package let position: Position
}
