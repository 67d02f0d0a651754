import Knowledge
import Testing

@Suite struct LineScannerTests {
  private func scan(_ text: String) -> LineScanner {
    LineScanner(bytes: Array(text.utf8), file: "a.topic")
  }

  private func report(_ text: String) -> String {
    scan(text).problems.map { $0.description(in: .english) }.joined(separator: "\n")
  }

  @Test func readsEveryMark() {
    let lines = scan(
      "# c\nkind: law\n== sv\n-- del\n> fråga\n< svar\n\" citat\n~ fakta\n! inte\n@ a/b\n\n"
    ).lines
    #expect(
      lines.map(\.mark) == [
        .comment, .key("kind"), .block, .part, .question, .answer, .quotation, .fact, .forbidden,
        .topic, .blank,
      ])
    #expect(
      lines.map(\.text) == [
        "c", "law", "sv", "del", "fråga", "svar", "citat", "fakta", "inte", "a/b", "",
      ])
  }

  @Test func keepsEverythingAfterTheMarkAsItStands() {
    #expect(
      scan("> vad: är # det? \"nej\" -- > <").lines.first?.text == "vad: är # det? \"nej\" -- > <")
  }

  @Test func passesOverByteOrderMarkAndCarriageReturns() {
    let scanner = LineScanner(
      bytes: [0xEF, 0xBB, 0xBF] + Array("> hej\r\n< då\r\n".utf8), file: "a.topic")
    #expect(scanner.lines.map(\.text) == ["hej", "då"])
    #expect(scanner.problems.isEmpty)
  }

  @Test func countsColumnsInCharacters() {
    let line = scan("title: åäö").lines.first
    #expect(line?.position == Position(file: "a.topic", line: 1, column: 8))
  }

  @Test func refusesAnUnknownMark() {
    #expect(
      report("åh nej\n") == """
        a.topic:1:1: error: the line does not begin with a known mark
          åh nej
          ^
          Begin with # == -- > < ~ ! @ " or key: value, in the first column.
        """)
  }

  @Test func refusesAMarkWithoutItsSpace() {
    #expect(
      report(">fråga") == """
        a.topic:1:2: error: no space after “>”
          >fråga
           ^
          Write a space after the mark.
        """)
  }

  @Test func refusesAMarkWithoutText() {
    #expect(
      report("kind:") == """
        a.topic:1:6: error: no text after “kind:”
          kind:
               ^
          Write the text after the mark, or remove the line.
        """)
  }

  @Test func refusesControlCharactersAfterAccents() {
    #expect(
      report("> åäö\tx") == """
        a.topic:1:6: error: control character U+0009
          > åäö\u{FFFD}x
               ^
          Remove the character; a tab is written as spaces.
        """)
    #expect(report("> a\u{202E}b").hasPrefix("a.topic:1:4: error: control character U+202E"))
  }

  @Test func refusesBytesThatAreNoUTF8() {
    let scanner = LineScanner(bytes: Array("> å".utf8) + [0xFF, 0x0A], file: "a.topic")
    #expect(
      scanner.problems.map { $0.description(in: .swedish) } == [
        """
        a.topic:1:4: error: tecken som inte är UTF-8
          > å\u{FFFD}
             ^
          Spara filen som UTF-8 i textredigeraren.
        """
      ])
  }

  @Test func reportsEveryLine() {
    #expect(scan("x y\n> ok\n=z\n").problems.map(\.position.line) == [1, 3])
  }
}
