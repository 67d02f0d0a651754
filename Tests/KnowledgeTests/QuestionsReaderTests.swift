import Testing

@testable import Knowledge

/// The wordings of a topic, in files of their own.
@Suite struct QuestionsReaderTests {
  private func read(_ text: String, of stem: String = "law/a.sv") -> QuestionsReader {
    QuestionsReader(path: stem, lines: lines(text, of: "K/\(stem).questions"))
  }

  @Test(
    arguments: [
      ("law/a.sv", "law/a", "sv"), ("a.en", "a", "en"), ("law/a.weather.fin", "law/a", "fin"),
      ("x/law/a.x.y.sv", "x/law/a", "sv"), ("law.x/a.sv", "law.x/a", "sv"),
      ("law/a", "law/a", nil), ("law/a.swedish", "law/a", nil), ("law/a.SV", "law/a", nil),
      ("law/a.s1", "law/a", nil), ("law.sv/a", "law.sv/a", nil),
    ] as [(String, TopicID, LanguageCode?)])
  func theNameSaysWhoseTheyAre(stem: String, topic: TopicID, language: LanguageCode?) {
    let reader = read("> x", of: stem)
    #expect(reader.topic == topic)
    #expect(reader.language == language)
  }

  @Test func readsWordingsOfTheTopicAndOfItsParts() {
    let reader = read(
      "# Om köp.\n> är det brott?\n> köp\n\n-- penalty\n> straff?\n-- age\n> ålder?\n> 18?")
    #expect(reader.problems.isEmpty)
    #expect(reader.examples.map(\.text) == ["är det brott?", "köp"])
    #expect(reader.parts.map(\.id.text) == ["penalty", "age"])
    #expect(reader.parts.map { $0.examples.map(\.text) } == [["straff?"], ["ålder?", "18?"]])
  }

  /// Such a wording says nothing before the topic was spoken of.
  @Test func anEllipsisLeansOnWhatWasSaidBefore() {
    let reader = read("-- penalty\n> … och straffet?\n> ...och hur länge?\n> …då?\n> straff … då?")
    let examples = reader.parts.first?.examples
    #expect(examples?.map(\.text) == ["och straffet?", "och hur länge?", "då?", "straff … då?"])
    #expect(examples?.map(\.leans) == [true, true, true, false])
  }

  @Test(arguments: [
    "< svar", "~ fakta", "== sv", "title: T", "\" citat", "@ law/a", "! nej", "^ nu",
  ])
  func refusesWhatIsNoWording(line: String) {
    let mark = line.hasPrefix("title") ? "key:" : String(line.prefix { $0 != " " })
    #expect(
      read("> köp\n\(line)").problems.described(in: .english) == """
        K/law/a.sv.questions:2:1: error: the mark “\(mark)” does not belong here
          \(line)
          ^
          Move the line, or remove it.
        """)
    #expect(
      read("> köp\n\(line)").problems.described(in: .swedish) == """
        K/law/a.sv.questions:2:1: error: märket ”\(mark)” hör inte hemma här
          \(line)
          ^
          Flytta raden, eller ta bort den.
        """)
  }

  // MARK: Beside their topic

  private let topic = """
    == sv
    title: Köp
    < Köp är ett brott.
    > köp?

    == en
    title: Buying
    < Buying is a crime.

    -- penalty
    == sv
    title: Straff
    < Böter.
    > straff?

    == en
    title: Penalty
    < A fine.
    """

  @Test func joinTheirTopic() throws {
    let loaded = load([
      "law/a.topic": topic,
      "law/a.sv.questions": "> är köp brott?\n-- penalty\n> … och straffet?",
      "law/a.more.sv.questions": "-- penalty\n> vilket straff?\n",
      "law/a.en.questions": "> is it a crime?",
    ])
    #expect(loaded.problems.described(in: .english) == "")
    let found = try #require(loaded.base?.topic("law/a"))
    #expect(found.texts["sv"]?.examples.map(\.text) == ["köp?", "är köp brott?"])
    #expect(found.texts["en"]?.examples.map(\.text) == ["is it a crime?"])
    // The files follow each other in the order of their names.
    #expect(
      found.parts[0].texts["sv"]?.examples.map(\.text)
        == ["straff?", "vilket straff?", "och straffet?"])
    #expect(found.parts[0].texts["en"]?.examples == [])
  }

  @Test func refuseAPartThatIsNotThere() {
    let files = [
      "law/a.topic": topic, "law/a.sv.questions": "> är köp brott?\n-- penalyt\n> straffet?",
    ]
    #expect(
      report(files) == """
        K/law/a.sv.questions:2:4: error: the topic law/a has no part “penalyt”
          -- penalyt
             ^
          Did you mean “penalty”? Parts begin with -- in law/a.topic.
        """)
    #expect(
      report(files, .swedish) == """
        K/law/a.sv.questions:2:4: error: ämnet law/a har ingen del ”penalyt”
          -- penalyt
             ^
          Menade du ”penalty”? Delarna börjar med -- i law/a.topic.
        """)
    #expect(
      report(["law/a.topic": topic, "law/a.sv.questions": "-- x\n> straffet?"])
        .hasSuffix("  Parts begin with -- in law/a.topic."))
  }

  @Test func refuseATopicThatIsNotThere() {
    let files = ["law/a.topic": topic, "law/b.sv.questions": "> är köp brott?"]
    #expect(
      report(files) == """
        K/law/b.sv.questions:1:1: error: the questions belong to “law/b”, which does not exist
          Did you mean “law/a”? Name the file after the topic, with the language and .questions.
        """)
    #expect(
      report(files, .swedish) == """
        K/law/b.sv.questions:1:1: error: frågorna hör till ”law/b”, som inte finns
          Menade du ”law/a”? Filen ska heta som ämnet, med språket och .questions.
        """)
  }

  @Test func refuseANameWithoutLanguage() {
    let files = ["law/a.topic": topic, "law/a.questions": "> är köp brott?"]
    #expect(
      report(files) == """
        K/law/a.questions:1:1: error: the file's name does not say which language the questions are in
          Name it like topic.sv.questions or topic.en.questions.
        """)
    #expect(
      report(files, .swedish) == """
        K/law/a.questions:1:1: error: filens namn säger inte på vilket språk frågorna är
          Döp den som amne.sv.questions eller amne.en.questions.
        """)
  }

  /// Else whoever wrote them would wait in vain for anybody to be answered by them.
  @Test func refuseALanguageThatTheTopicLacks() {
    let files = ["law/a.topic": topic, "law/a.fi.questions": "> onko?"]
    #expect(
      report(files) == """
        K/law/a.fi.questions:1:1: error: the topic law/a has no text in “fi”
          Add a block == fi to the topic, or change the language in the file's name.
        """)
    #expect(
      report(files, .swedish) == """
        K/law/a.fi.questions:1:1: error: ämnet law/a har ingen text på ”fi”
          Lägg till ett block == fi i ämnet, eller byt språk i filens namn.
        """)
    #expect(load(files).base == nil)
  }

  @Test func warnOfAWordingTwiceInAPart() {
    let files = [
      "law/a.topic": topic, "law/a.sv.questions": "-- penalty\n> Straff\n> vilket?",
    ]
    #expect(
      report(files) == """
        K/law/a.sv.questions:2:3: warning: the question appears twice in the topic
          > Straff
            ^
          It is already on line 14; keep one.
        """)
    #expect(load(files).base != nil)
  }

  @Test func refuseTheSameQuestionUnderTwoTopics() {
    let files = [
      "law/a.topic": topic,
      "law/b.topic": topic.replacing("> köp?\n", with: "").replacing("> straff?\n", with: ""),
      "law/b.sv.questions": "> Köp",
    ]
    #expect(
      report(files) == """
        K/law/b.sv.questions:1:3: error: the same question is under law/a
          > Köp
            ^
          It is in K/law/a.topic:4:3; keep it under one topic.
        """)
  }
}
