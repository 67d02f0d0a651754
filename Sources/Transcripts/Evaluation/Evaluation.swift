import Conversation
import Knowledge
import Understanding

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
    /// What the opening should have contained, and what it should not.
    package let missingFirst: [String]
    package let presentFirst: [String]
    package let reply: Reply
  }

  /// Right answers of all.
  package struct Score: Equatable, Sendable {
    package var right = 0
    package var all = 0

    package init(right: Int = 0, all: Int = 0) {
      self.right = right
      self.all = all
    }

    package var share: Float { all == 0 ? 0 : Float(right) / Float(all) }

    package mutating func count(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }

    mutating func add(_ other: Score) {
      right += other.right
      all += other.all
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

  /// Asks every question of a set, each in a conversation of its own, and counts the answers.
  package mutating func ask(_ set: QuestionSet, _ responder: Responder) {
    let answered = set.questions.mapInParallel { line, question in
      Self.ask(question, origin: "\(set.file):\(line)", responder)
    }
    for (question, answer, miss) in answered {
      total.count(answer.isRight)
      byLanguage[question.lang, default: Score()].count(answer.isRight)
      byTopic[answer.expected.first ?? "–", default: Score()].count(answer.isRight)
      judged.append(answer)
      if let miss { misses.append(miss) }
    }
  }

  /// What came of two together.
  package func with(_ other: Evaluation) -> Evaluation {
    var both = self
    both.total.add(other.total)
    for (code, score) in other.byLanguage { both.byLanguage[code, default: Score()].add(score) }
    for (topic, score) in other.byTopic { both.byTopic[topic, default: Score()].add(score) }
    both.misses += other.misses
    both.judged += other.judged
    return both
  }

  private static func ask(
    _ question: LabelledQuestion, origin: String, _ responder: Responder
  ) -> (LabelledQuestion, JudgedAnswer, Miss?) {
    let reply = responder.reply(to: question.text, fallback: question.lang).reply
    let text = reply.text.joined(separator: " ").comparisonForm
    let opening = reply.opening.comparisonForm
    let miss = Miss(
      origin: origin, question: question, got: reply.topics, language: reply.language,
      missing: (question.must ?? []).filter { !text.states($0.comparisonForm) },
      present: (question.mustNot ?? []).filter { text.states($0.comparisonForm) },
      missingFirst: (question.first ?? [])
        .filter { !$0.alternatives.contains(where: opening.states) },
      presentFirst: (question.notFirst ?? [])
        .filter { $0.alternatives.contains(where: opening.states) },
      reply: reply)
    let expected = question.references
    let isRight =
      expected.contains(where: reply.answers) && reply.language == question.lang
      && [miss.missing, miss.present, miss.missingFirst, miss.presentFirst]
        .allSatisfy(\.isEmpty)
    let answer = JudgedAnswer(expected: expected.map(\.topic), reply: reply, isRight: isRight)
    return (question, answer, isRight ? nil : miss)
  }
}
