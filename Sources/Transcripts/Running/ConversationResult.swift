import Conversation
import Knowledge

/// What an answer lacked.
package enum Mismatch: Equatable, Sendable {
  case topic(expected: [TopicID], got: [TopicID])
  case language(expected: LanguageCode, got: LanguageCode)
  case missing(SourceLine)
  case missingInOpening(SourceLine, opening: String)
  case present(SourceLine)
  case answer(expected: [String], got: [String])
}

/// A wording of a question, and how it was answered.
package struct WordingResult: Sendable {
  package let wording: SourceLine
  /// Empty where the answer is as the transcript says.
  package let mismatches: [Mismatch]
  package let reply: Reply
}

/// What came of a turn.
package struct TurnResult: Sendable {
  package let turn: TranscriptTurn
  /// One for each wording, in their order.
  package let wordings: [WordingResult]

  package var failures: [WordingResult] { wordings.filter { !$0.mismatches.isEmpty } }
}

/// What came of a conversation.
package struct ConversationResult: Sendable {
  package enum Outcome: Equatable, Sendable {
    case passed
    case failed
    /// It fails, as it is known to.
    case failedAsKnown
    /// It is known to fail, but passes.
    case passedUnexpectedly
  }

  package let conversation: TranscriptConversation
  package let turns: [TurnResult]

  package var failures: [WordingResult] { turns.flatMap(\.failures) }

  package var outcome: Outcome {
    switch (failures.isEmpty, conversation.knownFailure != nil) {
    case (true, false): .passed
    case (false, false): .failed
    case (false, true): .failedAsKnown
    case (true, true): .passedUnexpectedly
    }
  }

  /// Whether the outcome is as it should be.
  package var isGood: Bool { outcome == .passed || outcome == .failedAsKnown }
}
