/// The path of a topic's file below the knowledge folder, without the extension: `law/sex-purchase`.
package typealias TopicID = String

/// A language as the knowledge names it in its blocks: `sv`, `en`.
package typealias LanguageCode = String

/// The name of a part within its topic: `penalty`.
package typealias PartID = String

/// What an answer is about. Three kinds mean something to the program; any other word is the
/// folder's own.
package struct TopicKind: Hashable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// Answers an emergency, before anything else.
  package static let safety = TopicKind("safety")
  /// Says who can be reached; places and names decide between contacts.
  package static let contact = TopicKind("contact")
  /// No subject of the knowledge: greetings, help, what is not known.
  package static let dialogue = TopicKind("dialogue")
  /// What a topic is that says nothing else.
  package static let about = TopicKind("about")
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
  /// Says which areas belong to which contact.
  case regions
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
  package internal(set) var facts: [Fact]
  /// One for each language of the knowledge.
  package internal(set) var texts: [LanguageCode: TopicText]
  /// What of the answer can be asked for on its own.
  package internal(set) var parts: [AnswerPart]
  /// The file.
  package let file: String

  package func text(in language: LanguageCode) -> TopicText? { texts[language] }

  /// The place of a part in ``parts``; nil where the topic has none of the name.
  package func partIndex(_ id: PartID) -> Int? { parts.firstIndex { $0.id == id } }

  /// Whether it is a contact between which and others no place can decide: its title, names and wordings do.
  package var isFoundByWords: Bool { Self.isFoundByWords(kind, role, covers: covers) }

  static func isFoundByWords(_ kind: TopicKind, _ role: TopicRole?, covers: [String]) -> Bool {
    kind == .contact && role == nil && covers.isEmpty
  }
}

/// A topic, or a part of one, as other lines name it: `law/sex-purchase`, `law/sex-purchase#penalty`.
package struct TopicReference: Hashable, Sendable {
  package let topic: TopicID
  package let part: PartID?

  package init(topic: TopicID, part: PartID? = nil) {
    self.topic = topic
    self.part = part
  }

  package init(_ text: String) {
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    topic = halves.first.map(String.init) ?? ""
    part = halves.count > 1 ? String(halves[1]) : nil
  }

  package var description: String { part.map { "\(topic)#\($0)" } ?? topic }
}

/// A topic in one language.
package struct TopicText: Sendable {
  package let title: String
  /// What the subject is called, in the form that fits into ``KnowledgeBase/frames``.
  package let names: [Example]
  package internal(set) var answer: [AnswerLine]
  package internal(set) var facts: [Fact]
  /// Questions as wide as the topic.
  package internal(set) var examples: [Example]
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
  package internal(set) var text: String
  package let position: Position
}

/// Something a person may say, with the place it stands in.
package struct Example: Equatable, Sendable {
  package let text: String
  package let position: Position
  /// Whether it says something only after the topic was spoken of: "and how long?".
  package let leans: Bool

  package init(text: String, position: Position, leans: Bool = false) {
    self.text = text
    self.position = position
    self.leans = leans
  }
}

/// Something that an answer must state.
package struct Fact: Equatable, Sendable {
  package internal(set) var text: String
  package let line: SourceLine
}

/// A part of an answer, that a question may ask for on its own.
package struct AnswerPart: Sendable {
  package let id: PartID
  /// What answers instead; beside an answer, the topic that it is of: the one of what the source does
  /// not answer.
  package let see: TopicReference?
  /// One for each language of the knowledge.
  package internal(set) var texts: [LanguageCode: PartText]
  package let position: Position

  /// How the line that begins the part names it.
  var writtenName: String {
    texts.values.first { $0.position == position }?.title ?? id
  }

  /// Whether another topic answers.
  package var isElsewhere: Bool { see != nil && texts.values.allSatisfy { $0.answer.isEmpty } }
}

/// A part in one language.
package struct PartText: Sendable {
  package let title: String
  /// Empty where another topic answers.
  package internal(set) var answer: [AnswerLine]
  package internal(set) var facts: [Fact]
  package internal(set) var examples: [Example]
  /// Where the block begins.
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
