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
  package func lines(_ result: ConversationResult) -> [String] {
    switch result.outcome {
    case .passed, .failedAsKnown: []
    case .passedUnexpectedly:
      [
        "\(result.conversation.position.description): "
          + text(
            "lyckas, men är märkt known-failure; ta bort raden",
            "passes, but is marked known-failure; remove that line")
      ]
    case .failed(let failures): failures.flatMap(lines)
    }
  }

  private func lines(_ failure: TurnFailure) -> [String] {
    var lines = ["\(failure.wording.position.description): > \(failure.wording.text)"]
    for mismatch in failure.mismatches {
      switch mismatch {
      case .topic(let expected, let got):
        lines.append(
          "  " + text("väntat", "expected") + " @ \(expected.joined(separator: ", ")), "
            + text("fick", "got") + " @ \(got.joined(separator: ", "))")
      case .language(let expected, let got):
        lines.append(
          "  " + text("väntat språk", "expected language") + " \(expected), "
            + text("fick", "got") + " \(got)")
      case .missing(let line):
        lines.append("  " + text("saknas", "missing") + ": ~ \(line.text)")
      case .present(let line):
        lines.append("  " + text("får inte stå", "must not stand") + ": ! \(line.text)")
      case .answer(let expected, let got):
        lines += LineDifference.lines(expected, got).map { "  " + $0 }
      }
    }
    let isWhole = failure.mismatches.contains { if case .answer = $0 { true } else { false } }
    if !isWhole { lines += failure.reply.text.map { "  < \($0)" } }
    lines += failure.reply.explanation.text(in: language.rawValue, knowledge).map { "  " + $0 }
    return lines
  }

  private func text(_ swedish: String, _ english: String) -> String {
    language == .swedish ? swedish : english
  }
}

/// What must be taken away from one list of lines and added to make another.
package enum LineDifference {
  /// `− ` before lines to take away, `+ ` before lines to add, in order; equal lines are left out.
  package static func lines(_ old: [String], _ new: [String]) -> [String] {
    let changes = new.difference(from: old)
    return changes.removals.map(Self.line) + changes.insertions.map(Self.line)
  }

  private static func line(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .remove(_, let text, _): "− \(text)"
    case .insert(_, let text, _): "+ \(text)"
    }
  }
}
