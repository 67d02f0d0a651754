import Knowledge

/// A file of conversations and what the assistant must answer in them.
package struct Transcript: Sendable {
  /// The path as it is shown to the reader.
  package let file: String
  package let conversations: [TranscriptConversation]
}

/// A conversation: it begins with an empty memory.
package struct TranscriptConversation: Sendable {
  package let title: String
  package let position: Position
  /// The language that every answer must have; nil where none is said.
  package let language: LanguageCode?
  /// Why the conversation is known to fail; nil where it must not.
  package let knownFailure: String?
  package let turns: [TranscriptTurn]
}

/// What the user says, and what the answer must be like.
package struct TranscriptTurn: Sendable {
  /// Wordings, each tried in the same state; the talk goes on from the first.
  package let wordings: [SourceLine]
  /// The lines that name topics, one or several each; empty where none is said.
  package let topics: [SourceLine]
  package let required: [SourceLine]
  /// What the answer's opening must contain: alternatives between `|`.
  package let opening: [SourceLine]
  package let forbidden: [SourceLine]
  /// The whole answer, a line each; empty where none is said.
  package let answer: [SourceLine]
  /// The answer is to be of any of these.
  package var references: [TopicReference] {
    topics.flatMap { $0.separated(by: " ").map { TopicReference($0.text) } }
  }
  package var topicIDs: [TopicID] { references.map(\.topic) }
  /// The last line that says something of the turn, after which more can be said.
  package var end: Int {
    (wordings + topics + required + opening + forbidden + answer).map(\.position.line).max() ?? 0
  }
}
