import Testing

@testable import Knowledge

@Suite struct ComparedFormTests {
  @Test(arguments: [
    ("Åka  TILL\tÖrebro ", "åka till örebro"),
    ("6\u{A0}kap.\u{85}12\u{202F}§", "6 kap. 12 §"),
    ("2018–07—01 −5 ‐‑‒", "2018-07-01 -5 ---"),
    ("É×ß÷Þ", "é×ß÷þ"),
    ("A\u{30A}ke", "åke"),
    ("ŠTĚPÁN", "štěpán"),
    ("\r\n hej \r\n", "hej"),
    ("İ", "i̇"),
    ("", ""), (" \u{3000}", ""),
  ])
  func writesFactsInOneForm(_ text: String, _ form: String) {
    #expect(text.factForm == form)
  }

  @Test(arguments: [
    ("”Vem betalar?”", "vem betalar"), ("¿Qué?!", "qué"), ("… - !", ""), ("(a) b.", "a) b"),
    ("50 %", "50"), ("50 €", "50 €"), ("e\u{301}?", "é"),
  ])
  func writesQuestionsWithoutPunctuationAtTheirEnds(_ text: String, _ form: String) {
    #expect(text.exampleForm == form)
  }

  @Test func takesALetterInPiecesForTheWholeLetter() {
    let whole = ComparedForm(fact: "Skåne och Malmö")
    let pieces = ComparedForm(fact: "Ska\u{30A}ne och Malmo\u{308}")
    #expect(whole == pieces)
    #expect(whole.hashValue == pieces.hashValue)
    #expect(ComparedForm(fact: "\u{212B}") == ComparedForm(fact: "å"))
  }

  @Test func findsWholeCharactersOnly() {
    #expect(ComparedForm(fact: "Ring 020-39 00 00 nu").contains(ComparedForm(fact: "020–39 00 00")))
    #expect(ComparedForm(fact: "a").contains(ComparedForm(fact: "")))
    #expect(!ComparedForm(fact: "").contains(ComparedForm(fact: "a")))
    #expect(!ComparedForm(fact: "ška").contains(ComparedForm(fact: "s")))
    #expect(!ComparedForm(fact: "ka\u{30C}x").contains(ComparedForm(fact: "ka")))
    #expect(!ComparedForm(fact: "ål").contains(ComparedForm(fact: "al")))
    #expect(ComparedForm(fact: "š 6 kap.").contains(ComparedForm(fact: "6 kap.")))
    #expect(!ComparedForm(fact: "6 kap.").contains(ComparedForm(fact: "š")))
  }

  /// Texts of characters that are treated in different ways, in every order of three.
  private static let samples: [String] = {
    let pieces = [
      "A", "z", "0", " ", "Å", "ä", "\u{30A}", "\u{301}", "–", "-", "\u{A0}", "\u{85}", "’", "?",
      "\u{200D}", "\u{AD}", "Š", "😀", "€", "§", "\u{2028}", "\u{600}", "⁄", "×",
    ]
    return pieces.flatMap { a in pieces.flatMap { b in pieces.map { c in a + b + c } } }
  }()

  /// The form as it is defined, character by character.
  private func definition(of text: String) -> String {
    var form = ""
    var pendingSpace = false
    for character in text.lowercased() {
      if character.isWhitespace {
        pendingSpace = !form.isEmpty
        continue
      }
      if pendingSpace { form.append(" ") }
      pendingSpace = false
      form.append("‐‑‒–—−".contains(character) ? "-" : character)
    }
    return form
  }

  @Test func isTheSameByteByByteAsCharacterByCharacter() {
    for sample in Self.samples {
      let form = definition(of: sample)
      #expect(sample.factForm == form, "\(sample.unicodeScalars.map(\.value))")
      var trimmed = form[...]
      while let last = trimmed.last, last.isPunctuation || last == " " { trimmed.removeLast() }
      while let first = trimmed.first, first.isPunctuation || first == " " { trimmed.removeFirst() }
      #expect(sample.exampleForm == String(trimmed), "\(sample.unicodeScalars.map(\.value))")
    }
  }

  @Test func isEqualWhereTheTextsAre() {
    let samples = Self.samples.filter { $0.utf8.count <= 5 }.prefix(1500)
    var places: [String: Int] = [:]
    var forms: [ComparedForm: Int] = [:]
    for (place, sample) in samples.enumerated() {
      let first = places[definition(of: sample)] ?? place
      places[definition(of: sample)] = first
      let firstForm = forms[ComparedForm(fact: sample)] ?? place
      forms[ComparedForm(fact: sample)] = firstForm
      #expect(first == firstForm, "\(sample.unicodeScalars.map(\.value))")
    }
  }
}
