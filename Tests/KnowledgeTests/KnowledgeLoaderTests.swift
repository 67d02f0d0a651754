import FoundationEssentials
import Knowledge
import Testing

@Suite struct KnowledgeLoaderTests {
  private let good = """
    kind: law

    == sv
    title: Rubrik
    < Svaret är 112.
    ~ 112
    > frågan

    == en
    title: Title
    < The answer is 112.
    ~ 112
    > the question
    """

  @Test func loadsATopicUnderItsPath() throws {
    let base = try #require(load(["law/a.topic": good]).base)
    let topic = try #require(base.topic("law/a"))
    #expect(topic.kind == TopicKind("law"))
    #expect(topic.texts["sv"]?.title == "Rubrik")
    #expect(base.languages == ["en", "sv"])
  }

  @Test func loadsAFolderOfTitlesAnswersAndExamplesInOneLanguage() throws {
    let base = try #require(load(["x/y.topic": "== de\ntitle: T\n< A\n> F"]).base)
    #expect(base.languages == ["de"])
  }

  @Test func refusesAnUnknownKey() {
    #expect(
      report(["a.topic": "knid: law\n" + good]) == """
        K/a.topic:1:1: error: unknown key “knid”
          knid: law
          ^
          Did you mean “kind”? Known keys here: kind, role, section, as-of, review-by, statute, related, covers.
        """)
  }

  @Test func refusesAKeyTwice() {
    #expect(
      report(["a.topic": "kind: law\n" + good]) == """
        K/a.topic:2:1: error: the key “kind” appears twice
          kind: law
          ^
          It is already on line 1; keep one.
        """)
  }

  @Test func refusesAnUnknownRole() {
    #expect(
      report(["a.topic": good.replacingAll("kind: law", with: "role: grreting")]) == """
        K/a.topic:1:7: error: unknown value “grreting” for “role”
          role: grreting
                ^
          Choose one of: unknown, choice, greeting, thanks, help, source, ask-place, unlisted, regions, denied.
        """)
  }

  @Test func refusesAMissingLanguage() {
    #expect(
      report(["a.topic": good, "b.topic": "kind: law\n\n== sv\ntitle: T\n< S"]) == """
        K/b.topic:1:1: error: English is missing
          kind: law
          ^
          Add a block that begins with == en.
        """)
  }

  private let part = "\n\n-- penalty\n== sv\ntitle: Straff\n< Böter."

  @Test func refusesAPartInOneLanguageOnly() {
    #expect(
      report(["a.topic": good + part]) == """
        K/a.topic:15:4: error: the part “penalty” is missing in English
          -- penalty
             ^
          Add == en to the part.
        """)
    #expect(
      report(["a.topic": good + part], .swedish) == """
        K/a.topic:15:4: error: delen ”penalty” saknas på engelska
          -- penalty
             ^
          Lägg till == en i delen.
        """)
  }

  @Test func refusesALanguageThatOnlyAPartHas() {
    let others = part + "\n== en\ntitle: Penalty\n< A fine.\n== fi\ntitle: Rangaistus\n< Sakko."
    #expect(
      report(["a.topic": good + others]) == """
        K/a.topic:22:4: error: unknown value “fi” for “==”
          == fi
             ^
          Choose one of: en, sv.
        """)
  }

  /// What a part leads to is there, and the part of it too.
  @Test func refusesAPartThatLeadsNowhere() {
    let others = "\n\n-- age\nsee: a#penalti\n== sv\ntitle: Ålder\n== en\ntitle: Age"
    let whole = good + part + "\n== en\ntitle: Penalty\n< A fine."
    #expect(
      report(["a.topic": whole + others]) == """
        K/a.topic:24:6: error: the topic a has no part “penalti”
          see: a#penalti
               ^
          Did you mean “penalty”? Parts begin with -- in a.topic.
        """)
    #expect(
      report(["a.topic": whole + others.replacingAll("a#penalti", with: "law/x")]) == """
        K/a.topic:24:6: error: there is no topic “law/x”
          see: law/x
               ^
          Write the topic's path without .topic.
        """)
    #expect(report(["a.topic": whole + others.replacingAll("penalti", with: "penalty")]) == "")
  }

  @Test func refusesAnEmptyFile() {
    #expect(
      report(["a.topic": good, "b.topic": ""]) == """
        K/b.topic:1:1: error: English is missing
          Add a block that begins with == en.
        K/b.topic:1:1: error: Swedish is missing
          Add a block that begins with == sv.
        """)
  }

  @Test func refusesAnEmptyAnswer() {
    #expect(
      report(["a.topic": "== sv\ntitle: T\n<\n> hej"]) == """
        K/a.topic:1:1: error: the answer is empty
          == sv
          ^
          Write the answer on lines that begin with < in the block.
        """)
  }

  @Test func refusesAFactThatIsNotStated() {
    #expect(
      report(["a.topic": good.replacingAll("The answer is 112.", with: "The answer is 113.")])
        == """
        K/a.topic:12:3: error: the answer in English does not state “112”
          ~ 112
            ^
          Put the fact into the answer, or remove the line if it is not to be stated.
        """)
  }

  @Test func refusesTheSameQuestionUnderTwoTopics() {
    let other = good.replacingAll("the question", with: "something else")
      .replacingAll("frågan", with: "Frågan?")
    #expect(
      report(["a.topic": good, "b.topic": other]) == """
        K/b.topic:7:3: error: the same question is under a
          > Frågan?
            ^
          It is in K/a.topic:7:3; keep it under one topic.
        """)
  }

  @Test func refusesAnUnknownRelatedTopic() {
    #expect(
      report(["law/a.topic": "related: law/b\n" + good]) == """
        K/law/a.topic:1:10: error: there is no topic “law/b”
          related: law/b
                   ^
          Did you mean “law/a”? Write the topic's path without .topic.
        """)
  }

  @Test func refusesAMalformedTelephoneNumberAndMailAddress() {
    let person = "\n-- Åsa Ek\ntelephone: 040-34 93 54, 04x\nmail: åsa@kommun\n\n"
    #expect(
      report(["a.topic": good.replacingAll("kind: law\n", with: "kind: contact\n" + person)]) == """
        K/a.topic:4:26: error: “04x” is not a telephone number
          telephone: 040-34 93 54, 04x
                                   ^
          Write it like 040-34 93 54; separate several by commas.
        K/a.topic:5:7: error: “åsa@kommun” is not an email address
          mail: åsa@kommun
                ^
          Write an address like name@municipality.se.
        """)
  }

  @Test func refusesAnUnreadableFile() {
    let loaded = KnowledgeLoader.load(
      files: [KnowledgeFile(path: "a.topic", bytes: nil)], folder: "K")
    #expect(
      loaded.problems.map { $0.description(in: .english) } == [
        "K/a.topic:1:1: error: the file cannot be read\n  Check the permissions of the file."
      ])
    #expect(loaded.base == nil)
  }

  @Test func refusesAnEmptyFolder() {
    #expect(
      report([:])
        == "K: error: the folder has no topic\n  Add at least one file that ends in .topic.")
  }

  @Test func namesTheFolderBelowThatHoldsTheKnowledge() {
    let topic = "kind: agency\nsection: S\nas-of: 2018\n\n== sv\ntitle: A\n< A.\n"
    let files = ["Knowledge/a.topic": topic, "Transcripts/a.transcript": "> A\n@ a\n"]
    #expect(
      report(files)
        == "K: error: the knowledge is in the folder Knowledge below\n  Give it with --knowledge K/Knowledge."
    )
    // Beside topics of its own such a folder is one like any other.
    #expect(!report(files.merging(["b.topic": topic]) { $1 }).contains("in the folder Knowledge"))
  }

  @Test func refusesAFolderThatIsNotThere() {
    let loaded = KnowledgeLoader.load(folder: "/nowhere/at/all")
    #expect(
      loaded.problems.map { $0.description(in: .swedish) } == [
        "/nowhere/at/all: error: mappen kan inte läsas\n  Ange en kunskapsmapp med --knowledge MAPP."
      ])
  }

  @Test func refusesAFileThatNobodyReads() {
    #expect(
      report(["a.topic": good, "b.topc": "x"]) == """
        K/b.topc:1:1: error: nothing reads the file b.topc
          Give it a name that ends in one of .topic, .questions, .concepts, .frames, .places, .phrases, .foreign, .facts, or move it elsewhere.
        """)
  }

  @Test func reportsEveryErrorOfEveryFileInOneRun() {
    let loaded = load(["a.topic": "x\nkind: law\n" + good, "b.topic": "knid: y\n" + good])
    #expect(
      loaded.problems.map(\.position.description).contains("K/a.topic:1:1")
        && loaded.problems.map(\.position.description).contains("K/a.topic:3:1")
        && loaded.problems.map(\.position.description).contains("K/b.topic:1:1"))
    #expect(loaded.base == nil)
  }

  @Test func digestsChangeWithTheContent() throws {
    let first = try #require(load(["a.topic": good]).base)
    let second = try #require(load(["a.topic": good + "\n# c"]).base)
    #expect(first.digest != second.digest)
    #expect(first.digest.count == 8)
  }

  @Test(arguments: [
    ("040-34 93 54", true), ("112", true), ("114 14", true), ("020-39 00 00", true), ("04x", false),
    ("040--34", false), ("12", false), ("", false),
  ])
  func knowsTelephoneNumbers(_ text: String, _ isNumber: Bool) {
    #expect(text.isTelephoneNumber == isNumber)
  }

  @Test(arguments: [
    ("lisa.green@malmö.se", true), ("a@b.se", true), ("a@b", false), ("a b@c.se", false),
    ("@b.se", false), ("a@@b.se", false), ("a@b..se", false),
  ])
  func knowsMailAddresses(_ text: String, _ isAddress: Bool) {
    #expect(text.isMailAddress == isAddress)
  }

  @Test(arguments: [
    ("2018", true), ("2018-07-01", true), ("2018-02-29", false), ("18", false),
    ("2018-13-01", false),
  ])
  func knowsDates(_ text: String, _ isDate: Bool) {
    #expect(text.isDate == isDate)
  }
}
