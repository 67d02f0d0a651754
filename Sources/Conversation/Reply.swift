import Knowledge
import Understanding

/// A line of a reply.
package struct ReplyLine: Equatable, Sendable {
  /// What a line is, so that a terminal can set it apart.
  package enum Style: Sendable {
    case heading, text, quotation, person, contact, choice, note, source
  }
  package let style: Style
  package let text: String

  package init(_ style: Style, _ text: String) {
    self.style = style
    self.text = text
  }
}

/// A topic that may be meant, or may help next.
package struct Suggestion: Equatable, Sendable {
  package let topic: TopicID
  package let title: String
}

/// Where an answer comes from.
package struct Source: Hashable, Sendable {
  package let section: String
  /// The year or date; nil where the knowledge gives none.
  package let asOf: String?

  /// `Kontakt / Region Syd (2018)`.
  package var description: String { asOf.map { "\(section) (\($0))" } ?? section }
}

/// An answer with all that a reader or a program may want to know of it.
package struct Reply: Equatable, Sendable {
  /// The main topic first; at least one.
  package var topics: [TopicID]
  /// The parts that answered, where parts did.
  package var parts: [TopicReference] = []
  package var title: String
  package var kind: TopicKind
  package var language: LanguageCode
  /// 0 to 1.
  package var confidence: Float
  package var lines: [ReplyLine]
  package var sources: [Source] = []
  package var suggestions: [Suggestion] = []
  /// The people whom the reply names.
  package var contacts: [Person] = []
  package var explanation: Explanation

  /// The reply's words, a line each.
  package var text: [String] { lines.map(\.text) }
}

extension Reply {
  /// How many lines of a contact, and how many sentences of another answer, a hurried reader reads.
  private static let openingLines = 6
  private static let openingSentences = 2

  /// What a hurried reader reads: of a contact its first lines, else the first two sentences, of which
  /// a line's end ends one.
  package var opening: String {
    if kind == .contact { return text.prefix(Self.openingLines).joined(separator: " ") }
    var sentences: [String] = []
    for line in text where !line.isEmpty {
      sentences += TokenizedText(line).sentences
        .filter { $0.contains { $0.isLetter || $0.isNumber } }
      if sentences.count >= Self.openingSentences { break }
    }
    return sentences.prefix(Self.openingSentences).joined(separator: " ")
  }
}

/// Why a reply was chosen.
package struct Explanation: Equatable, Sendable {
  /// What decided.
  package enum Reason: String, Sendable {
    case danger, place, person, ranking, part
    case followUp = "follow-up"
    case pending, unsure, foreign
    case unknownStatute = "unknown-statute"
    case language, source, denied, choice
    case askPlace = "ask-place"
  }
  package struct Word: Equatable, Sendable {
    package let text: String
    package let weight: Float
  }
  package struct Rank: Equatable, Sendable {
    package let topic: TopicID
    package let title: String
    package let probability: Float
  }
  package var reason: Reason
  /// Words that the knowledge holds and that counted most, for and against.
  package var words: [Word] = []
  /// The likeliest topics.
  package var ranks: [Rank] = []
  /// How likely danger was: 0 to 1.
  package var danger: Float = 0
}
