import Chat
import Conversation
import Testing

@Suite struct ScreenLayoutTests {
  private func lines(_ width: Int?, _ lines: ReplyLine...) -> [String] {
    ScreenLayout(width: width, isColored: false).render(lines)
  }

  @Test func withoutAWindowLinesStayAsTheyAre() {
    let long = String(repeating: "ord ", count: 100) + "slut"
    #expect(lines(nil, ReplyLine(.contact, long), ReplyLine(.text, "")) == [long, ""])
  }

  @Test func breaksAtSpaces() {
    #expect(lines(10, ReplyLine(.text, "ett två tre fyra")) == ["ett två", "tre fyra"])
    #expect(lines(10, ReplyLine(.text, "tio tecken")) == ["tio tecken"])
    #expect(lines(10, ReplyLine(.text, "")) == [""])
  }

  @Test(arguments: [
    ("Ring 020-39 00 00 nu", 14, ["Ring", "020-39 00 00", "nu"]),
    ("Ring 020-39 00 00, nu", 13, ["Ring", "020-39 00 00,", "nu"]),
    ("(+46 70 123 45 67) ja", 18, ["(+46 70 123 45 67)", "ja"]),
    ("Polisen: 114 14 alltid", 13, ["Polisen:", "114 14 alltid"]),
    ("se www.nmtsverige.se nu", 10, ["se", "www.nmtsverige.se", "nu"]),
    ("ring 112 nu", 8, ["ring 112", "nu"]),
    // No telephone numbers, so they may be broken.
    ("år 2018 2019 2020 och", 12, ["år 2018 2019", "2020 och"]),
    ("brottsbalken 6 kap. 11 §", 21, ["brottsbalken 6 kap.", "11 §"]),
  ])
  func keepsNumbersAndLinksWhole(text: String, width: Int, expected: [String]) {
    #expect(lines(width, ReplyLine(.text, text)) == expected)
  }

  @Test func countsEmojiAsTwoColumns() {
    #expect(lines(6, ReplyLine(.text, "😀😀 😀😀")) == ["😀😀", "😀😀"])
    #expect(lines(9, ReplyLine(.text, "😀😀 😀😀")) == ["😀😀 😀😀"])
  }

  @Test func standsInUnderItsOwnBeginning() {
    #expect(lines(12, ReplyLine(.choice, "1. Köp av sex")) == ["1. Köp av", "   sex"])
    #expect(lines(12, ReplyLine(.text, "– Region Väst ja")) == ["– Region", "  Väst ja"])
    #expect(lines(12, ReplyLine(.quotation, "”den som gör”")) == ["  ”den som", "  gör”"])
    #expect(
      lines(16, ReplyLine(.contact, "Telefon: 040-34 93 54")) == ["  Telefon:", "    040-34 93 54"])
  }

  @Test func aLongAddressUsesTheWholeWindow() {
    #expect(
      lines(20, ReplyLine(.contact, "E-post: lisa.green@malmo.sex"))
        == ["  E-post:", "lisa.green@malmo.sex"])
  }

  @Test func twoColumnsStandSideBySideOrBelowEachOther() {
    let line = ReplyLine(.text, ":spara FIL   spara samtalet i en fil")
    #expect(lines(40, line) == [":spara FIL   spara samtalet i en fil"])
    #expect(lines(18, line) == [":spara FIL", "  spara samtalet i", "  en fil"])
    #expect(
      lines(30, ReplyLine(.text, ":ny  börja ett alldeles nytt samtal"))
        == [":ny  börja ett alldeles nytt", "     samtal"])
  }

  @Test func coloursWhatOneLooksFor() {
    let layout = ScreenLayout(width: nil, isColored: true)
    #expect(
      layout.render([
        ReplyLine(.heading, "Köp"), ReplyLine(.text, "Ring 112 nu."), ReplyLine(.text, ""),
        ReplyLine(.contact, "E-post: a@b.se"), ReplyLine(.note, "Se www.x.se, eller 020-39 00 00."),
        ReplyLine(.quotation, "”så”"),
      ]) == [
        "\u{1B}[1mKöp\u{1B}[0m", "Ring \u{1B}[36m112\u{1B}[0m nu.", "",
        "E-post: \u{1B}[36ma@b.se\u{1B}[0m",
        "\u{1B}[2mSe \u{1B}[0m\u{1B}[36mwww.x.se\u{1B}[0m\u{1B}[2m, eller \u{1B}[0m"
          + "\u{1B}[36m020-39 00 00\u{1B}[0m\u{1B}[2m.\u{1B}[0m", "”så”",
      ])
  }
}
