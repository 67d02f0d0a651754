import Conversation
import Testing

@Suite struct TextWrappingTests {
  private func wrap(_ line: String, _ width: Int) -> [String] {
    TextWrapping.wrap([line], width: width)
  }

  @Test func leavesWhatFits() {
    #expect(wrap("", 20) == [""])
    #expect(wrap("a  b ", 20) == ["a  b "])
    #expect(wrap(String(repeating: "å", count: 10), 20) == [String(repeating: "å", count: 10)])
  }

  @Test func breaksAtSpaces() {
    #expect(
      wrap("Den som skaffar sig en tillfällig", 20) == ["Den som skaffar sig", "en tillfällig"])
    #expect(wrap("ab cd", 4) == ["ab", "cd"])
  }

  @Test func countsBytes() {
    // Twenty letters, of two bytes each.
    #expect(wrap("åååå åååå åååå åååå", 20) == ["åååå åååå", "åååå åååå"])
    #expect(wrap("😀😀 😀😀 😀😀", 20) == ["😀😀 😀😀", "😀😀"])
  }

  @Test func breaksAWordThatIsTooLongBetweenScalars() {
    #expect(
      wrap("se https://www.example.org/några-ord nu", 20) == [
        "se", "https://www.example.", "org/några-ord nu",
      ])
    // An odd width: the last byte stays free rather than half a letter.
    #expect(
      wrap(String(repeating: "å", count: 21), 21) == [
        String(repeating: "å", count: 10), String(repeating: "å", count: 10), "å",
      ])
    #expect(wrap(String(repeating: "😀", count: 6), 20) == ["😀😀😀😀😀", "😀"])
  }

  @Test func losesNothingAndExceedsNothingAtAnyWidth() {
    let line =
      "Ring 020-39 00 00, eller skriv till förnamn.efternamn@ett-mycket-långt-namn.exempel.se 😀👩‍👩‍👧‍👦!"
    for width in 20...400 {
      let lines = wrap(line, width)
      #expect(lines.allSatisfy { $0.utf8.count <= width })
      #expect(lines.allSatisfy { !$0.isEmpty })
      let whole = lines.joined().unicodeScalars.filter { $0 != " " }
      #expect(whole.elementsEqual(line.unicodeScalars.filter { $0 != " " }))
    }
  }
}
