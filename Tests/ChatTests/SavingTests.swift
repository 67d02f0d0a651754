import Chat
import Conversation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct SavingTests {
  /// The path and text that are to be saved.
  private func saved(_ session: inout ChatSession, _ line: String = ":save x") -> (String, String)?
  {
    if case .save(let path, let text) = session.take(line) { (path, text) } else { nil }
  }

  @Test func writesWhatWasAskedAndWhatAnswers() throws {
    var session = try SmallKnowledge.session(.english)
    _ = session.take("hur lång betänketid får man?")
    _ = session.take("vem ansöker?")
    _ = session.take(":new")
    _ = session.take("får man köpa sex")
    _ = session.take("may one buy sex")
    let (path, text) = try #require(saved(&session))
    #expect(path == "x.transcript")
    #expect(
      text == """
        # Saved from a session; add ~ for what must be stated.

        == Conversation 1
        lang: sv
        > hur lång betänketid får man?
        @ permit/time
        > vem ansöker?
        @ permit/time

        == Conversation 2
        > får man köpa sex
        @ law/sale
        > may one buy sex
        @ law/sale

        """)
    try expectAccepted(text, session)
  }

  @Test func aLanguageSetByCommandIsNotExpectedOfTheTranscript() throws {
    var session = try SmallKnowledge.session()
    _ = session.take(":språk en")
    _ = session.take("får man köpa sex")
    let (_, text) = try #require(saved(&session))
    #expect(!text.contains("lang:"))
    try expectAccepted(text, session)
  }

  @Test func aQuestionOfNoLanguageIsSavedInTheOneItWasAnsweredIn() throws {
    var session = try SmallKnowledge.session(.english)
    _ = session.take("Malmö")
    let (_, text) = try #require(saved(&session))
    #expect(text.contains("\nlang: en\n> Malmö\n"))
    try expectAccepted(text, session)
  }

  @Test func nothingPrivateIsSaved() throws {
    var session = try SmallKnowledge.session()
    _ = session.take("hej")
    _ = session.take(":privat")
    _ = session.take("hur lång betänketid får man?")
    _ = session.take(":privat")
    _ = session.take("vem ansöker?")
    let (_, text) = try #require(saved(&session, ":spara prov.transcript"))
    #expect(!text.contains("betänketid"))
    #expect(text.contains("== Samtal 1\nlang: sv\n> hej\n"))
    #expect(text.contains("== Samtal 2\nlang: sv\n> vem ansöker?\n"))
    try expectAccepted(text, session)
  }

  @Test func marksInAQuestionStayLiteral() throws {
    var session = try SmallKnowledge.session()
    _ = session.take("== får man köpa sex? # ~ > @ x: y \"z\"")
    let (_, text) = try #require(saved(&session))
    #expect(text.contains("\n> == får man köpa sex? # ~ > @ x: y \"z\"\n"))
    try expectAccepted(text, session)
  }

  @Test func needsANameAndSomethingToSave() throws {
    var session = try SmallKnowledge.session(.english)
    #expect(session.shown(":save") == ["Give a file name too: :save FILE"])
    #expect(session.shown(":save x") == ["There is nothing to save."])
    _ = session.take(":private")
    _ = session.take("hello")
    #expect(session.shown(":save x") == ["There is nothing to save."])
  }

  @Test func theNameGetsItsEndingOnce() throws {
    var session = try SmallKnowledge.session()
    _ = session.take("hej")
    #expect(saved(&session, ":spara två ord")?.0 == "två ord.transcript")
    #expect(saved(&session, ":spara a/b.transcript ")?.0 == "a/b.transcript")
  }

  /// Holds the saved text against the assistant, as `vagvisare test` does.
  private func expectAccepted(_ text: String, _ session: ChatSession) throws {
    let reader = TranscriptReader(
      bytes: Array(text.utf8), file: "x.transcript", knowledge: session.responder.knowledge)
    #expect(reader.problems.map { $0.description(in: .english) } == [])
    #expect(!reader.transcript.conversations.isEmpty)
    let runner = TranscriptRunner(responder: session.responder)
    for conversation in reader.transcript.conversations {
      #expect(runner.run(conversation).isGood)
    }
  }
}
