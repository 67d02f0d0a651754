import Conversation
import Knowledge
import LineProtocol
import TestSupport
import Testing

/// The session without a pipe, and with a clock of the test's own.
@Suite final class SessionTests {
  /// What stands outside the session and changes under it.
  private final class World {
    var now: Int64 = 1_000_000
    var reload = Session.Reload.broken([])
  }

  private let world = World()
  private var session: Session

  init() throws {
    let world = world
    session = Session(
      responder: Responder(knowledge: try SmallKnowledge.base()), clock: { world.now })
  }

  private func answer(_ line: String) throws -> Response {
    let request = try LineCodec().request(
      from: .line(Array(line.utf8)), languages: session.languages)
    let sent = try #require(request)
    return session.answer(sent) ?? session.adopt(world.reload, for: sent)
  }

  private func ask(_ line: String) throws -> Response.Answer {
    try #require(try answer(line).answer)
  }

  @Test func isNewOnTheFirstAnswerOnly() throws {
    #expect(try ask("conv=a ask hej").isNew)
    #expect(try !ask("conv=a ask hej").isNew)
    #expect(try ask("conv=b ask hej").isNew)
    #expect(try ask("ask hej").isNew)
    #expect(try !ask("ask hej").isNew)
    #expect(try answer("forget").error == nil)
    #expect(try ask("ask hej").isNew)
  }

  @Test func forgetsAnIdleConversationAndKeepsThePipesOwn() throws {
    _ = try ask("conv=a ask vem är vår koordinator?")
    _ = try ask("ask vem är vår koordinator?")
    world.now += 1799
    #expect(try !ask("conv=a ask hej").isNew)
    world.now += 1799
    // That was a use, and `why` is one too.
    #expect(try answer("conv=a why").error == nil)
    world.now += 1799
    #expect(try answer("conv=a why").error == nil)
    world.now += 1800
    for verb in ["why", "forget"] {
      #expect(try answer("conv=a \(verb)") == Response(id: .none, error: .noConversation))
    }
    #expect(try ask("conv=a ask hej").isNew)
    #expect(try !ask("ask hej").isNew)
  }

  @Test func keepsTenThousandConversations() throws {
    for number in 0..<10_000 { _ = try ask("conv=c\(number) ask hej") }
    #expect(try !ask("conv=c0 ask hej").isNew)
    #expect(try ask("conv=one-more ask hej").isNew)
    #expect(try answer("conv=c1 why").error == .noConversation)
    #expect(try answer("conv=c2 why").error == nil)
    #expect(try !ask("conv=c0 ask hej").isNew)
  }

  @Test func carriesAConversationInATokenUntilItExpires() throws {
    let first = try ask("ctx= ask vem är vår koordinator?")
    #expect(first.isNew && first.notes == [])
    let token = try #require(first.token)
    world.now += ContextToken.lifetime - 1
    let second = try ask("ctx=\(token) ask Malmö")
    #expect(second.reply.topics == ["contact/syd"])
    #expect(!second.isNew && second.notes == [])
    world.now += 1
    let late = try ask("ctx=\(token) ask Malmö")
    #expect(late.isNew && late.notes == ["ctx-stale"])
    #expect(late.token != nil)
    // Nothing of it is kept here.
    #expect(try answer("why").error == .noConversation)
  }

  @Test func allowsForClocksThatDiffer() throws {
    let token = try #require(try ask("ctx= ask hej").token)
    world.now -= 300
    #expect(try ask("ctx=\(token) ask hej").notes == [])
    world.now -= 1
    #expect(try ask("ctx=\(token) ask hej").notes == ["ctx-stale"])
  }

  @Test func parametersCountForTheirRequestOnly() throws {
    #expect(try ask("conv=a lang=en ask är det olagligt att köpa sex?").reply.language == "en")
    // A name alone shows no language: the question's before it was Swedish.
    #expect(try ask("conv=a ask Malmö").reply.language == "sv")
    #expect(try answer("width=20 lang=sv hello").text.count == 4)
    #expect(try answer("hello").text.count == 2)
  }

  @Test func saysTheFixedTextInOneLanguageOrInAll() throws {
    let swedish = "Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00."
    let english = "Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00."
    #expect(try answer("lang=sv hello").text == [swedish])
    #expect(try answer("lang=auto hello").text == [english, swedish])
    #expect(
      try answer("width=20 lang=sv hello").text == [
        "Något gick fel.", "Akut fara: ring 112.", "Råd: ring 020-39 00", "00.",
      ])
  }

  @Test func tellsWhatTheKnowledgeIsAboutInOneLanguageOrInAll() throws {
    var files = SmallKnowledge.files
    files["phrases.phrases"] = """
      == sv
      welcome: Biblioteket: ålder, lån & {date}.
      welcome-urgent: Ring 90210 eller +46 8-123 45 67, sedan 2018.
      bridge-error: Fel. Ring 112 eller 90210.

      == en
      welcome: Answers of {date}.
      """
    world.reload = .good(Responder(knowledge: try SmallKnowledge.load(files)))
    _ = try answer("reload")
    let swedish = try answer("7 lang=sv about")
    #expect(
      swedish.text == [
        "Biblioteket: ålder, lån & 2018.", "Ring 90210 eller +46 8-123 45 67, sedan 2018.",
      ])
    let wording = try #require(swedish.about?.wordings.first)
    #expect((wording.language, wording.title) == ("sv", "Biblioteket"))
    #expect(wording.intro == "Ålder, lån & 2018.")
    #expect(swedish.about?.telephones == ["90210", "+46 8-123 45 67", "112"])
    let all = try answer("about")
    #expect(all.text == ["Answers of 2018."] + swedish.text)
    #expect(all.about?.wordings.map(\.title) == ["", "Biblioteket"])
    #expect(all.about?.wordings.map(\.intro) == ["Answers of 2018.", "Ålder, lån & 2018."])
    #expect(try answer("about").about?.telephones.count == 3)
  }

  @Test func swapsTheKnowledgeWholeAndKeepsConversations() throws {
    _ = try ask("conv=a ask vem är vår koordinator?")
    _ = try ask("ask vem är vår koordinator?")
    let token = try #require(try ask("ctx= ask vem är vår koordinator?").token)
    world.reload = .broken(["K/a.topic:1:1: error: x"])
    #expect(
      try answer("7 reload")
        == Response(
          id: .number("7"), problems: ["K/a.topic:1:1: error: x"], error: .reloadFailed))
    var files = SmallKnowledge.files
    // Another topic before the others moves them all.
    files["about/first.topic"] = files["dialogue/hello.topic"]?
      .replacing("role: greeting", with: "").replacing("hej", with: "abc")
      .replacing("hello", with: "abcd").replacing("god", with: "ef").replacing("good", with: "efg")
    world.reload = .good(Responder(knowledge: try SmallKnowledge.load(files)))
    #expect(try answer("7 reload") == Response(id: .number("7")))
    for line in ["conv=a ask Malmö", "ask Malmö"] {
      let answer = try ask(line)
      #expect(answer.reply.topics == ["contact/syd"])
      #expect(!answer.isNew)
    }
    #expect(try ask("ctx=\(token) ask Malmö").notes == ["ctx-stale"])
  }

  @Test func endsOnQuitOnly() throws {
    for verb in Verb.allCases where verb != .quit {
      _ = try answer("\(verb.rawValue) x")
      #expect(!session.hasQuit)
    }
    #expect(try answer("7 quit") == Response(id: .number("7")))
    #expect(session.hasQuit)
  }
}
