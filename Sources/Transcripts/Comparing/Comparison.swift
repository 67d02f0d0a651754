import Conversation
import Knowledge

/// What answers change from one version of the knowledge to another.
package struct Comparison: Sendable {
  /// Why two answers differ; the groups of the report, gravest first.
  package enum Cause: Hashable, Comparable, Sendable {
    case noLongerDanger(to: TopicID)
    case nowDanger(from: TopicID)
    case nowRefused(from: TopicID)
    case nowAnswered(by: TopicID)
    case otherTopic(from: TopicID, to: TopicID)
    case otherLanguage(from: LanguageCode, to: LanguageCode)
    case otherText(TopicID)
  }

  /// A question whose answer changed.
  package struct Change: Sendable {
    package let question: KnownQuestions.Question
    package let old: Reply
    package let new: Reply
  }

  package private(set) var groups: [(cause: Cause, changes: [Change])] = []
  package let questionCount: Int

  package var changeCount: Int { groups.reduce(0) { $0 + $1.changes.count } }

  package init(old: Responder, new: Responder, questions: KnownQuestions) {
    questionCount = questions.count
    var found: [Cause: [Change]] = [:]
    for conversation in questions.conversations {
      var oldState = ConversationState()
      var newState = ConversationState()
      for question in conversation.questions {
        let before = old.reply(
          to: question.text, in: oldState, fallback: conversation.language)
        let after = new.reply(
          to: question.text, in: newState, fallback: conversation.language)
        oldState = before.state
        newState = after.state
        guard let cause = Self.cause(before.reply, after.reply, old.knowledge, new.knowledge)
        else { continue }
        found[cause, default: []].append(
          Change(question: question, old: before.reply, new: after.reply))
      }
    }
    groups = found.sorted {
      ($0.key.rank, -$0.value.count, $0.key) < ($1.key.rank, -$1.value.count, $1.key)
    }
    .map { ($0.key, $0.value) }
  }

  private static func cause(
    _ old: Reply, _ new: Reply, _ oldBase: KnowledgeBase, _ newBase: KnowledgeBase
  ) -> Cause? {
    let from = old.topics.first ?? ""
    let to = new.topics.first ?? ""
    if from != to {
      let wasDanger = oldBase.topic(from)?.kind == .safety
      let isDanger = newBase.topic(to)?.kind == .safety
      if wasDanger != isDanger {
        return wasDanger ? .noLongerDanger(to: to) : .nowDanger(from: from)
      }
      if newBase.topic(to)?.role == .unknown { return .nowRefused(from: from) }
      if oldBase.topic(from)?.role == .unknown { return .nowAnswered(by: to) }
      return .otherTopic(from: from, to: to)
    }
    if old.language != new.language {
      return .otherLanguage(from: old.language, to: new.language)
    }
    return old.text == new.text ? nil : .otherText(to)
  }

  /// The report: a heading with a count for each cause, its first questions below.
  package func lines(in interface: InterfaceLanguage, most: Int = 5) -> [String] {
    let isSwedish = interface == .swedish
    var lines: [String] = []
    for (cause, changes) in groups {
      lines.append("\(cause.heading(in: interface)): \(changes.count)")
      for change in changes.prefix(most) {
        lines.append("  \(change.question.origin): > \(change.question.text)")
      }
      if case .otherText = cause, let first = changes.first {
        lines += LineDifference.lines(first.old.text, first.new.text).map { "    " + $0 }
      }
      if changes.count > most {
        lines.append(
          isSwedish ? "  … \(changes.count - most) till" : "  … \(changes.count - most) more")
      }
    }
    lines.append(
      isSwedish
        ? "\(changeCount) av \(questionCount) svar ändras"
        : "\(changeCount) of \(questionCount) answers change")
    return lines
  }
}

extension Comparison.Cause {
  fileprivate var rank: Int {
    switch self {
    case .noLongerDanger: 0
    case .nowDanger: 1
    case .nowRefused: 2
    case .otherTopic: 3
    case .nowAnswered: 4
    case .otherLanguage: 5
    case .otherText: 6
    }
  }

  fileprivate func heading(in interface: InterfaceLanguage) -> String {
    let isSwedish = interface == .swedish
    return switch self {
    case .noLongerDanger(let to):
      isSwedish ? "inte längre akut, nu \(to)" : "no longer danger, now \(to)"
    case .nowDanger(let from):
      isSwedish ? "nu akut, förut \(from)" : "now danger, before \(from)"
    case .nowRefused(let from):
      isSwedish ? "besvaras inte längre, förut \(from)" : "no longer answered, before \(from)"
    case .nowAnswered(let by):
      isSwedish ? "besvaras nu av \(by)" : "now answered by \(by)"
    case .otherTopic(let from, let to):
      isSwedish ? "annat ämne: \(from) → \(to)" : "other topic: \(from) → \(to)"
    case .otherLanguage(let from, let to):
      isSwedish ? "annat språk: \(from) → \(to)" : "other language: \(from) → \(to)"
    case .otherText(let topic):
      isSwedish ? "annan text i \(topic)" : "other text in \(topic)"
    }
  }
}
