import Chat
import Conversation
import Knowledge
import TestSupport
import Testing

@Suite struct ChatSessionTests {
  @Test func theFirstScreenSaysWhatThisIsAndWhomToCall() throws {
    #expect(
      try SmallKnowledge.session().welcome(keepsHistory: false).map(\.text) == [
        "Svar ur broschyren från 2018.", "Akut fara: 112. Råd: 020-39 00 00.",
        ":hjälp visar kommandon. Inget sparas.",
      ])
    #expect(
      try SmallKnowledge.session(.english).welcome(keepsHistory: true).map(\.text) == [
        "Answers from the brochure of 2018.", "Acute danger: 112. Advice: 020-39 00 00.",
        ":help lists commands. Questions saved.",
      ])
  }

  @Test func knowledgeWithoutWordsForTheFirstScreenShowsTheRest() throws {
    let session = try SmallKnowledge.session(.english, SmallKnowledge.files)
    #expect(
      session.welcome(keepsHistory: false).map(\.text) == [
        ":help lists commands. Nothing is saved."
      ])
  }

  @Test func anAnswerStandsUnderItsTitleWithWhatElseMayHelp() throws {
    var session = try SmallKnowledge.session()
    #expect(
      session.take("  får man köpa sex ")
        == .show([
          ReplyLine(.heading, "Köp"), ReplyLine(.text, "Att köpa sex är ett brott."),
          ReplyLine(.note, "Lagen är från 2018."), ReplyLine(.source, "Källa: Lag / Köp (2018)."),
          ReplyLine(.note, "Se även: Betänketid."),
        ]))
  }

  @Test func theIntroductionOfPeopleIsTheirHeading() throws {
    var session = try SmallKnowledge.session()
    guard case .show(let lines) = session.take("vem är koordinator i Skåne?") else {
      Issue.record("nothing shown")
      return
    }
    #expect(lines.first == ReplyLine(.heading, "Region Syd (Skåne):"))
  }

  @Test func dangerCourtesyAndTheUnknownHaveNoHeading() throws {
    var session = try SmallKnowledge.session()
    #expect(session.shown("hjälp han har kniv") == ["Ring 112 nu."])
    #expect(session.shown("hej") == ["Hej!"])
    #expect(session.shown("hur blir vädret?") == ["Det vet jag inte. Ring 020-39 00 00."])
  }

  @Test func remembersTheConversationUntilANewOne() throws {
    var session = try SmallKnowledge.session()
    _ = session.shown("hur lång betänketid får man?")
    #expect(session.shown("vem ansöker?").contains("Förundersökningsledaren ansöker."))
    #expect(session.shown(":ny") == ["Nytt samtal."])
    #expect(session.shown(":varför") == ["Inget har frågats ännu."])
    #expect(session.shown(":källa") == ["Inget har frågats ännu."])
  }

  @Test func whyAndSourceSpeakOfTheLastAnswer() throws {
    var session = try SmallKnowledge.session(.english)
    _ = session.shown("får man köpa sex")
    #expect(session.shown(":source") == ["Lag / Köp (2018)"])
    #expect(session.shown(":why").first == "What decided: the words of the question.")
    _ = session.shown("hello")
    #expect(session.shown(":source") == ["The answer has no source."])
  }

  @Test func helpNamesEveryCommandInTheInterfacesLanguage() throws {
    var session = try SmallKnowledge.session()
    let help = session.shown(":hjälp")
    for command in ChatCommand.allCases {
      #expect(help.contains { $0.hasPrefix(":" + command.name.swedish) })
    }
    #expect(session.shown(":") == help)
    #expect(session.shown(":HELP") == help)
    #expect(help.allSatisfy { $0.count <= 80 })
  }

  /// Kinds are the folder's own: it words their headings, and else they stand as they are.
  @Test func topicsStandByKind() throws {
    var session = try SmallKnowledge.session(.english)
    #expect(
      session.shown(":topics") == [
        "Contacts", "– Region South", "– Which coordinator", "Laws", "– Buying sex",
        "permit", "– Time to think", "safety", "– Danger",
      ])
    var swedish = try SmallKnowledge.session()
    #expect(
      swedish.shown(":ämnen") == [
        "Kontakter", "– Region Syd", "– Vilken koordinator", "Lagar", "– Köp",
        "permit", "– Betänketid", "safety", "– Fara",
      ])
  }

  @Test func theLanguageOfAnswersCanBeSet() throws {
    var session = try SmallKnowledge.session()
    #expect(session.shown(":språk") == ["Svarens språk är nu auto. Välj ett av: en, sv, auto."])
    #expect(session.shown(":språk de") == ["Svarens språk är nu auto. Välj ett av: en, sv, auto."])
    #expect(session.shown(":språk engelska") == ["Svarens språk: en."])
    #expect(session.shown("får man köpa sex")[1] == "Buying sex is a crime.")
    #expect(session.shown(":language AUTO") == ["Svaren följer frågans språk."])
    #expect(session.shown("får man köpa sex")[1] == "Att köpa sex är ett brott.")
  }

  @Test func unknownCommandsSuggestTheNearest() throws {
    var session = try SmallKnowledge.session(.english)
    #expect(session.shown(":hlep") == ["There is no such command. Did you mean :help?"])
    #expect(session.shown(":zzzzz") == ["There is no such command. :help lists all."])
  }

  @Test(arguments: [":quit", ":avsluta", ":QUIT now", "exit", "Quit", " avsluta "])
  func ends(line: String) throws {
    var session = try SmallKnowledge.session()
    #expect(session.take(line) == .quit)
  }

  @Test func privacyShowsInThePromptAndEndsWithANewConversation() throws {
    var session = try SmallKnowledge.session()
    _ = session.shown("hur lång betänketid får man?")
    #expect(session.prompt == "> ")
    _ = session.shown(":privat")
    #expect(session.isPrivate)
    #expect(session.prompt == "privat> ")
    #expect(session.shown("vem ansöker?").contains("Förundersökningsledaren ansöker."))
    _ = session.shown(":privat")
    #expect(!session.isPrivate)
    #expect(session.shown(":källa") == ["Inget har frågats ännu."])
  }

  @Test func goesOnWithKnowledgeThatIsReadAgain() throws {
    var session = try SmallKnowledge.session()
    _ = session.shown("hur lång betänketid får man?")
    #expect(session.take(":ladda") == .reload)
    var files = SmallKnowledge.chatFiles
    files["permit/time.topic"] = files["permit/time.topic"]?
      .replacing("Förundersökningsledaren", with: "Åklagaren")
    let new = Responder(knowledge: try SmallKnowledge.load(files))
    #expect(session.take(.success(new)).map(\.text) == ["Kunskapen är läst på nytt."])
    #expect(session.shown("vem ansöker?").contains("Åklagaren ansöker."))
  }

  @Test func keepsTheOldKnowledgeWhereTheNewIsBroken() throws {
    var session = try SmallKnowledge.session(.english)
    #expect(
      session.take(.failure(ReloadFailure(problems: ["a.topic:1:1: error: bad"]))).map(\.text)
        == ["a.topic:1:1: error: bad", "The knowledge has errors; the old one stays in use."])
    #expect(session.shown("may one buy sex")[1] == "Buying sex is a crime.")
  }
}
