import Knowledge
import Testing

/// Every figure that an answer says stands in a `~` line too.
@Suite struct FigureRegisterTests {
  private static let facts = """
    numbers: tre, three
    numbers-before-units: sex, six
    units: år, years
    ~ 112
    ~ riksdagen.se
    """

  /// The problems of one answer, with the facts that stand in its topic.
  private func problems(
    _ answer: String, stating facts: [String] = [], header: String = "kind: law",
    register: String? = facts, _ language: InterfaceLanguage = .english
  ) -> [String] {
    let stated = facts.map { "~ \($0)" }.joined(separator: "\n")
    let topic = """
      \(header)

      == sv
      title: Å
      < Ring 112 eller se riksdagen.se.
      < \(answer)
      \(stated)
      """
    let files =
      [KnowledgeFile(path: "a.topic", bytes: Array(topic.utf8))]
      + (register.map { [KnowledgeFile(path: "f.facts", bytes: Array($0.utf8))] } ?? [])
    return KnowledgeLoader.load(files: files, folder: "K").problems
      .map { $0.description(in: language) }
  }

  private func figure(_ answer: String, stating facts: [String] = []) -> String? {
    let found = problems(answer, stating: facts)
    return found.first.flatMap { $0.split(separator: "“").last?.split(separator: "”").first }
      .map(String.init)
  }

  @Test func theWholeText() {
    #expect(
      problems("Ring 040-34 93 54, då.") == [
        """
        K/a.topic:6:3: error: the figure “040-34 93 54” is not registered
          < Ring 040-34 93 54, då.
            ^
          Check it against the source. If it is right, write it on a line with ~ in the topic or a .facts file.
        """
      ])
    #expect(
      problems("Ring 040-34 93 54, då.", .swedish) == [
        """
        K/a.topic:6:3: error: uppgiften ”040-34 93 54” är inte registrerad
          < Ring 040-34 93 54, då.
            ^
          Kontrollera den mot källan. Stämmer den, skriv den på en rad med ~ i ämnet eller i en fil .facts.
        """
      ])
  }

  @Test(arguments: [
    ("Straffet är 4 år.", "4"), ("Se 6 kap. 12 §.", "6"), ("Skriv till å.b@ort.se.", "å.b@ort.se"),
    ("Se www.ort.se!", "www.ort.se"), ("Se malmö.se.", "malmö.se"), ("Det är tre.", "tre"),
    ("Det är Tre: a, b.", "tre"), ("I sex år.", "sex år"), ("Ring 113.", "113"),
    ("Ring 1121.", "1121"), ("Sedan 2018.", "2018"),
  ])
  func figures(answer: String, expected: String) {
    #expect(figure(answer) == expected)
  }

  @Test(arguments: [
    "Ring 112.", "Ring 112: nu", "(112)", "Sex mot betalning.", "T.ex. så, bl.a. så, osv.",
    "Se riksdagen.se.", "Så.Nej", "1. Först.",
  ])
  func noFigures(answer: String) {
    #expect(problems(answer).isEmpty)
  }

  @Test func aFactOfTheTopicRegistersForTheTopic() {
    #expect(problems("I 30 dagar.", stating: ["30 dagar"]).isEmpty)
    #expect(figure("I 30 dagarna.", stating: ["30 dagarna", "i"]) == nil)
    #expect(problems("I 30 dagar.", stating: ["30 dagarna"]).count == 2)
  }

  /// "112" does not state "11": a fact is a whole number.
  @Test func factsAreWholeNumbers() {
    #expect(
      problems("Så.", stating: ["11"]) == [
        """
        K/a.topic:7:3: error: the answer in Swedish does not state “11”
          ~ 11
            ^
          Put the fact into the answer, or remove the line if it is not to be stated.
        """
      ])
    #expect(problems("Så är det.", stating: ["så är de"]).isEmpty)
  }

  @Test func whatIsRegisteredMustBeSaid() {
    #expect(
      problems("Så.", register: Self.facts + "\n~ 113\n~ Bo Ek\n") == [
        """
        K/f.facts:6:3: error: the figure “113” is not stated anywhere
          ~ 113
            ^
          Check the answers that should state it, or remove the line.
        """,
        """
        K/f.facts:7:3: error: the figure “Bo Ek” is not stated anywhere
          ~ Bo Ek
            ^
          Check the answers that should state it, or remove the line.
        """,
      ])
    #expect(problems("Fråga Bo Ek.", register: Self.facts + "\n~ Bo Ek\n").isEmpty)
  }

  @Test func keysThatAreShownAreHeldToItToo() {
    let found = problems(
      "Så.", header: "kind: law\nsection: Kap. 3\nas-of: 2018\nreview-by: 2030-01-01")
    #expect(
      found.map { String($0.prefix { $0 != "\n" }) } == [
        "K/a.topic:2:10: error: the figure “3” is not registered"
      ])
  }

  @Test func aFolderWithoutARegisterIsFree() {
    #expect(problems("Ring 113.", register: nil).isEmpty)
    #expect(problems("Ring 113.", register: "# Inget.\n").isEmpty)
  }

  @Test func anUnknownKeyOfTheRegister() {
    #expect(
      problems("Så.", register: "unit: år\n" + Self.facts).first == """
        K/f.facts:1:1: error: unknown key “unit”
          unit: år
          ^
          Did you mean “units”? Known keys here: numbers, numbers-before-units, units.
        """)
  }

  @Test func textsAreHeldTogetherWithoutCaseSpacesAndDashes() {
    #expect("  Å  B\u{A0}– c\u{2009}".comparisonForm == "å b - c")
    #expect("ÄÖÜ×Þ Ž ”Så…” − ‐‑‒—".comparisonForm == "äöü×þ ž ”så…” - ----")
    #expect("A\u{30A}".comparisonForm == "å".comparisonForm)
    #expect("a".comparisonForm != "å".comparisonForm)
    #expect("".comparisonForm == "" && " \t ".comparisonForm == "")
  }

  /// Exchanged between two people every number is stated, and wrong.
  @Test func aPersonsFactsStandBelowTheName() {
    let header = """
      kind: contact
      ~ Bo Ek
      ~ 08-12 34 56
      ~ Åsa Alm
      ~ asa.alm@ort.se
      ~ 08-12 34 57

      -- Bo Ek
      telephone: 08-12 34 57

      -- Åsa Alm
      telephone: 08-12 34 56
      mail: asa.alm@ort.se
      """
    #expect(
      problems("Så.", header: header) == [
        """
        K/a.topic:3:3: error: “08-12 34 56” is listed among the facts of Bo Ek, but does not belong there
          ~ 08-12 34 56
            ^
          Check both against the source; a person's ~ lines come below the one with the name.
        """,
        """
        K/a.topic:6:3: error: “08-12 34 57” is listed among the facts of Åsa Alm, but does not belong there
          ~ 08-12 34 57
            ^
          Check both against the source; a person's ~ lines come below the one with the name.
        """,
      ])
    #expect(
      problems("Så.", header: header, .swedish).first == """
        K/a.topic:3:3: error: ”08-12 34 56” står bland uppgifterna om Bo Ek, men hör inte dit
          ~ 08-12 34 56
            ^
          Kontrollera båda mot källan; raderna med ~ om en person står under den med namnet.
        """)
  }
}
