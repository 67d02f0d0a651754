import Testing

@testable import Knowledge

@Suite struct FactsReaderTests {
  private func read(_ text: String) -> FactsReader {
    FactsReader(lines: lines(text, of: "K/f.facts"))
  }

  private func complaint(_ text: String, _ language: InterfaceLanguage = .english) -> String {
    read(text).problems.described(in: language)
  }

  @Test func readsNamedFactsAndFigures() {
    let reader = read(
      """
      numbers: tre, three
      ~ 112

      # Från broschyren.
      -- support-line
      section: Råd / Telefon
      sv: 020-39 00 00
      en: 020-39 00 00 (free)

      -- penalty
      sv: böter
      en: a fine
      """)
    #expect(reader.problems.isEmpty)
    #expect(reader.figures.map(\.text) == ["112"])
    #expect(reader.numberKeys.map(\.text) == ["tre, three"])
    #expect(
      reader.named == [
        NamedFact(
          name: "support-line", section: "Råd / Telefon",
          forms: ["sv": "020-39 00 00", "en": "020-39 00 00 (free)"],
          position: Position(file: "K/f.facts", line: 5, column: 4)),
        NamedFact(
          name: "penalty", section: nil, forms: ["sv": "böter", "en": "a fine"],
          position: Position(file: "K/f.facts", line: 10, column: 4)),
      ])
  }

  @Test func refusesAFactWithoutText() {
    #expect(
      complaint("-- line\nsection: Råd") == """
        K/f.facts:1:4: error: the fact “line” has no text
          -- line
             ^
          Write it on one line per language: sv: … and en: …
        """)
    #expect(
      complaint("-- line\nsection: Råd", .swedish) == """
        K/f.facts:1:4: error: uppgiften ”line” har ingen text
          -- line
             ^
          Skriv den på en rad per språk: sv: … och en: …
        """)
  }

  @Test func refusesANameOfOtherLetters() {
    #expect(
      complaint("-- Stödlinjen\nsv: 1") == """
        K/f.facts:1:4: error: “Stödlinjen” cannot be a name
          -- Stödlinjen
             ^
          Use lower-case letters a–z, digits and hyphens.
        """)
  }

  @Test func refusesAnUnknownKey() {
    #expect(
      complaint("-- line\nsv: 1\nsecton: Råd") == """
        K/f.facts:3:1: error: unknown key “secton”
          secton: Råd
          ^
          Did you mean “section”? Known keys here: section, sv, en.
        """)
    #expect(
      complaint("-- line\nsv: 1\nsecton: Råd", .swedish) == """
        K/f.facts:3:1: error: okänd nyckel ”secton”
          secton: Råd
          ^
          Menade du ”section”? Kända nycklar här: section, sv, en.
        """)
  }

  @Test func refusesAKeyTwice() {
    #expect(
      complaint("-- line\nsv: 1\nsv: 2") == """
        K/f.facts:3:1: error: the key “sv” appears twice
          sv: 2
          ^
          It is already on line 2; keep one.
        """)
  }

  /// Below a name a `~` line might be thought to be of the fact, and is not.
  @Test(arguments: ["~ 112", "< svar", "> fråga", "== sv"])
  func refusesOtherLinesBelowAName(line: String) {
    #expect(
      complaint("-- line\nsv: 1\n\(line)") == """
        K/f.facts:3:1: error: the mark “\(line.prefix { $0 != " " })” does not belong here
          \(line)
          ^
          Move the line, or remove it.
        """)
  }
}
