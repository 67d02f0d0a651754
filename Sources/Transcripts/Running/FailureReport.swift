import Conversation
import Knowledge

/// Words what went wrong in a conversation, for the editor who has to mend it.
package struct FailureReport: Sendable {
  private let knowledge: KnowledgeBase
  private let language: InterfaceLanguage

  package init(_ knowledge: KnowledgeBase, _ language: InterfaceLanguage) {
    self.knowledge = knowledge
    self.language = language
  }

  /// The lines of a result; none where it is good.
  package func lines(_ result: ConversationResult) -> [ReportLine] {
    switch result.outcome {
    case .passed, .failedAsKnown: []
    case .passedUnexpectedly:
      [
        ReportLine(
          .heading,
          "\(result.conversation.position.description): "
            + language.text(
              "lyckas, men är märkt known-failure; ta bort raden",
              "passes, but is marked known-failure; remove that line"))
      ]
    case .failed: result.failures.flatMap { lines($0) }
    }
  }

  private func lines(_ failure: WordingResult) -> [ReportLine] {
    let place = failure.wording.position.description
    var lines = [ReportLine(.heading, "\(place): > \(failure.wording.text)")]
    lines += failure.mismatches.flatMap { self.lines($0) }.map { $0.indented(by: 2) }
    let isWhole = failure.mismatches.contains { if case .answer = $0 { true } else { false } }
    if !isWhole {
      lines += failure.reply.text.map { ReportLine(.quiet, "  <" + ($0.isEmpty ? "" : " \($0)")) }
    }
    lines += failure.reply.explanation.text(in: language.rawValue, knowledge)
      .map { ReportLine(.quiet, "  \($0)") }
    return lines
  }

  private func lines(_ mismatch: Mismatch) -> [ReportLine] {
    switch mismatch {
    case .topic(let expected, let got):
      [
        ReportLine(
          .plain,
          language.text("väntat", "expected") + " @ \(expected.joined(separator: ", ")), "
            + language.text("fick", "got") + " @ \(got.joined(separator: ", "))")
      ]
    case .language(let expected, let got):
      [
        ReportLine(
          .plain,
          language.text("väntat språk", "expected language") + " \(expected), "
            + language.text("fick", "got") + " \(got)")
      ]
    case .missing(let line):
      [ReportLine(.removed, language.text("saknas", "missing") + ": ~ \(line.text)")]
    case .missingInOpening(let line, let opening):
      [
        ReportLine(
          .removed, language.text("saknas i början", "missing in the opening") + ": ^ \(line.text)"),
        ReportLine(.added, language.text("början", "the opening") + ": \(opening)"),
      ]
    case .present(let line):
      [
        ReportLine(
          .added, language.text("får inte finnas med", "must not appear") + ": ! \(line.text)")
      ]
    case .answer(let expected, let got):
      LineDifference.lines(expected, got)
    }
  }
}
