import Knowledge
import TestSupport
import Testing
import Understanding

@testable import Conversation

/// Which point of a subject a question asks for: on its own, or of what was spoken of before.
@Suite struct SubjectTests {
  private static let shared = Result {
    Interpreter(
      knowledge: try SmallKnowledge.load(
        TalkKnowledge.files.merging([
          "law/rent.topic": """
          kind: law

          == sv
          title: Hyra
          < Hyran får inte vara för hög.
          > är hyran laglig?

          == en
          title: Rent
          < The rent must not be too high.
          > is the rent lawful?

          -- sum
          == sv
          title: Summan
          < Högst 5000 kronor.
          > vilken summa är för hög?

          == en
          title: The sum
          < At most 5000 kronor.
          > which sum is too high?

          -- weather
          == sv
          title: Väder i huset
          < Källan säger inget om ett tak som läcker.
          > läcker taket vid regn?

          == en
          title: Weather in the house
          < The source says nothing of a roof that leaks.
          > does the roof leak in the rain?

          -- court
          see: law/rent#sum
          == sv
          title: Domstolen
          > vilken domstol dömer om det?

          == en
          title: The court
          > which court decides about it?
          """,
          "dialogue/unknown.topic": """
          kind: dialogue
          role: unknown

          == sv
          title: Okänt
          < Det vet jag inte. Ring 020-39 00 00.
          > hur gör man ett flygplan av papper?
          > recept på pannkakor

          == en
          title: Unknown
          < I do not know. Call 020-39 00 00.
          > how do you fold a plane of paper?
          > a recipe for pancakes

          -- weather
          == sv
          title: Väder
          < Källan säger inget om vädret.
          > blir det regn och storm i helgen?

          == en
          title: Weather
          < The source says nothing of the weather.
          > will rain and storm come this weekend?
          """,
        ]) { $1 }))
  }

  private let judge: Judge

  init() throws { judge = Judge(interpreter: try Self.shared.get()) }

  private func after(_ names: [String], subjects: [TopicID] = []) throws -> ConversationState {
    var state = ConversationState()
    state.last = try names.map { try judge.focus($0) }
    state.subjects = try subjects.map { try judge.topic($0) }
    return state
  }

  // MARK: On its own

  @Test(arguments: [
    ("who applies?", "permit/time", "ranking: permit/time#who"),
    ("vem ansöker?", "permit/time", "ranking: permit/time#who"),
    ("how long is the time to think?", "permit/time", "ranking: permit/time"),
    ("which sum is too high?", "law/rent", "ranking: law/rent#sum"),
    // What the source does not answer is a part like others.
    ("which fee is charged?", "permit/time", "ranking: permit/time#fee"),
    // Answered elsewhere: by a topic, by a part of one.
    ("is buying a crime too?", "permit/time", "ranking: law/sale"),
    ("which court decides about it?", "law/rent", "ranking: law/rent#sum"),
    // A topic without parts.
    ("may one buy sex", "law/sale", "ranking: law/sale"),
  ])
  func isAnsweredByThePointThatIsAsked(
    question: String, topic: TopicID, decision: String
  ) throws {
    #expect(try judge.decide(question, [topic: 0.9]) == decision)
  }

  /// Not knowing has its points too: what it is that nothing is said of.
  @Test(arguments: [
    ("will rain and storm come this weekend?", "ranking: unknown#weather"),
    ("a recipe for pancakes", "ranking: unknown"),
  ])
  func isNamedWhereNothingIsSaidOfIt(question: String, decision: String) throws {
    #expect(try judge.decide(question, ["dialogue/unknown": 0.9]) == decision)
  }

  // MARK: Of what was spoken of

  /// What nothing is said of in general may have its answer where the talk is.
  @Test(
    arguments: [
      ("and if a storm comes this weekend?", "law/rent", "part: law/rent#weather"),
      ("and if a storm comes this weekend?", "permit/time", "ranking: unknown#weather"),
      (
        "please tell all of us here if rain or storm will come to the coast this weekend",
        "law/rent", "ranking: unknown#weather"
      ),
    ] as [(String, TopicID, String)])
  func isAPointOfTheSubjectWhereThatHasIt(
    question: String, subject: TopicID, decision: String
  ) throws {
    let state = try after([subject], subjects: [subject])
    #expect(try judge.decide(question, ["dialogue/unknown": 0.9], in: state) == decision)
  }

  @Test func goesOnWithThePointsOfTheLastSubject() throws {
    let state = try after(["law/rent"])
    #expect(try judge.decide("and which sum is too high?", in: state) == "part: law/rent#sum")
    #expect(
      try judge.decide("and which court decides about it?", in: state) == "part: law/rent#sum")
  }

  @Test func goesOnFromAPointToAnother() throws {
    #expect(
      try judge.decide("and who applies?", in: try after(["permit/time#fee"]))
        == "part: permit/time#who")
  }

  /// An answer to several questions left several subjects, and each may be meant.
  @Test func goesOnWithAnySubjectOfTheLastAnswer() throws {
    let state = try after(["law/rent", "permit/time"])
    #expect(try judge.decide("and who applies?", in: state) == "part: permit/time#who")
    #expect(try judge.decide("and which sum is too high?", in: state) == "part: law/rent#sum")
  }

  @Test func goesOnWithASubjectBeforeTheLast() throws {
    let state = try after(["law/sale"], subjects: ["law/sale", "permit/time"])
    #expect(try judge.decide("and who applies?", in: state) == "part: permit/time#who")
  }

  /// A refusal or a courtesy in between leaves what was spoken of.
  @Test(arguments: ["dialogue/unknown", "dialogue/thanks"])
  func goesOnBehindWhatIsNoSubject(last: TopicID) throws {
    let state = try after([last], subjects: ["permit/time"])
    #expect(try judge.decide("and who applies?", in: state) == "part: permit/time#who")
  }

  @Test func goesOnWithNothingThatWasNotSpokenOf() throws {
    for state in [try after(["law/sale"]), ConversationState()] {
      #expect(try judge.decide("and who applies?", in: state).hasPrefix("ranking: unknown"))
    }
  }

  /// The one before the last that has the point, or the very first.
  @Test func goesBackWhereItSaysSo() throws {
    let state = try after(
      ["law/sale"], subjects: ["law/sale", "permit/time", "law/rent"])
    #expect(
      try judge.decide("back to it: who applies?", in: state) == "follow-up: permit/time#who")
    #expect(
      try judge.decide("back to it: which sum is too high?", in: state)
        == "follow-up: law/rent#sum")
    #expect(
      try judge.decide("back to the very first, who applies?", in: state).hasPrefix(
        "follow-up: law/rent"))
  }

  /// A place says whom it is about, whatever it goes back to.
  @Test func goesBackToNoSubjectWhereAPlaceIsNamed() throws {
    let state = try after(["law/sale"], subjects: ["law/sale", "law/rent"])
    #expect(
      try judge.decide(
        "back to it: it is in Malmö, whom do I call?", ["contact/which": 0.9], in: state)
        == "place: contact/syd")
  }

  @Test func goesBackToNothingWhereNothingWasSpokenOf() throws {
    #expect(
      try judge.decide("back to it: who applies?", ["permit/time": 0.9])
        == "ranking: permit/time#who")
  }

  /// What is left of it without the words that take back what was said.
  @Test func isWhatACorrectionMeans() throws {
    let state = try after(["permit/time"])
    #expect(
      try judge.decide("no, I meant is it illegal to buy sex?", in: state) == "ranking: law/sale")
  }

  @Test func givesWayToASureSubjectThatStandsAlone() throws {
    let state = try after(["law/rent"])
    #expect(
      try judge.decide(
        "who applies for a time to think in all of these cases?", ["permit/time": 0.99], in: state
      ).hasPrefix("ranking: permit/time"))
  }

  /// What says that it goes on is of the last subject, though it is likely of another alone.
  @Test func goesBeforeALikelySubjectWhereItSaysThatItGoesOn() throws {
    #expect(
      try judge.decide("and who applies?", ["law/sale": 0.8], in: try after(["permit/time"]))
        == "part: permit/time#who")
  }
}
