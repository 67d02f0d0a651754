import Testing

@testable import Knowledge

@Suite struct FigureTextTests {
  private func blanked(_ form: String, _ text: String) -> String? {
    var rest = ComparedForm(fact: text)
    let isFound = FigureText.blank(ComparedForm(fact: form), in: &rest)
    // How many spaces is of no account.
    return isFound ? rest.text.split(separator: " ").joined(separator: " ") : nil
  }

  private func figure(_ text: String) -> String? {
    FigureText.firstFigure(in: ComparedForm(fact: text))
  }

  @Test func blanksEveryWholeOccurrence() {
    #expect(blanked("18 år", "från 18 år, under 18 år") == "från , under")
    #expect(blanked("8 år", "från 18 år") == nil)
    #expect(blanked("18", "18års gräns") == nil)
    #expect(blanked("18", "18½") == nil)
    #expect(blanked("år", "året får år") == "året får")
    #expect(blanked("5", "§5§") == "§ §")
    #expect(blanked("tre", "tre×tre") == "×")
  }

  @Test func readsCharactersThatAreNotPlainInTheSameWay() {
    #expect(blanked("18 år", "š 18 a\u{30A}r") == "š")
    #expect(blanked("8 år", "š 18 år") == nil)
    #expect(blanked("18", "š18") == nil)
    #expect(figure("štěpán bor på 12") == "12")
    #expect(figure("štěpán har två år") == "två år")
    #expect(figure("štěpán") == nil)
  }

  @Test(arguments: [
    ("fängelse i högst 4 år", "4"), ("1. det första", nil), ("12 § gäller", "12"),
    ("mejla a@b.se", "a@b.se"), ("se www.polisen.se.", "www.polisen.se."), ("två år", "två år"),
    ("två (månader)", "två (månader)"), ("två barn", nil), ("sex är ett ord", nil),
    ("x² är ett tal", "x²"), ("får år", nil), ("", nil),
  ])
  func findsTheFirstFigure(_ text: String, _ figure: String?) {
    #expect(self.figure(text) == figure)
  }
}
