import Knowledge

extension Comparison {
  /// A heading with a count for each cause, at most `most` of its questions below, then how many
  /// answers change.
  package func lines(in interface: InterfaceLanguage, most: Int = 5) -> [ReportLine] {
    let isSwedish = interface == .swedish
    var lines: [ReportLine] = []
    for (cause, changes) in groups {
      let count = changes.isEmpty ? "" : ": \(changes.count)"
      lines.append(ReportLine(.heading, cause.heading(in: interface) + count))
      lines += cause.difference.map {
        ReportLine($0.hasPrefix("+") ? .added : .removed, "    \($0)")
      }
      for change in changes.prefix(most) {
        lines.append(
          ReportLine(.plain, "  \(change.question.origin): > \(change.question.text)"))
      }
      if changes.count > most {
        let count = changes.count - most
        lines.append(ReportLine(.quiet, isSwedish ? "  … \(count) till" : "  … \(count) more"))
      }
    }
    lines.append(
      ReportLine(
        .plain,
        isSwedish
          ? "\(changeCount) av \(questionCount) svar ändras"
            + (unreachedCount == 0
              ? ""
              : ", och \(unreachedCount) \(unreachedCount == 1 ? "text" : "texter") som ingen fråga når")
          : "\(changeCount) of \(questionCount) answers change"
            + (unreachedCount == 0
              ? ""
              : ", and \(unreachedCount) \(unreachedCount == 1 ? "text" : "texts") that no question reaches")
      ))
    return lines
  }
}

extension Comparison.Cause {
  /// The place among the causes, the gravest first.
  package var rank: Int {
    switch self {
    case .noLongerDanger: 0
    case .nowDanger: 1
    case .nowRefused: 2
    case .nowAskedBack: 3
    case .otherTopic: 4
    case .nowAnswered: 5
    case .otherLanguage: 6
    case .otherText: 7
    case .unreachedText: 8
    case .otherPhrase: 9
    case .otherOffers: 10
    }
  }

  /// The lines that differ, `− ` old and `+ ` new.
  package var difference: [String] {
    switch self {
    case .otherText(_, let difference), .unreachedText(_, _, let difference),
      .otherPhrase(_, let difference):
      difference
    default: []
    }
  }

  /// What is changed, in one line.
  package func heading(in interface: InterfaceLanguage) -> String {
    interface == .swedish ? swedish : english
  }

  private var swedish: String {
    switch self {
    case .noLongerDanger(let to): "inte längre akut, nu \(to)"
    case .nowDanger(let from): "nu akut, förut \(from)"
    case .nowRefused(let from): "besvaras inte längre, förut \(from)"
    case .nowAskedBack(let from): "nu en motfråga, förut \(from)"
    case .nowAnswered(let by): "besvaras nu av \(by)"
    case .otherTopic(let from, let to): "annat ämne: \(from) → \(to)"
    case .otherLanguage(let from, let to): "annat språk: \(from) → \(to)"
    case .otherText(let topic, _): "annan text i \(topic)"
    case .unreachedText(let reference, let code, _):
      "annan text som ingen känd fråga når, i \(reference.description) (\(code.languageName.swedish))"
    case .otherPhrase(let code, _): "andra fraser på \(code.languageName.swedish)"
    case .otherOffers(let topic): "andra ämnen erbjuds i \(topic)"
    }
  }

  private var english: String {
    switch self {
    case .noLongerDanger(let to): "no longer danger, now \(to)"
    case .nowDanger(let from): "now danger, before \(from)"
    case .nowRefused(let from): "no longer answered, before \(from)"
    case .nowAskedBack(let from): "now a question back, before \(from)"
    case .nowAnswered(let by): "now answered by \(by)"
    case .otherTopic(let from, let to): "other topic: \(from) → \(to)"
    case .otherLanguage(let from, let to): "other language: \(from) → \(to)"
    case .otherText(let topic, _): "other text in \(topic)"
    case .unreachedText(let reference, let code, _):
      "other text that no known question reaches, in \(reference.description) (\(code.languageName.english))"
    case .otherPhrase(let code, _): "other phrases in \(code.languageName.english)"
    case .otherOffers(let topic): "other topics offered in \(topic)"
    }
  }
}
