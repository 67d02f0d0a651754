import Conversation
import Knowledge

extension HTMLReport {
  /// How many misses are shown unfolded.
  private static let unfolded = 20

  /// Each conversation that fails and each question that is answered wrongly, with its why.
  var misses: String {
    let failures = FailureReport(knowledge, interface)
    let failed = run.conversations.filter { !$0.isGood }.map { result in
      let report = failures.lines(result).map(\.text)
      return (report.first ?? "", Array(report.dropFirst()))
    }
    let all =
      failed + evaluated.all.misses.map { ("\($0.origin): > \($0.question.text)", lines(of: $0)) }
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
  /// What was expected, what was got, what is missing and what must not appear, a line each.
  package func lines(in interface: InterfaceLanguage) -> [String] {
    let isSwedish = interface == .swedish
    let opening = isSwedish ? "i början" : "in the opening"
    let accepted = question.accept.joined(separator: ", ")
    // A part that was expected is missed by another part of its topic.
    let isOtherPart = !question.references.contains { $0.part == nil }
    let parts = isOtherPart ? reply.parts.map(\.description) : []
    let rest = self.got.filter { id in !parts.contains { $0.hasPrefix(id + "#") } }
    let got = (parts + rest).joined(separator: ", ")
    return [
      isSwedish
        ? "väntat @ \(accepted) (\(question.lang)), fick @ \(got) (\(language))"
        : "expected @ \(accepted) (\(question.lang)), got @ \(got) (\(language))"
    ] + missing.map { (isSwedish ? "saknas" : "missing") + ": ~ \($0)" }
      + present.map { (isSwedish ? "får inte finnas med" : "must not appear") + ": ! \($0)" }
      + missingFirst.map { (isSwedish ? "saknas" : "missing") + " \(opening): ^ \($0)" }
      + presentFirst.map {
        (isSwedish ? "får inte finnas med" : "must not appear") + " \(opening): \($0)"
      }
  }
}
