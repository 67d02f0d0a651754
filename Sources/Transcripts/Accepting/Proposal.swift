import Conversation
import Knowledge

/// A change to a transcript that would make it expect what the assistant answers now: new `@` and
/// `<` lines, nothing else.
package struct Proposal: Sendable {
  package let file: String
  package let question: SourceLine
  /// The lines to take away, counted from 1, in order.
  package let removed: [SourceLine]
  /// The lines to put in where the first removed one stands.
  package let added: [String]

  /// The proposals of a file's failures. Where a fact is missing, or one stands that must not, or
  /// the failure is known, a person has to decide: there is none.
  package static func all(of result: ConversationResult) -> [Proposal] {
    guard case .failed(let failures) = result.outcome else { return [] }
    return result.conversation.turns.compactMap { turn in
      guard let first = turn.wordings.first,
        let failure = failures.first(where: { $0.wording == first })
      else { return nil }
      var removed: [SourceLine] = []
      var added: [String] = []
      for mismatch in failure.mismatches {
        switch mismatch {
        case .topic(_, let got):
          removed += turn.topics
          added += got.prefix(1).map { "@ \($0)" }
        case .answer(_, let got):
          removed += turn.answer
          added += got.map { $0.isEmpty ? "<" : "< \($0)" }
        case .missing, .present, .language: return nil
        }
      }
      guard !removed.isEmpty else { return nil }
      removed.sort { $0.position < $1.position }
      return Proposal(
        file: first.position.file, question: first, removed: removed, added: added)
    }
  }

  /// What is shown before the question whether to accept.
  package var lines: [String] {
    ["\(question.position.description): > \(question.text)"]
      + removed.map { "  − \($0.raw)" } + added.map { "  + \($0)" }
  }

  /// The file's text with proposals put in; comments, order and line ends stay.
  package static func apply(_ proposals: [Proposal], to text: String) -> String {
    let ending = text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.components(separatedByLineEnd: ending)
    let ordered = proposals.sorted {
      ($0.removed.first?.position.line ?? 0) > ($1.removed.first?.position.line ?? 0)
    }
    // From the end upwards, so that the numbers of the lines above stay right.
    for proposal in ordered {
      let places = proposal.removed.map { $0.position.line - 1 }
      guard let first = places.first, places.allSatisfy(lines.indices.contains) else { continue }
      for place in places.reversed() { lines.remove(at: place) }
      lines.insert(contentsOf: proposal.added, at: first)
    }
    return lines.joined(separator: ending)
  }
}

extension String {
  /// The lines between line ends; a last line end leaves an empty last line.
  fileprivate func components(separatedByLineEnd ending: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in self {
      // CR LF is one character.
      if String(character) == ending {
        lines.append(line)
        line = ""
      } else {
        line.append(character)
      }
    }
    return lines + [line]
  }
}
