import Conversation
import Knowledge
import TestSupport
import Testing
import Transcripts

/// What does not agree: languages, numbers, areas, people and places, held-out questions.
@Suite struct AgreementReviewTests {
  private func review(
    _ changes: [(file: String, old: String, new: String)] = [], adding: [String: String] = [:],
    today: String = "2026-01-01", heldOut: HeldOutQuestions = HeldOutQuestions()
  ) throws -> KnowledgeReview {
    var files = SmallKnowledge.files.merging(adding) { $1 }
    for change in changes {
      let text = try #require(files[change.file])
      try #require(text.contains(change.old))
      files[change.file] = text.replacing(change.old, with: change.new)
    }
    return KnowledgeReview(
      Responder(knowledge: try SmallKnowledge.load(files)), today: today, heldOut: heldOut)
  }

  private func warnings(
    _ changes: [(file: String, old: String, new: String)] = [], adding: [String: String] = [:],
    today: String = "2026-01-01", _ language: InterfaceLanguage = .english
  ) throws -> [String] {
    try review(changes, adding: adding, today: today).warnings.map {
      "\($0.headline(in: language)). \($0.cause.wording(in: language).remedy)"
    }
  }

  // MARK: Numbers

  @Test(arguments: [
    ("30 dagar och 2 år", "sv", ["30", "2"]),
    ("tolv län, sex år, sex och droger", "sv", ["12", "6"]),
    ("1,130.50 and two", "en", ["1130.50", "2"]), ("1.130,50 kr", "sv", ["1130.50"]),
    ("one of them", "en", []), ("kap. 4:1 a", "sv", ["4", "1"]), ("sexköp", "sv", []),
  ])
  func numbersAreRead(text: String, language: String, values: [String]) {
    #expect(StatedNumbers(text, language: language).values == Set(values))
  }

  @Test func numbersThatDifferBetweenLanguages() throws {
    let changes = [
      (
        "permit/time.topic", "< The time to think is 30 days.",
        "< The time to think is 31 days: 30 days and one.\n< Or 32."
      )
    ]
    #expect(
      try warnings(changes) == [
        "K/permit/time.topic:8:3: warning: the numbers differ: Swedish no more, English 31, 32. Check against the source. The other line: K/permit/time.topic:20:< The time to think is 31 days: 30 days and one."
          .replacing(":20:<", with: ":20: <")
      ])
    let words = [
      ("permit/time.topic", "< Förundersökningsledaren ansöker.", "< Två ledare ansöker."),
      (
        "permit/time.topic", "< The leader of the preliminary investigation applies.",
        "< Three leaders apply."
      ),
    ]
    #expect(
      try warnings(words, .swedish) == [
        "K/permit/time.topic:16:3: warning: talen skiljer sig: svenska 2, engelska 3. Kontrollera mot källan. Den andra raden: K/permit/time.topic:28: < Three leaders apply."
      ])
  }

  // MARK: One language

  @Test func factsInOneLanguageOnly() throws {
    #expect(
      try warnings([("permit/time.topic", "~ 30 days\n", "")]) == [
        "K/permit/time.topic:18:4: warning: no lines with ~ in English against 1 in Swedish. Write the same lines in both languages."
      ])
    #expect(
      try warnings(
        [("law/sale.topic", "title: Köp\n", "title: Köp\nnames: sexköp, torskar\n")], .swedish)
        == [
          "K/law/sale.topic:13:4: warning: inga namn på engelska mot 2 på svenska. Skriv dem på det språket också."
        ])
  }

  @Test func wordingsOfAPartInOneLanguageOnly() throws {
    let found = try warnings([("permit/time.topic", "> who applies?\n", "")])
    #expect(
      found == [
        "K/permit/time.topic:26:4: warning: no questions in English against 1 in Swedish. Write questions in that language too, as people would write them."
      ])
  }

  @Test func aTextInTheOtherLanguage() throws {
    let found = try warnings([
      (
        "law/sale.topic", "> may one buy sex",
        "> may one buy sex\n> hur lång betänketid får man när det är olagligt att köpa sex som är ett brott"
      )
    ])
    #expect(
      found.contains {
        $0.hasPrefix(
          "K/law/sale.topic:17:3: warning: the text is in Swedish, but is placed among English.")
      }
    )
  }

  // MARK: Areas

  @Test func anAreaThatTheTextOfItsContactDoesNotName() throws {
    let north = """
      kind: contact
      section: Kontakt / Region Nord
      as-of: 2018
      covers: Norrbotten

      -- Bo Ek
      telephone: 0920-12 34 56

      == sv
      title: Nord
      < Region Nord (Norrbotten, Skåne):
      > koordinator i Kiruna

      == en
      title: North
      < Region Nord (Norrbotten):
      > coordinator in Kiruna
      """
    let regions = """
      kind: contact
      covers: Kalmar, Blekinge

      -- Åke Ek
      telephone: 0920-12 34 57

      == sv
      title: Öst
      < Region Öst (Kalmar):
      > koordinator i Kalmar

      == en
      title: East
      < Region Öst (Kalmar, Blekinge):
      > coordinator in Kalmar
      """
    let list = """
      kind: about
      section: Kontakt
      as-of: 2018

      == sv
      title: Regioner
      < Öst: Blekinge, Kalmar
      < Syd: Skåne. Nord: Norrbotten.
      > vilka regioner finns?

      == en
      title: Regions
      < Öst: Blekinge, Kalmar, Norrbotten
      < Syd: Skåne. Nord: Norrbotten.
      > which regions are there?
      """
    let found = try warnings(adding: [
      "contact/nord.topic": north, "contact/ost.topic": regions, "about/regions.topic": list,
      "places/more.places": "== Kalmar\n\n== Blekinge\n",
    ]).filter { $0.contains("covers") }
    #expect(
      found == [
        "K/about/regions.topic:13:3: warning: the text names Norrbotten, which is not in covers of “contact/ost”. Add the area to covers, or remove it from the text.",
        "K/contact/nord.topic:11:3: warning: the text names Skåne, which is not in covers of “contact/nord”. Add the area to covers, or remove it from the text.",
        "K/contact/ost.topic:9:3: warning: Blekinge is in covers, but not in the text in Swedish. Put the area into the text, or remove it from covers.",
      ])
    let added = regions.replacing("Kalmar, Blekinge\n\n--", with: "Kalmar, Blekinge, Gotland\n\n--")
    let unlisted = try warnings(adding: [
      "contact/ost.topic": added, "about/regions.topic": list,
      "places/more.places": "== Kalmar\n\n== Blekinge\n\n== Gotland\n",
    ])
    #expect(
      unlisted.contains(
        "K/about/regions.topic:7:3: warning: the line lists areas of “contact/ost”, but not Gotland. Add the area to the line, or remove it from covers."
      ))
  }

  // MARK: Kinds, ages, held-out questions

  @Test func aKindThatIsASlipAway() throws {
    #expect(
      try warnings([("law/sale.topic", "kind: law", "kind: permits")]) == [
        "K/law/sale.topic:1:1: warning: no other topic is of the kind “permits”. Did you mean “permit”?",
        "K/permit/time.topic:1:1: warning: no other topic is of the kind “permit”. Did you mean “permits”?",
      ])
  }

  @Test func aMonthIsPastWhenItHasEnded() throws {
    for (date, today, isPast) in [
      ("2026-03", "2026-03-31", false), ("2026-03", "2026-04-01", true),
      ("2026", "2026-12-31", false),
      ("2026", "2027-01-01", true),
    ] {
      let changes = [("law/sale.topic", "as-of: 2018\n", "as-of: 2018\nreview-by: \(date)\n")]
      #expect(try warnings(changes, today: today).isEmpty != isPast, "\(date) \(today)")
    }
  }

  @Test func aWordingThatIsHeldOutIsAnError() throws {
    let question = "{\"text\": \"Vem  ansöker\", \"lang\": \"sv\", \"accept\": [\"permit/time\"]}\n"
    let folder = try SmallKnowledge.write(["T/held-out/q.jsonl": question, "T/q.jsonl": question])
    let found = try review(heldOut: HeldOutQuestions(below: [folder.path])).warnings
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.first?.headline(in: .english).replacing(folder.path, with: "")
        == "K/permit/time.topic:15:3: error: the question is held out: it is in /T/held-out/q.jsonl:1"
    )
  }

  // MARK: What says the same

  @Test func warningsThatSayTheSameAreOneLine() throws {
    let place = { (line: Int) in Position(file: "K/a.questions", line: line, column: 3) }
    let problems = (1...8).map { line in
      Problem(
        .warning, ReviewCause.takenExample(by: line == 5 ? "b" : "a", theirs: line, own: 0),
        at: place(line), sourceLine: "> \(line)")
    }
    let groups = ProblemGroup.all(of: problems, listingEach: false)
    #expect(groups.map(\.first.position.line) == [1, 5])
    #expect(
      groups[0].count(in: .english)
        == "6 more of this kind in the file: lines 2, 3, 4, 6, 7 … (check --all lists all)")
    #expect(groups[1].count(in: .english) == nil)
    #expect(ProblemGroup.all(of: problems, listingEach: true).count == 8)
    // A few alike, and errors, are each shown.
    #expect(ProblemGroup.all(of: Array(problems.prefix(2)), listingEach: false).count == 2)
    let errors = (1...4).map { Problem(.error, ReviewCause.unformatted, at: place($0)) }
    #expect(ProblemGroup.all(of: errors, listingEach: false).count == 4)
  }
}
