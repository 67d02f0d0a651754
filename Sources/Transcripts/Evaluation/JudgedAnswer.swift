import Conversation
import Knowledge

/// A question whose topic is known, and how it was answered: what confusions and calibration are
/// counted from.
package struct JudgedAnswer: Sendable {
  /// Any of these topics is right; at least one.
  package let expected: [TopicID]
  package let reply: Reply
  /// Whether topic, language and everything that must be stated are right.
  package let isRight: Bool

  package var isRightTopic: Bool { reply.topics.contains(where: expected.contains) }

  /// The topic that took or might have taken the question: what answered, or, where the ranking
  /// decided, the likeliest other one with at least the given share.
  package func rival(from share: Float) -> TopicID? {
    if !isRightTopic { return reply.topics.first }
    guard [.ranking, .unsure, .choice].contains(reply.explanation.reason) else { return nil }
    let other = reply.explanation.ranks.first {
      !expected.contains($0.topic) && !reply.topics.contains($0.topic)
    }
    return other.flatMap { $0.probability >= share ? $0.topic : nil }
  }
}

extension TranscriptRun {
  /// The wordings whose topic the transcripts name.
  package var judged: [JudgedAnswer] {
    conversations.flatMap(\.turns).flatMap { result -> [JudgedAnswer] in
      let expected = result.turn.topicIDs
      if expected.isEmpty { return [] }
      return result.wordings.map {
        JudgedAnswer(expected: expected, reply: $0.reply, isRight: $0.mismatches.isEmpty)
      }
    }
  }
}
