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
      "# c\nkind: law\n== sv\n-- del\n> fråga\n< svar\n\" citat\n~ fakta\n! inte\n@ a/b\n^ först\n\n"
    ).lines
    #expect(
      lines.map(\.mark) == [
        .comment, .key("kind"), .block, .part, .question, .answer, .quotation, .fact, .forbidden,
        .topic, .opening, .blank,
      ])
    #expect(
      lines.map(\.text) == [
        "c", "law", "sv", "del", "fråga", "svar", "citat", "fakta", "inte", "a/b", "först", "",
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
          Begin with # == -- > < ~ ! @ ^ " or key: value, in the first column.
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
          Remove the character; write spaces for a tab.
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

  @Test func keepsUnusualLinesAsTheyStand() {
    let lines = scan(">   hej \n<\nkind:  law\n   \n<   \u{301}x\n== sv  \n> a\u{301} ").lines
    #expect(
      lines.map(\.raw) == [
        ">   hej ", "<", "kind:  law", "   ", "<   \u{301}x", "== sv  ", "> a\u{301} ",
      ])
    #expect(lines.map(\.text) == ["hej", "", "law", "", " \u{301}x", "sv", "a\u{301}"])
    #expect(lines.map(\.position.column) == [5, 2, 8, 1, 4, 4, 3])
  }

  /// What a line is, character by character.
  private func definition(of line: String) -> (text: String, column: Int)? {
    guard let mark = ["==", "--", "#", ">", "<", "~", "key:"].first(where: line.hasPrefix) else {
      return nil
    }
    var line = line[...]
    while line.last == " " { line.removeLast() }
    let rest = line.dropFirst(mark.count)
    guard rest.first == " " || rest.isEmpty else { return nil }
    let text = rest.drop { $0 == " " }
    if text.isEmpty, mark != "#", mark != "<" { return nil }
    return (String(text), line.count - text.count + 1)
  }

  @Test func readsLinesByBytesAsByCharacters() {
    let pieces = [
      ">", "=", "-", "key:", " ", "  ", "a", "å", "\u{301}", "\u{600}", "\u{200D}", "”", "😀", "#",
    ]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          for d in pieces {
            let line = a + b + c + d
            // Other keys than the one that the definition knows.
            if line.contains("key:"), !line.hasPrefix("key:") { continue }
            guard line.contains(where: { $0 != " " }) else { continue }
            // A line without its space is an error, and read on.
            let scanner = scan(line)
            let found = scanner.problems.isEmpty ? scanner.lines.first : nil
            let expected = definition(of: line)
            #expect(found?.text == expected?.text, "\(line.unicodeScalars.map(\.value))")
            #expect(
              found?.position.column == expected?.column, "\(line.unicodeScalars.map(\.value))")
            if let found { #expect(found.raw == line) }
          }
        }
      }
    }
  }

  @Test func readsALineWithoutItsSpaceOnAfterOneError() {
    let scanner = scan("==sv\n> a\n>b\nlang:sv\n=== c\n")
    #expect(scanner.lines.map(\.mark) == [.block, .question, .question, .key("lang")])
    #expect(scanner.lines.map(\.text) == ["sv", "a", "b", "sv"])
    #expect(scanner.problems.map(\.position.line) == [1, 3, 4, 5])
  }

  @Test func reportsAnotherEncodingOnce() {
    let scanner = LineScanner(
      bytes: Array("> hej\n> f\u{F6}r\n< sl\u{E5}r\n".unicodeScalars.map { UInt8($0.value) }),
      file: "a.topic")
    #expect(scanner.lines.map(\.text) == ["hej", "för", "slår"])
    #expect(scanner.problems.map(\.position) == [Position(file: "a.topic", line: 2, column: 4)])
  }
}
