import Conversation
import Knowledge

/// What an answer lacked.
package enum Mismatch: Equatable, Sendable {
  case topic(expected: [TopicID], got: [TopicID])
  case language(expected: LanguageCode, got: LanguageCode)
  case missing(SourceLine)
  case present(SourceLine)
  case answer(expected: [String], got: [String])
}

/// A wording that was not answered as the transcript says.
package struct TurnFailure: Sendable {
  package let wording: SourceLine
  package let mismatches: [Mismatch]
  package let reply: Reply
}

/// What came of a conversation.
package struct ConversationResult: Sendable {
  package enum Outcome: Sendable {
    case passed
    case failed([TurnFailure])
    /// It fails, as it is known to.
    case failedAsKnown([TurnFailure])
    /// It is known to fail, but passes.
    case passedUnexpectedly
  }
  package let conversation: TranscriptConversation
  package let outcome: Outcome
  /// The replies to the first wording of each turn.
  package let replies: [Reply]

  /// Whether the outcome is as it should be.
  package var isGood: Bool {
    switch outcome {
    case .passed, .failedAsKnown: true
    case .failed, .passedUnexpectedly: false
    }
  }
}

/// Plays transcripts to the assistant.
package struct TranscriptRunner: Sendable {
  private let responder: Responder

  package init(responder: Responder) {
    self.responder = responder
  }

  package func run(_ conversation: TranscriptConversation) -> ConversationResult {
    var state = ConversationState()
    var failures: [TurnFailure] = []
    var replies: [Reply] = []
    for turn in conversation.turns {
      var next: ConversationState?
      for wording in turn.wordings {
        let answered = responder.reply(
          to: wording.text.withControlsAsSpaces, in: state, fallback: conversation.language)
        if next == nil {
          next = answered.state
          replies.append(answered.reply)
        }
        let mismatches = self.mismatches(answered.reply, turn, conversation.language)
        if !mismatches.isEmpty {
          failures.append(
            TurnFailure(wording: wording, mismatches: mismatches, reply: answered.reply))
        }
      }
      state = next ?? state
    }
    let outcome: ConversationResult.Outcome =
      switch (failures.isEmpty, conversation.knownFailure != nil) {
      case (true, false): .passed
      case (false, false): .failed(failures)
      case (false, true): .failedAsKnown(failures)
      case (true, true): .passedUnexpectedly
      }
    return ConversationResult(conversation: conversation, outcome: outcome, replies: replies)
  }

  private func mismatches(
    _ reply: Reply, _ turn: TranscriptTurn, _ language: LanguageCode?
  ) -> [Mismatch] {
    var found: [Mismatch] = []
    let topics = turn.topics.map(\.text)
    if !topics.isEmpty, !reply.topics.contains(where: topics.contains) {
      found.append(.topic(expected: topics, got: reply.topics))
    }
    if let language, reply.language != language {
      found.append(.language(expected: language, got: reply.language))
    }
    let text = reply.text.joined(separator: " ").factForm
    for line in turn.required where !text.contains(line.text.factForm) {
      found.append(.missing(line))
    }
    for line in turn.forbidden where text.contains(line.text.factForm) {
      found.append(.present(line))
    }
    if !turn.answer.isEmpty {
      let expected = turn.answer.map(\.text)
      if expected.map(\.comparedForm) != reply.text.map(\.comparedForm) {
        found.append(.answer(expected: expected, got: reply.text))
      }
    }
    return found
  }
}

extension String {
  /// The line with single spaces and one kind of dash; case and letters as they are.
  fileprivate var comparedForm: String {
    var form = ""
    for word in split(whereSeparator: \.isWhitespace) {
      if !form.isEmpty { form.append(" ") }
      form += word.map { "‐‑‒–—−".contains($0) ? "-" : String($0) }.joined()
    }
    return form
  }

  /// The text with a space for each control character.
  fileprivate var withControlsAsSpaces: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? " " : $0 }))
  }
}
