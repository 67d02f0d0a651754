import Conversation
import Knowledge
import Understanding

/// What answers change from one version of the knowledge to another.
package struct Comparison: Sendable {
  /// Why two answers differ; the groups of the report.
  package enum Cause: Hashable, Sendable {
    case noLongerDanger(to: TopicID)
    case nowDanger(from: TopicID)
    case nowRefused(from: TopicID)
    case nowAskedBack(from: TopicID)
    case nowAnswered(by: TopicID)
    case otherTopic(from: TopicID, to: TopicID)
    case otherLanguage(from: LanguageCode, to: LanguageCode)
    /// The same answer, with other topics offered beside it.
    case otherOffers(TopicID)
    /// The lines that differ, `− ` old and `+ ` new.
    case otherText(TopicID, difference: [String])
    /// A text that none of the questions reached: the topic or part, and its language.
    case unreachedText(TopicReference, LanguageCode, difference: [String])
    /// A phrase of the assistant's own.
    case otherPhrase(LanguageCode, difference: [String])
  }

  /// A question whose answer changed.
  package struct Change: Sendable {
    package let question: KnownQuestions.Question
    package let old: Reply
    package let new: Reply
  }

  /// The gravest first, then the greatest.
  package let groups: [(cause: Cause, changes: [Change])]
  package let questionCount: Int

  package var changeCount: Int { groups.reduce(0) { $0 + $1.changes.count } }

  /// Texts that changed and that no question reached.
  package var unreachedCount: Int { groups.count { $0.changes.isEmpty } }

  /// Compares the replies that two versions gave, in the order of ``replies(of:to:)``.
  package init(
    _ questions: KnownQuestions, old: (base: KnowledgeBase, replies: [Reply]),
    new: (base: KnowledgeBase, replies: [Reply])
  ) {
    questionCount = questions.count
    let asked = questions.conversations.flatMap { $0.turns.flatMap { $0 } }
    var found: [Cause: [Change]] = [:]
    for (question, (before, after)) in zip(asked, zip(old.replies, new.replies)) {
      guard let cause = Self.cause(before, after, old.base, new.base) else { continue }
      found[cause, default: []].append(Change(question: question, old: before, new: after))
    }
    for cause in Self.unreachedTexts(old.base, new.base, beside: found.keys) { found[cause] = [] }
    groups = found.sorted {
      let (one, other) = ($0, $1)
      let order = (one.key.rank, -one.value.count, one.key.heading(in: .english))
      let otherOrder = (other.key.rank, -other.value.count, other.key.heading(in: .english))
      if order != otherOrder { return order < otherOrder }
      return (one.value.first?.question.origin ?? "") < (other.value.first?.question.origin ?? "")
    }
    .map { ($0.key, $0.value) }
  }

  /// Asks every question, on as many processors as there are.
  package static func replies(of responder: Responder, to questions: KnownQuestions) -> [Reply] {
    questions.conversations.mapInParallel { replies(of: responder, in: $0) }.flatMap { $0 }
  }

  private static func replies(
    of responder: Responder, in conversation: KnownQuestions.Conversation
  ) -> [Reply] {
    var state = ConversationState()
    if let topic = conversation.context, let language = conversation.language {
      state = responder.state(after: TopicReference(topic: topic), language: language) ?? state
    }
    let turns = conversation.turns.map { $0.map(\.text) }
    return responder.replies(to: turns, from: state, fallback: conversation.language).flatMap { $0 }
  }

  package static func cause(
    _ old: Reply, _ new: Reply, _ oldBase: KnowledgeBase, _ newBase: KnowledgeBase
  ) -> Cause? {
    let from = old.topics.first ?? ""
    let to = new.topics.first ?? ""
    if from != to {
      let wasDanger = old.kind == .safety
      if wasDanger != (new.kind == .safety) {
        return wasDanger ? .noLongerDanger(to: to) : .nowDanger(from: from)
      }
      if newBase.topic(to)?.role == .unknown { return .nowRefused(from: from) }
      if oldBase.topic(from)?.role == .unknown { return .nowAnswered(by: to) }
      if newBase.topic(to)?.role == .choice { return .nowAskedBack(from: from) }
      return .otherTopic(from: from, to: to)
    }
    if old.language != new.language {
      return .otherLanguage(from: old.language, to: new.language)
    }
    if old.text == new.text { return nil }
    if old.suggestions != new.suggestions, old.withoutNotes == new.withoutNotes {
      return .otherOffers(to)
    }
    return .otherText(to, difference: LineDifference.lines(old.text, new.text).map(\.text))
  }
}

extension Reply {
  /// The words of the answer without what is said beside it.
  fileprivate var withoutNotes: [String] { lines.filter { $0.style != .note }.map(\.text) }
}
