import Knowledge
import Testing

@Suite struct NormalFormTests {
  @Test(arguments: [
    ("ｈｅｌｐ　ｍｅ１１２？", "help me112?"), ("o\u{FB03}ce \u{FB01}nd \u{FB02}y", "office find fly"),
    ("𝐡𝐞𝐥𝐩 𝓂𝑒 ①⑫ Ⓐ", "help me 112 A"), ("\u{133}s \u{17F}å", "ijs så"),
    ("¹¹² ring²", "112 ring"), ("6 kap. 12 §³", "6 kap. 12 §"), ("CO₂ 1º", "CO2 1o"),
  ])
  func readsCompatibilityForms(_ text: String, _ form: String) {
    #expect(text.normalForm == form)
  }

  @Test(arguments: [
    0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F, 0x34F, 0xE0100,
  ])
  func dropsWhatIsNotSeen(_ value: UInt32) throws {
    let mark = String(try #require(Unicode.Scalar(value)))
    #expect("kopp\(mark)leri Göte\(mark)borg\(mark)".normalForm == "koppleri Göteborg")
  }

  @Test func hasOneSpaceOneDashAndOneApostrophe() {
    #expect("a\u{A0}b\u{2003}c\u{3000}d\u{2028}e\tf".normalForm == "a b c d\ne\tf")
    #expect("‐‑‒–—―−-".normalForm == "--------")
    #expect("can’t can´t canʼt can‘t can't".normalForm == "can't can't can't can't can't")
  }

  @Test(arguments: [
    ("Ma\u{308}n A\u{30A}r e\u{301}n o\u{308}", "Män År én ö"), ("\u{212B}ke", "Åke"),
    ("s\u{30C} n\u{303} e\u{302}\u{301}", "š ñ \u{1EBF}"), ("x\u{30A}", "x\u{30A}"),
  ])
  func putsLettersAndTheirAccentsTogether(_ text: String, _ form: String) {
    #expect(Array(text.normalForm.unicodeScalars) == Array(form.unicodeScalars))
  }

  @Test(arguments: ["", "Får hon stanna?", "6 kap. 12 §…", "a\r\nb  c", "мне нужна помощь", "🙂 ÷"])
  func leavesOtherTextsAlone(_ text: String) {
    #expect(Array(text.normalForm.utf8) == Array(text.utf8))
  }

  /// Texts of characters that are treated in different ways, in every order of three.
  private static let samples: [String] = {
    let pieces = [
      "A", "z", "0", " ", "Å", "ä", "\u{30A}", "\u{301}", "–", "-", "\u{A0}", "\r", "\n", "’", "?",
      "\u{200D}", "\u{AD}", "Š", "😀", "€", "§", "\u{2028}", "²", "ﬁ", "×", "Ａ",
    ]
    return pieces.flatMap { a in pieces.flatMap { b in pieces.map { c in a + b + c } } }
  }()

  @Test func hasItsOwnNormalForm() {
    for sample in Self.samples {
      let form = sample.normalForm
      #expect(
        Array(form.normalForm.unicodeScalars) == Array(form.unicodeScalars),
        "\(sample.unicodeScalars.map(\.value))")
      let compared = sample.comparisonForm
      #expect(compared.comparisonForm == compared, "\(sample.unicodeScalars.map(\.value))")
      #expect(form.comparisonForm == compared, "\(sample.unicodeScalars.map(\.value))")
    }
  }

  @Test(arguments: [
    ("Åka  TILL\tÖrebro ", "åka till örebro"), ("6\u{A0}kap. 12\u{202F}§", "6 kap. 12 §"),
    ("2018–07—01 −5 ‐‑‒", "2018-07-01 -5 ---"), ("É×ß÷Þ", "é×ß÷þ"), ("A\u{30A}ke", "åke"),
    ("ŠTĚPÁN", "štěpán"), ("\r\n hej \r\n", "hej"), ("İ", "i̇"), ("kopp\u{AD}leri", "koppleri"),
    ("", ""), (" \u{3000}", ""),
  ])
  func comparesTexts(_ text: String, _ form: String) {
    #expect(text.comparisonForm == form)
  }

  @Test(arguments: [
    ("”Vem betalar?”", "vem betalar"), ("¿Qué?!", "qué"), ("… - !", ""), ("(a) b.", "a) b"),
    ("50 %", "50"), ("50 €", "50 €"), ("e\u{301}?", "é"),
  ])
  func comparesQuestionsWithoutPunctuationAtTheirEnds(_ text: String, _ form: String) {
    #expect(text.comparisonForm.withoutOuterPunctuation == form)
  }

  @Test func writesPlainLettersInTheirCase() {
    #expect("Åsa ÄR på Café, Œ".withoutAccents == "Asa AR pa Cafe, Œ")
  }

  @Test(
    arguments: [
      (Array("Hjälp".utf8), "Hjälp"), ([0x68, 0x6A, 0xE4, 0x6C, 0x70], "hjälp"),
      ([0xE5, 0x20, 0xC3, 0xA5], "å å"), ([0x92, 0x96], "’–"), ([0xC3], "Ã"), ([], ""),
    ] as [([UInt8], String)])
  func readsOlderEncodings(_ bytes: [UInt8], _ text: String) {
    #expect(String(decodingTyped: bytes) == text)
  }
}
