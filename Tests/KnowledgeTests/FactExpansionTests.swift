import Testing

@testable import Knowledge

/// Facts in the texts that name them.
@Suite struct FactExpansionTests {
  private static let facts = """
    -- line
    section: Råd
    sv: 020-39 00 00
    en: 020-39 00 00 (free)

    -- days
    sv: 30 dagar
    en: 30 days
    """

  private static func topic(_ swedish: String, _ english: String, _ more: String = "") -> String {
    "== sv\ntitle: T\n< \(swedish)\n\n== en\ntitle: T\n< \(english)\n\(more)"
  }

  private static let good = topic("Ring {line} i {days}.", "Call {line} for {days}.")

  private func answer(_ topic: Topic?, _ language: LanguageCode) -> [String]? {
    topic?.texts[language]?.answer.map(\.text)
  }

  @Test func standInTheAnswersOfEachLanguage() throws {
    let loaded = load(["a.topic": Self.good, "f.facts": Self.facts])
    #expect(loaded.problems.described(in: .english) == "")
    let topic = loaded.base?.topic("a")
    #expect(answer(topic, "sv") == ["Ring 020-39 00 00 i 30 dagar."])
    #expect(answer(topic, "en") == ["Call 020-39 00 00 (free) for 30 days."])
  }

  @Test func standInPartsAndOnTheLinesOfWhatMustBeStated() throws {
    let part =
      "-- p\n== sv\ntitle: P\n< Ring {line}!\n~ {line}\n== en\ntitle: P\n< {line}\n~ {line}"
    let loaded = load([
      "a.topic": Self.topic("I {days}.\n~ {days}", "For {days}.", part), "f.facts": Self.facts,
    ])
    #expect(loaded.problems.described(in: .english) == "")
    let topic = try #require(loaded.base?.topic("a"))
    #expect(topic.texts["sv"]?.facts.map(\.text) == ["30 dagar"])
    #expect(topic.parts[0].texts["sv"]?.answer.map(\.text) == ["Ring 020-39 00 00!"])
    #expect(topic.parts[0].texts["en"]?.facts.map(\.text) == ["020-39 00 00 (free)"])
  }

  /// Above the blocks a fact is of the topic: each language's answer states it in its own form.
  @Test func aFactOfTheHeaderIsStatedInEachLanguage() {
    let header = "~ {days}\n\n"
    #expect(report(["a.topic": header + Self.good, "f.facts": Self.facts]) == "")
    let english = Self.topic("Ring {line} i {days}.", "Call {line}.")
    #expect(
      report(["a.topic": header + english, "f.facts": Self.facts]) == """
        K/a.topic:1:3: error: the answer in English does not state “30 days”
          ~ {days}
            ^
          Put the fact into the answer, or remove the line if it is not to be stated.
        """)
  }

  @Test func aQuotationIsLeftAsItIs() {
    let topic = Self.topic("{line} {days}\n\" så {sägs} det", "{line} {days}")
    let loaded = load(["a.topic": topic, "f.facts": Self.facts])
    #expect(answer(loaded.base?.topic("a"), "sv")?.last == "så {sägs} det")
  }

  @Test func standInPhrasesBesideTheirOwnPlaceholders() {
    let loaded = load([
      "a.topic": Self.topic("{days}", "{days}"), "f.facts": Self.facts,
      "p.phrases":
        "== sv\nsource: {section} {date}: {line}\n\n== en\nsource: {section} {date}: {line}",
    ])
    #expect(loaded.problems.described(in: .english) == "")
    #expect(loaded.base?.phrases["sv"]?.texts["source"] == "{section} {date}: 020-39 00 00")
    #expect(loaded.base?.phrases["en"]?.texts["source"] == "{section} {date}: 020-39 00 00 (free)")
  }

  // MARK: Slips

  @Test func refusesAFactThatIsNotThere() {
    let files = [
      "a.topic": Self.topic("{line} {days} {dags}", "{line} {days}"), "f.facts": Self.facts,
    ]
    #expect(
      report(files) == """
        K/a.topic:3:3: error: there is no fact {dags}
          < {line} {days} {dags}
            ^
          Did you mean {days}? Facts are in the .facts files.
        """)
    #expect(
      report(files, .swedish) == """
        K/a.topic:3:3: error: uppgiften {dags} finns inte
          < {line} {days} {dags}
            ^
          Menade du {days}? Uppgifterna står i filerna .facts.
        """)
  }

  @Test func refusesAnUnpairedBrace() {
    let files = ["a.topic": Self.topic("{line} {days", "{line} {days}"), "f.facts": Self.facts]
    #expect(
      report(files) == """
        K/a.topic:3:3: error: an unpaired brace in “{line} {days”
          < {line} {days
            ^
          Write {name} with both braces.
        """)
    #expect(
      report(files, .swedish) == """
        K/a.topic:3:3: error: klammer utan par i ”{line} {days”
          < {line} {days
            ^
          Skriv {namn} med båda klamrarna.
        """)
  }

  /// It would live on when the fact is changed.
  @Test func refusesAFactWrittenByHand() {
    let files = [
      "a.topic": Self.topic("{line} {days}, ring 020–39 00 00.", "{line} {days}"),
      "f.facts": Self.facts,
    ]
    #expect(
      report(files) == """
        K/a.topic:3:3: error: “020-39 00 00” is written by hand
          < {line} {days}, ring 020–39 00 00.
            ^
          Write {line}, so that it is changed in one place only.
        """)
    #expect(
      report(files, .swedish) == """
        K/a.topic:3:3: error: ”020-39 00 00” är skrivet för hand
          < {line} {days}, ring 020–39 00 00.
            ^
          Skriv {line}, så att det ändras på ett enda ställe.
        """)
  }

  /// "130 dagar" is another number, and a penalty in words may be worded freely.
  @Test(arguments: ["130 dagar", "30 dag", "böter"])
  func takesOtherFiguresForOthers(text: String) {
    let facts = Self.facts + "\n\n-- fine\nsv: böter\nen: a fine"
    #expect(
      report([
        "a.topic": Self.topic("{line} {days} {fine} \(text)", "{line} {days} {fine}"),
        "f.facts": facts,
      ]) == "")
  }

  /// Of two that hold each other the longer is meant.
  @Test func namesTheLongestFactThatIsMeant() {
    let facts = "-- a\nsv: 30 dagar\n\n-- b\nsv: 30 dagar och 2 timmar"
    let topic = "== sv\ntitle: T\n< {a} {b}\n< Efter 30 dagar och 2 timmar."
    #expect(
      report(["a.topic": topic, "f.facts": facts]) == """
        K/a.topic:4:3: error: “30 dagar och 2 timmar” is written by hand
          < Efter 30 dagar och 2 timmar.
            ^
          Write {b}, so that it is changed in one place only.
        """)
  }

  @Test func refusesAFactWithoutALanguage() {
    let files = [
      "a.topic": Self.good, "f.facts": Self.facts.replacing("\nen: 30 days", with: ""),
    ]
    #expect(
      report(files) == """
        K/f.facts:6:4: error: the fact “days” is missing in English
          -- days
             ^
          Add a line en: …
        """)
    #expect(
      report(files, .swedish) == """
        K/f.facts:6:4: error: uppgiften ”days” saknas på engelska
          -- days
             ^
          Lägg till en rad en: …
        """)
  }

  @Test func refusesAFactTwice() {
    let files = [
      "a.topic": Self.good, "f.facts": Self.facts, "g.facts": "-- days\nsv: 31 dagar\nen: 31 days",
    ]
    #expect(
      report(files) == """
        K/g.facts:1:4: error: the fact “days” appears twice
          -- days
             ^
          It is already in K/f.facts:6:4; keep one.
        """)
    #expect(
      report(files, .swedish) == """
        K/g.facts:1:4: error: uppgiften ”days” står två gånger
          -- days
             ^
          Den står redan i K/f.facts:6:4; behåll en.
        """)
  }

  @Test func warnsOfAFactThatNothingStates() {
    let files = ["a.topic": Self.topic("{line}", "{line}"), "f.facts": Self.facts]
    #expect(
      report(files) == """
        K/f.facts:6:4: warning: no text states the fact {days}
          -- days
             ^
          Put it into an answer, or remove it.
        """)
    #expect(
      report(files, .swedish) == """
        K/f.facts:6:4: warning: ingen text säger uppgiften {days}
          -- days
             ^
          Skriv den i ett svar, eller ta bort den.
        """)
    #expect(load(files).base != nil)
  }

  /// A folder that names no facts may write braces as it likes.
  @Test func aFolderWithoutFactsIsFree() {
    let loaded = load(["a.topic": "== sv\ntitle: T\n< Så {här}"])
    #expect(loaded.problems.isEmpty)
    #expect(answer(loaded.base?.topic("a"), "sv") == ["Så {här}"])
  }
}
