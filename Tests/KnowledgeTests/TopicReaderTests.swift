import Testing

@testable import Knowledge

/// A topic whose parts have blocks of their own.
@Suite struct TopicReaderTests {
  private static let whole = """
    kind: law
    section: Lag / Köp

    == sv
    title: Köp
    names: sexköp, att köpa sex
    < Köp är ett brott.
    > är köp ett brott?

    == en
    title: Buying
    < Buying is a crime.

    """

  private static let penalty = """
    -- penalty
    == sv
    title: Straff
    < Böter.
    " Den som köper, döms.
    ~ böter
    > vad är straffet?

    == en
    title: Penalty
    < A fine.
    ~ fine

    """

  private func read(_ text: String) -> TopicReader {
    TopicReader(id: "law/a", file: "K/law/a.topic", lines: lines(text, of: "K/law/a.topic"))
  }

  private func topic(_ text: String) throws -> Topic {
    let reader = read(text)
    #expect(reader.problems.described(in: .english) == "")
    return try #require(reader.topic)
  }

  private func complaint(_ text: String, _ language: InterfaceLanguage = .english) -> String {
    read(text).problems.described(in: language)
  }

  @Test func readsTheWholeAnswerInEachLanguage() throws {
    let topic = try topic(Self.whole)
    #expect(topic.id == "law/a")
    #expect(topic.kind == TopicKind("law"))
    #expect(topic.section == "Lag / Köp")
    #expect(topic.texts.mapValues(\.title) == ["sv": "Köp", "en": "Buying"])
    #expect(topic.texts["sv"]?.names.map(\.text) == ["sexköp", "att köpa sex"])
    #expect(topic.texts["en"]?.names == [])
    #expect(topic.texts["sv"]?.examples.map(\.text) == ["är köp ett brott?"])
    #expect(topic.parts.isEmpty)
  }

  @Test func aKindIsAnyWord() throws {
    #expect(try topic("kind: recept\n\n== sv\ntitle: T\n< S").kind == TopicKind("recept"))
    #expect(try topic("== sv\ntitle: T\n< S").kind == .about)
  }

  @Test func readsAPartInEachLanguage() throws {
    let topic = try topic(Self.whole + Self.penalty)
    let part = try #require(topic.parts.first)
    #expect(topic.parts.count == 1)
    #expect(part.id == "penalty")
    #expect(part.see == nil)
    #expect(part.position.description == "K/law/a.topic:13:4")
    let swedish = try #require(part.texts["sv"])
    #expect(swedish.title == "Straff")
    #expect(swedish.answer.map(\.text) == ["Böter.", "Den som köper, döms."])
    #expect(swedish.answer.map(\.style) == [.text, .quotation])
    #expect(swedish.facts.map(\.text) == ["böter"])
    #expect(swedish.examples.map(\.text) == ["vad är straffet?"])
    // It can be asked before anything was said.
    #expect(swedish.examples.map(\.leans) == [false])
    #expect(part.texts["en"]?.answer.map(\.text) == ["A fine."])
    // Nothing of it is the topic's own.
    #expect(topic.texts["sv"]?.answer.map(\.text) == ["Köp är ett brott."])
    #expect(topic.texts["en"]?.facts == [])
  }

  @Test func findsAPartByItsID() throws {
    let topic = try topic(
      Self.whole + Self.penalty + "-- age\n== sv\ntitle: Å\n< 18.\n== en\ntitle: A\n< 18.\n")
    #expect(topic.parts.map(\.id) == ["penalty", "age"])
    #expect(topic.partIndex("age") == 1)
    #expect(topic.partIndex("ag") == nil)
  }

  /// A part may say nothing itself and lead to another topic, or to a part of one.
  @Test func readsAPartThatIsAnsweredElsewhere() throws {
    let topic = try topic(
      Self.whole + """
        -- age
        see: law/b#age
        == sv
        title: Ålder
        == en
        title: Age
        -- fee
        see: dialogue/unknown
        == sv
        title: Avgift
        < Källan nämner ingen.
        == en
        title: Fee
        < The source names none.
        """)
    #expect(
      topic.parts.map(\.see) == [
        TopicReference(topic: "law/b", part: "age"), TopicReference(topic: "dialogue/unknown"),
      ])
    #expect(topic.parts.map(\.isElsewhere) == [true, false])
  }

  @Test func tellsPeopleFromParts() throws {
    let topic = try topic(
      """
      kind: contact

      -- Bo Ek
      telephone: 040-34 93 54

      -- Åsa Alm
      mail: asa.alm@ort.se
      handles: barn, vuxna

      == sv
      title: Syd
      < Region Syd:

      == en
      title: South
      < Region Syd:

      -- hours
      == sv
      title: Öppettider
      < Källan nämner inga.
      == en
      title: Hours
      < The source names none.
      """)
    #expect(topic.persons.map(\.name) == ["Bo Ek", "Åsa Alm"])
    #expect(topic.persons.map(\.handles) == [[], ["barn", "vuxna"]])
    #expect(topic.parts.map(\.id) == ["hours"])
  }

  // MARK: Slips

  @Test func refusesAPartTwice() {
    let text = Self.whole + Self.penalty + Self.penalty
    #expect(
      complaint(text) == """
        K/law/a.topic:25:4: error: the part “penalty” appears twice
          -- penalty
             ^
          It already begins on line 13; join them.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:25:4: error: delen ”penalty” står två gånger
          -- penalty
             ^
          Den börjar redan på rad 13; slå ihop dem.
        """)
  }

  @Test(arguments: ["Penalty", "straff påföljd", "straff_", "ålder", "a.b", "a#b"])
  func refusesAnIDOfOtherLetters(id: String) {
    let text = Self.whole + Self.penalty.replacing("-- penalty", with: "-- \(id)")
    #expect(
      complaint(text) == """
        K/law/a.topic:13:4: error: “\(id)” cannot be a name
          -- \(id)
             ^
          Use lower-case letters a–z, digits and hyphens.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:13:4: error: ”\(id)” kan inte vara ett namn
          -- \(id)
             ^
          Skriv små bokstäver a–z, siffror och bindestreck.
        """)
  }

  @Test(arguments: ["penalty", "6-11", "om-hon-inte-vill"])
  func takesAnIDOfSmallLettersDigitsAndHyphens(id: String) {
    #expect(complaint(Self.whole + Self.penalty.replacing("-- penalty", with: "-- \(id)")) == "")
  }

  /// Of the first part and of any later one: whose language it is, nobody can tell.
  @Test(arguments: [("", 13), (penalty, 25)])
  func refusesTextBeforeItsLanguage(before: String, line: Int) {
    let text =
      Self.whole + before
      + "-- age\n< Från 18 år.\n== sv\ntitle: Ålder\n< 18.\n== en\ntitle: Age\n< 18.\n"
    #expect(
      complaint(text) == """
        K/law/a.topic:\(line):4: error: the part “age” has text before its language
          -- age
             ^
          Begin its text with a line == and the language.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:\(line):4: error: delen ”age” har text före sitt språk
          -- age
             ^
          Börja dess text med en rad == och språket.
        """)
  }

  @Test func refusesAPartWithoutAnyLanguage() {
    let text = Self.whole + Self.penalty + "-- age\n< Från 18 år.\n"
    #expect(
      complaint(text) == """
        K/law/a.topic:25:4: error: the part “age” has text before its language
          -- age
             ^
          Begin its text with a line == and the language.
        """)
  }

  @Test func refusesALanguageTwiceInAPart() {
    let text = Self.whole + Self.penalty.replacing("== en", with: "== sv")
    #expect(
      complaint(text) == """
        K/law/a.topic:21:4: error: the block “sv” appears twice
          == sv
             ^
          It already begins on line 14; join them.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:21:4: error: blocket ”sv” står två gånger
          == sv
             ^
          Det börjar redan på rad 14; slå ihop dem.
        """)
  }

  @Test func refusesWhatIsNoLanguage() {
    let text = Self.whole + Self.penalty.replacing("== en", with: "== English")
    #expect(
      complaint(text) == """
        K/law/a.topic:21:4: error: “English” is not a language
          == English
             ^
          Write the language's code in two or three lower-case letters.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:21:4: error: ”English” är inget språk
          == English
             ^
          Skriv språkets kod med två eller tre små bokstäver.
        """)
  }

  @Test func refusesAPartWithoutTitle() {
    let text = Self.whole + Self.penalty.replacing("title: Penalty\n", with: "")
    #expect(
      complaint(text) == """
        K/law/a.topic:21:1: error: the title is missing
          == en
          ^
          Add a line title: … to the block.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:21:1: error: rubrik saknas
          == en
          ^
          Lägg till en rad title: … i blocket.
        """)
  }

  @Test func refusesAPartWithoutAnswer() {
    let text = Self.whole + Self.penalty.replacing("< A fine.\n", with: "<\n")
    #expect(
      complaint(text) == """
        K/law/a.topic:21:4: error: the part “penalty” has no answer
          == en
             ^
          Write the answer on lines that begin with <, or see: and a topic.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:21:4: error: delen ”penalty” har inget svar
          == en
             ^
          Skriv svaret på rader som börjar med <, eller see: och ett ämne.
        """)
  }

  @Test func refusesKeysThatNoPartHas() {
    let text = Self.whole + Self.penalty.replacing("-- penalty\n", with: "-- penalty\nse: law/b\n")
    #expect(
      complaint(text) == """
        K/law/a.topic:14:1: error: unknown key “se”
          se: law/b
          ^
          Did you mean “see”? Known keys here: see, telephone, mail, handles.
        """)
    #expect(
      complaint(text, .swedish) == """
        K/law/a.topic:14:1: error: okänd nyckel ”se”
          se: law/b
          ^
          Menade du ”see”? Kända nycklar här: see, telephone, mail, handles.
        """)
  }
}
