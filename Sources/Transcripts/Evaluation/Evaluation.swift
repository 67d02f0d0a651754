import Conversation
import Knowledge

/// How often the assistant answers labelled questions as it should.
package struct Evaluation: Sendable {
  /// A question that was not answered as it should be.
  package struct Miss: Sendable {
    /// `file:line` of the question.
    package let origin: String
    package let question: LabelledQuestion
    package let got: [TopicID]
    package let language: LanguageCode
    /// What the answer should have contained and did not.
    package let missing: [String]
    /// What it contained and should not have.
    package let present: [String]
    package let reply: Reply
  }

  /// Right answers of all.
  package struct Score: Equatable, Sendable {
    package var right = 0
    package var all = 0
    package var share: Float { all == 0 ? 0 : Float(right) / Float(all) }

    package mutating func count(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }
  }

  package private(set) var total = Score()
  package private(set) var byLanguage: [LanguageCode: Score] = [:]
  /// By the first accepted topic; "–" where the question accepts none.
  package private(set) var byTopic: [TopicID: Score] = [:]
  package private(set) var misses: [Miss] = []
  /// Every answer, in the order of the questions.
  package private(set) var judged: [JudgedAnswer] = []

  package init() {}

  /// Asks every question of a set.
  package mutating func ask(_ set: QuestionSet, _ responder: Responder) {
    for (line, question) in set.questions {
      ask(question, origin: "\(set.file):\(line)", responder)
    }
  }

  /// Asks a question, each in a conversation of its own, and counts the answer.
  package mutating func ask(_ question: LabelledQuestion, origin: String, _ responder: Responder) {
    let reply = responder.reply(to: question.text, fallback: question.lang).reply
    let text = reply.text.joined(separator: " ").comparisonForm
    let missing = (question.must ?? []).filter { !text.states($0.comparisonForm) }
    let present = (question.mustNot ?? []).filter { text.states($0.comparisonForm) }
    let isTopic = reply.topics.contains { question.accept.contains($0) }
    let isRight =
      isTopic && missing.isEmpty && present.isEmpty && reply.language == question.lang
    total.count(isRight)
    byLanguage[question.lang, default: Score()].count(isRight)
    byTopic[question.accept.first ?? "–", default: Score()].count(isRight)
    judged.append(JudgedAnswer(expected: question.accept, reply: reply, isRight: isRight))
    if !isRight {
      misses.append(
        Miss(
          origin: origin, question: question, got: reply.topics, language: reply.language,
          missing: missing, present: present, reply: reply))
    }
  }
}
