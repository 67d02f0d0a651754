import Testing
import Understanding

@Suite struct TokenizedTextTests {
  private func words(_ text: String) -> [String] {
    let tokens = TokenizedText(text)
    return tokens.tokens.indices.map { tokens.word($0) }
  }

  @Test(arguments: [
    ("Får hon stanna?", ["får", "hon", "stanna"]),
    ("6 kap. 12 §", ["6", "kap", "12", "§"]),
    ("BrB 4:1a", ["brb", "4", "1a"]),
    ("can't NMT:s A&E", ["cant", "nmt", "ae"]),
    ("020-39 00 00", ["020", "39", "00", "00"]),
    ("människo-handel/trafficking", ["människo", "handel", "trafficking"]),
    ("!!! 🙂 …", []),
  ])
  func cutsIntoWords(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func takesLettersWithTheirAccentsApartForWholeOnes() {
    #expect(words("Ma\u{308}nniskohandel A\u{30A}mål") == ["människohandel", "åmål"])
  }

  @Test func foldsAccentsIntoPlainLetters() {
    let tokens = TokenizedText("Östersund Ängelholm på café")
    #expect(
      tokens.tokens.indices.map { tokens.foldedWord($0) }
        == ["ostersund", "angelholm", "pa", "cafe"])
  }

  @Test func tellsSentencesAndQuestionsApart() {
    let tokens = TokenizedText("Hon är trött. Vem betalar? Vi i 6 kap. 12 § vet inte")
    #expect(tokens.isQuestion == [false, true, false])
    #expect(tokens.tokens.map(\.sentence).max() == 2)
  }

  @Test func measuresForeignLetters() {
    #expect(TokenizedText("мне нужна помощь").foreignLetters == 1)
    #expect(TokenizedText("hjälp mig").foreignLetters == 0)
  }
}
