import Conversation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct KnowledgeReviewTests {
  /// The warnings of the small knowledge after changes to its files, with their remedies.
  private func warnings(
    _ changes: [(file: String, old: String, new: String)] = [], adding: [String: String] = [:],
    today: String = "2026-01-01", changed: [TopicID: [LanguageCode: String]] = [:],
    _ language: InterfaceLanguage = .english
  ) throws -> [String] {
    var files = SmallKnowledge.files.merging(adding) { $1 }
    for change in changes {
      let text = try #require(files[change.file])
      try #require(text.contains(change.old))
      files[change.file] = text.replacing(change.old, with: change.new)
    }
    let responder = Responder(knowledge: try SmallKnowledge.load(files))
    return KnowledgeReview(responder, today: today, changed: changed).warnings.map {
      "\($0.headline(in: language)). \($0.cause.wording(in: language).remedy)"
    }
  }

  @Test func goodKnowledgeHasNone() throws {
    #expect(try warnings().isEmpty)
  }

  // MARK: Examples

  /// A sentence that another topic takes: it names a place of another contact.
  @Test func anExampleThatAPlaceTakes() throws {
    let other = """
      kind: contact
      section: Kontakt / Region Nord
      as-of: 2018
      covers: Norrbotten

      -- Bo Ek
      telephone: 0920-12 34 56

      == sv
      title: Nord
      < Region Nord:
      > koordinator i Kiruna
      > kontakt i Malmö

      == en
      title: North
      < Region Nord:
      > coordinator in Kiruna
      """
    #expect(
      try warnings(adding: ["contact/nord.topic": other]) == [
        "K/contact/nord.topic:13:3: warning: the question is answered by “contact/syd”, because of the place or name in it. Move the question there, or write the place so that it can't be taken for anything else."
      ])
    #expect(
      try warnings(adding: ["contact/nord.topic": other], .swedish) == [
        "K/contact/nord.topic:13:3: warning: frågan besvaras av ”contact/syd”, efter orten eller namnet i den. Flytta frågan dit, eller skriv orten så att den inte kan tas för något annat."
      ])
  }

  @Test func aTopicThatItsExamplesDoNotReach() throws {
    let lost = """
      kind: about
      section: Vilse
      as-of: 2018

      == sv
      title: Vilse
      < Vilse.
      > mejlen till Lisa Green

      == en
      title: Lost
      < Lost.
      > Lisa Green email
      """
    let found = try warnings(adding: ["about/lost.topic": lost])
    #expect(
      found.first
        == "K/about/lost.topic:1:1: warning: none of its own questions reach “about/lost”. Add questions that no other topic asks, or merge it with the topic that takes them."
    )
    #expect(found.count == 3)
  }

  @Test func nearlyEqualExamples() throws {
    let changes = [
      (
        "law/sale.topic", "> får man köpa sex\n",
        "> får man köpa sex\n> Att tänka efter, far hon tid\n"
      )
    ]
    let found = try warnings(changes).filter { $0.contains("nearly") }
    #expect(
      found == [
        "K/permit/time.topic:10:3: warning: nearly the same question is under “law/sale”: “Att tänka efter, far hon tid” (K/law/sale.topic:11:3). Keep the question where the answer fits best."
      ])
  }

  @Test func fewWordingsInOneLanguage() throws {
    let changes = [
      (
        "permit/time.topic", "> betänketid\n",
        "> betänketid\n> hur länge får man fundera?\n> hur många dagar får hon?\n> tid att fundera\n> dagar att tänka\n"
      )
    ]
    let found = try warnings(changes)
    #expect(
      found == [
        "K/permit/time.topic:22:4: warning: only 3 questions in English against 7 in Swedish. Write more questions in English, as people would write them."
      ])
    #expect(
      try warnings(changes, .swedish) == [
        "K/permit/time.topic:22:4: warning: bara 3 frågor på engelska mot 7 på svenska. Skriv fler frågor på engelska, som folk skulle skriva dem."
      ])
  }

  // MARK: Ages

  @Test func factsPastTheirReview() throws {
    let changes = [("law/sale.topic", "as-of: 2018\n", "as-of: 2018\nreview-by: 2026-03-01\n")]
    #expect(try warnings(changes, today: "2026-03-01").isEmpty)
    #expect(
      try warnings(changes, today: "2026-03-02") == [
        "K/law/sale.topic:4:12: warning: the facts should have been reviewed by 2026-03-01. Check them against the source and move review-by forward."
      ])
    #expect(
      try warnings(changes, today: "2026-03-02", .swedish) == [
        "K/law/sale.topic:4:12: warning: uppgifterna skulle ha setts över senast 2026-03-01. Kontrollera dem mot källan och flytta fram review-by."
      ])
  }

  @Test func aTranslationOlderThanItsOriginalByTheCommits() throws {
    let changed = ["law/sale": ["sv": "2026-02-01", "en": "2026-01-01"]]
    #expect(
      try warnings(changed: changed) == [
        "K/law/sale.topic:12:4: warning: the text in English is from 2026-01-01, the one in Swedish from 2026-02-01. Make the change in English as well; if it needs none, write translated: 2026-02-01 in the block."
      ])
    #expect(
      try warnings(changed: changed, .swedish) == [
        "K/law/sale.topic:12:4: warning: texten på engelska är från 2026-01-01, den på svenska från 2026-02-01. Gör ändringen på engelska också; behövs det inte, skriv translated: 2026-02-01 i blocket."
      ])
    #expect(try warnings(changed: ["law/sale": ["sv": "2026-02-01", "en": "2026-02-01"]]).isEmpty)
  }

  /// The remedy holds: a mark silences the commits, and grows old like any date.
  @Test func aTranslationWithAMark() throws {
    let mark = [
      ("law/sale.topic", "title: Buying sex\n", "title: Buying sex\ntranslated: 2026-02-01\n")
    ]
    let commits = ["law/sale": ["sv": "2026-02-01", "en": "2026-03-05"]]
    #expect(try warnings(mark, changed: commits).isEmpty)
    #expect(
      try warnings(mark, changed: ["law/sale": ["sv": "2026-02-02", "en": "2026-03-05"]]).count == 1
    )
    let revised =
      mark + [("law/sale.topic", "title: Köp\n", "title: Köp\nrevised: 2026-02-03\n")]
    #expect(
      try warnings(revised) == [
        "K/law/sale.topic:13:4: warning: the text in English is from 2026-02-01, the one in Swedish from 2026-02-03. Make the change in English as well; if it needs none, write translated: 2026-02-03 in the block."
      ])
  }

  @Test func aMarkThatIsNoDateIsAnError() throws {
    let files = SmallKnowledge.files.mapValues {
      $0.replacing("title: Buying sex\n", with: "title: Buying sex\ntranslated: i våras\n")
    }
    let error = #expect(throws: SmallKnowledge.LoadFailure.self) { try SmallKnowledge.load(files) }
    #expect(
      error?.description == """
        K/law/sale.topic:14:13: error: “i våras” is not a date
          translated: i våras
                      ^
          Write a year (2018), a month (2018-07) or a date (2018-07-01).
        """)
  }

  // MARK: Relations and places

  @Test func aTopicWithoutItsSource() throws {
    #expect(
      try warnings([
        ("law/sale.topic", "section: Lag / Köp\n", ""), ("permit/time.topic", "as-of: 2018\n", ""),
      ]) == [
        "K/law/sale.topic:1:1: warning: section: is missing, so that the answer does not say where it comes from. Write section: at the top of the file, as in the other topics.",
        "K/permit/time.topic:1:1: warning: as-of: is missing, so that the answer does not say where it comes from. Write as-of: at the top of the file, as in the other topics.",
      ])
  }

  @Test func relatedTopicsThatDoNotAnswerBack() throws {
    let changes = [("permit/time.topic", "related: law/sale", "related: law/sale, contact/syd")]
    #expect(
      try warnings(changes) == [
        "K/permit/time.topic:4:20: warning: “contact/syd” does not name this topic in related. Add it there, or remove it here."
      ])
    #expect(
      try warnings(changes, .swedish) == [
        "K/permit/time.topic:4:20: warning: ”contact/syd” nämner inte det här ämnet i related. Lägg till det där, eller ta bort det här."
      ])
  }

  @Test func placesThatAreOrdinaryWords() throws {
    let places = ["places/more.places": "== Dagar\ncovers: Skåne\n> Mala\n"]
    let found = try warnings(adding: places)
    #expect(
      found == [
        "K/places/more.places:1:4: warning: the place “Dagar” is an ordinary word too. Add the word to the line ordinary of a .places file."
      ])
    #expect(
      try warnings(adding: places, .swedish) == [
        "K/places/more.places:1:4: warning: platsen ”Dagar” är också ett vanligt ord. Lägg till ordet på raden ordinary i en .places-fil."
      ])
    #expect(
      try warnings(
        adding: places.mapValues { "ordinary: dagar\n\n" + $0 }
      ).isEmpty)
  }

  /// What cannot be provoked in a knowledge of a few topics without chance.
  @Test func everyOtherWarningHasItsWords() {
    let place = Position(file: "K/a.topic", line: 3, column: 3)
    let causes: [ReviewCause] = [
      .takenExample(by: "a/b", theirs: 61, own: 30),
      .strayExample(words: "a/b", theirs: 99, own: 0), .askedBack(own: 30),
      .unansweredExample(own: 12), .alarmingExample(danger: 45),
      .calmExample(by: "a/b", danger: 12), .nearlyEqual(to: "x?", topic: "a/b", at: place),
      .unreachedTopic("a/b"), .unformatted,
    ]
    #expect(
      causes.map { $0.wording(in: .english).message } == [
        "the question is answered by “a/b” (61% against 30%)",
        "the question has the words of “a/b” (99% against 0%), though it is answered here",
        "the question is answered with a question back (30% for the topic)",
        "the question gets no answer (12% for the topic)",
        "the question is answered as acute danger (45%)",
        "the question is not answered as acute danger (12%) but by “a/b”",
        "nearly the same question is under “a/b”: “x?” (K/a.topic:3:3)",
        "none of its own questions reach “a/b”",
        "from here on the file is out of order",
      ])
    #expect(
      causes.map { $0.wording(in: .swedish).message } == [
        "frågan besvaras av ”a/b” (61 % mot 30 %)",
        "frågans ord hör till ”a/b” (99 % mot 0 %), fast den besvaras här",
        "frågan besvaras med en motfråga (30 % för ämnet)",
        "frågan får inget svar (12 % för ämnet)",
        "frågan besvaras som akut fara (45 %)",
        "frågan besvaras inte som akut fara (12 %) utan av ”a/b”",
        "nästan samma fråga står under ”a/b”: ”x?” (K/a.topic:3:3)",
        "ingen av ämnets egna frågor når ”a/b”",
        "härifrån är filen inte i ordning",
      ])
  }
}
