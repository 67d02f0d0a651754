import Testing

@testable import Knowledge

/// Topics of the older form, whose parts stand within a language's block, each under a name in it.
@Suite struct PartsInBlocksTests {
  private func topic(swedish: String, english: String) -> String {
    """
    == sv
    title: Köp
    < Köp är ett brott.
    \(swedish)
    == en
    title: Buying
    < Buying is a crime.
    \(english)
    """
  }

  private func read(_ text: String) -> TopicReader {
    TopicReader(id: "a", file: "K/a.topic", lines: lines(text, of: "K/a.topic"))
  }

  @Test func pairsThePartsOfTwoLanguagesByTheirPlaces() throws {
    let reader = read(
      topic(
        swedish: "-- Vem åtalar\n> vem åtalar?\n< Åklagaren.\n-- Ålder\nsee: b\n> hur gammal?",
        english: "-- Who\n> who prosecutes?\n< The prosecutor.\n-- Age\nsee: b\n> how old?"))
    #expect(reader.problems.described(in: .english) == "")
    let parts = try #require(reader.topic?.parts)
    #expect(parts.map(\.id) == ["vem-atalar", "alder"])
    #expect(
      parts.map { $0.texts.mapValues(\.title) } == [
        ["sv": "Vem åtalar", "en": "Who"], ["sv": "Ålder", "en": "Age"],
      ])
    #expect(parts[0].texts["en"]?.answer.map(\.text) == ["The prosecutor."])
    #expect(parts[1].see == TopicReference(topic: "b"))
    #expect(parts[1].isElsewhere)
    // They were only ever asked for after their topic.
    #expect(
      parts.flatMap { $0.texts.values.flatMap { $0.examples.map(\.leans) } }
        == [true, true, true, true])
    #expect(reader.topic?.texts["sv"]?.examples == [])
  }

  @Test func givesEachPartAnIDOfItsOwn() {
    let parts = "-- A b\n< 1.\n-- A, b!\n< 2.\n-- ?\n< 3."
    #expect(
      read(topic(swedish: parts, english: parts)).topic?.parts.map(\.id)
        == ["a-b", "a-b-2", "part"])
  }

  @Test func takesAFolderOfOneLanguage() {
    let reader = read("== sv\ntitle: T\n< S\n-- Del\n> hur?\n< Så.")
    #expect(reader.problems.isEmpty)
    #expect(reader.topic?.parts.map(\.id) == ["del"])
  }

  @Test func refusesAPartThatOnlyOneLanguageHas() {
    let one = "-- Vem\n> vem?\n< Åklagaren."
    let two = one + "\n-- När\n> när?\n< Nu."
    #expect(
      report(["a.topic": topic(swedish: two, english: one)]) == """
        K/a.topic:7:4: error: the part “När” is only in Swedish
          -- När
             ^
          Write it in the other language too, in the same place.
        """)
    #expect(
      report(["a.topic": topic(swedish: two, english: one)], .swedish) == """
        K/a.topic:7:4: error: delen ”När” finns bara på svenska
          -- När
             ^
          Skriv den på det andra språket också, på samma plats.
        """)
    #expect(
      report(["a.topic": topic(swedish: one, english: two)]) == """
        K/a.topic:13:4: error: the part “När” is only in English
          -- När
             ^
          Write it in the other language too, in the same place.
        """)
  }

  @Test func refusesPartsOfALanguageWhereTheOtherHasNone() {
    #expect(
      report(["a.topic": topic(swedish: "-- Vem\n> vem?\n< Åklagaren.", english: "")]) == """
        K/a.topic:4:4: error: the part “vem” is missing in English
          -- Vem
             ^
          Add == en to the part.
        """)
  }

  @Test func refusesAPartWithoutAnswer() {
    let reader = read(
      topic(swedish: "-- Vem\n> vem?", english: "-- Who\n> who?\n< The prosecutor."))
    #expect(
      reader.problems.described(in: .english) == """
        K/a.topic:4:4: error: the part “Vem” has no answer
          -- Vem
             ^
          Write the answer on lines that begin with <, or see: and a topic.
        """)
  }
}
