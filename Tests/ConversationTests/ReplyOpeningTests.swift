import Knowledge
import Testing

@testable import Conversation

/// What a hurried reader reads of an answer.
@Suite struct ReplyOpeningTests {
  private func opening(_ lines: ReplyLine..., kind: TopicKind = TopicKind("law")) -> String {
    Reply(
      topics: ["a"], title: "", kind: kind, language: "sv", confidence: 1, lines: lines,
      explanation: Explanation(reason: .ranking)
    ).opening
  }

  private func text(_ text: String) -> ReplyLine { ReplyLine(.text, text) }

  @Test func isTheFirstTwoSentences() {
    #expect(
      opening(text("Köp är ett brott. Straffet är böter. Försök räknas."))
        .split(separator: " ").joined(separator: " ") == "Köp är ett brott. Straffet är böter.")
    #expect(opening(text("Köp är ett brott.")) == "Köp är ett brott.")
    #expect(opening() == "")
  }

  /// A line's end ends a sentence, and an empty line is none.
  @Test func endsASentenceWithItsLine() {
    #expect(
      opening(text("Tre saker"), text(""), text("– den ena"), text("– den andra"))
        == "Tre saker - den ena")
  }

  @Test(arguments: ["Enligt 6 kap. 12 § är det brott.", "Det kostar 3.5 kronor."])
  func takesNoDotWithinASentenceForItsEnd(sentence: String) {
    #expect(opening(text(sentence), text("Nästa."), text("Sista.")) == sentence + " Nästa.")
  }

  @Test func passesOverLinesWithoutWords() {
    #expect(opening(text("…"), text("Ja."), text("– –"), text("Nej."), text("Ja.")) == "Ja. Nej.")
  }

  @Test func isTheFirstSixLinesOfAContact() {
    let lines = (1...8).map { ReplyLine(.contact, "Rad \($0). Och mer.") }
    let reply = Reply(
      topics: ["a"], title: "", kind: .contact, language: "sv", confidence: 1, lines: lines,
      explanation: Explanation(reason: .place))
    #expect(reply.opening == (1...6).map { "Rad \($0). Och mer." }.joined(separator: " "))
  }
}
