import Conversation
import Knowledge

extension HTMLReport {
  /// So many misses are shown unfolded.
  private static let unfolded = 20

  /// Each conversation that fails and each question that is answered wrongly, with its why.
  var misses: String {
    let failures = FailureReport(knowledge, interface)
    let failed = run.conversations.filter { !$0.isGood }.map { result in
      let report = failures.lines(result).map(\.text)
      return (report.first ?? "", Array(report.dropFirst()))
    }
    let all =
      failed + evaluation.misses.map { ("\($0.origin): > \($0.question.text)", lines(of: $0)) }
    if all.isEmpty { return "<p>\(text("Inga.", "None."))</p>" }
    let attribute = all.count <= Self.unfolded ? " open" : ""
    return all.map { heading, lines in
      "<details\(attribute)><summary>\(heading.xmlEscaped)</summary><pre>\(lines.joined(separator: "\n").xmlEscaped)</pre></details>"
    }.joined(separator: "\n")
  }

  private func lines(of miss: Evaluation.Miss) -> [String] {
    miss.lines(in: interface) + miss.reply.explanation.text(in: interface.rawValue, knowledge)
  }
}

extension Evaluation.Miss {
  /// What was expected, what was got, what is missing and what must not stand, a line each.
  package func lines(in interface: InterfaceLanguage) -> [String] {
    let isSwedish = interface == .swedish
    let accepted = question.accept.joined(separator: ", ")
    let got = got.joined(separator: ", ")
    return [
      isSwedish
        ? "väntat @ \(accepted) (\(question.lang)), fick @ \(got) (\(language))"
        : "expected @ \(accepted) (\(question.lang)), got @ \(got) (\(language))"
    ] + missing.map { (isSwedish ? "saknas" : "missing") + ": ~ \($0)" }
      + present.map { (isSwedish ? "får inte stå" : "must not stand") + ": ! \($0)" }
  }
}
