import Conversation
import Knowledge

/// A change to a transcript that would make it expect what the assistant answers now: new `@` and
/// `<` lines, nothing else.
package struct Proposal: Sendable {
  /// Lines of one mark, and what is to stand where the first of them stands.
  package struct Edit: Equatable, Sendable {
    /// In order; at least one.
    package let removed: [SourceLine]
    package let added: [String]
  }

  package let question: SourceLine
  package let edits: [Edit]

  /// The proposals of a conversation's failures. There is none where a person has to decide: a fact
  /// is missing or stands that must not, the language is another, the failure is known, or the
  /// wordings of a question are answered differently.
  package static func all(of result: ConversationResult) -> [Proposal] {
    guard result.outcome == .failed else { return [] }
    return result.turns.compactMap(proposal)
  }

  private static func proposal(_ result: TurnResult) -> Proposal? {
    guard let first = result.wordings.first, !first.mismatches.isEmpty else { return nil }
    var edits: [Edit] = []
    for mismatch in first.mismatches {
      switch mismatch {
      case .topic(_, let got):
        guard let reference = got.first.map({ TopicReference($0) }),
          result.wordings.allSatisfy({ $0.reply.topics.contains(reference.topic) })
        else { return nil }
        // A part is asked for only where one was.
        let asksForPart = result.turn.topics.contains { $0.text.contains("#") }
        let added = asksForPart ? reference.description : reference.topic
        edits.append(Edit(removed: result.turn.topics, added: ["@ \(added)"]))
      case .answer(_, let got):
        guard result.wordings.allSatisfy({ $0.reply.text == got }) else { return nil }
        edits.append(
          Edit(removed: result.turn.answer, added: got.map { $0.isEmpty ? "<" : "< \($0)" }))
      case .missing, .missingInOpening, .present, .language: return nil
      }
    }
    return Proposal(question: first.wording, edits: edits)
  }

  /// The same for proposals that change the same: the lines that go and those that come, without what
  /// stays as it is.
  package var kind: [String] {
    edits.flatMap { edit -> [String] in
      guard edit.removed.first?.mark == .answer else {
        return edit.removed.map { "− " + $0.text } + edit.added.map { "+ " + $0 }
      }
      let new = edit.added.map { String($0.dropFirst($0.hasPrefix("< ") ? 2 : 1)) }
      return LineDifference.lines(edit.removed.map(\.text), new).map(\.text)
    }
  }

  /// What is shown before the question whether to accept.
  package var lines: [ReportLine] {
    [ReportLine(.heading, "\(question.position.description): > \(question.text)")]
      + edits.flatMap { edit in
        edit.removed.map { ReportLine(.removed, "  − \($0.raw)") }
          + edit.added.map { ReportLine(.added, "  + \($0)") }
      }
  }

  /// A file's bytes with proposals put in; comments, order and line ends stay. Nil where the file no
  /// longer has the lines that the proposals replace.
  package static func apply(_ proposals: [Proposal], to bytes: [UInt8]) -> [UInt8]? {
    let ending: [UInt8] = bytes.contains(UInt8(ascii: "\r")) ? [0x0D, 0x0A] : [0x0A]
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let edits = proposals.flatMap(\.edits)
      .sorted { $0.removed[0].position.line > $1.removed[0].position.line }
    // From the end upwards, so that the numbers of the lines above stay right.
    for edit in edits {
      let places = edit.removed.map { $0.position.line - 1 }
      for (place, line) in zip(places, edit.removed)
      where !lines.indices.contains(place) || !lines[place].isLine(line.raw) { return nil }
      for place in places.reversed() { lines.remove(at: place) }
      lines.insert(contentsOf: edit.added.map { Array($0.utf8) + ending.dropLast() }, at: places[0])
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}

extension [UInt8] {
  /// Whether the bytes are the line, whatever its end.
  fileprivate func isLine(_ raw: String) -> Bool {
    let text = last == 0x0D ? dropLast() : self[...]
    return text.elementsEqual(raw.utf8)
  }
}
