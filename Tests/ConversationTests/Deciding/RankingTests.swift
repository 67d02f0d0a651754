import Knowledge
import Testing

@testable import Conversation

@Suite struct RankingTests {
  private let judge: Judge

  /// Five words, which can stand alone.
  private static let question = "some words of no meaning"

  init() throws { judge = try Judge() }

  @Test(
    arguments: [
      (0.35, 0, "ranking: law/sale"),
      (0.33, 0.27, "choice: which of law/sale, permit/time"),
      (0.33, 0.26, "unsure: unknown, law/sale, permit/time"),
      (0.34, 0.04, "unsure: unknown, law/sale, permit/time"),
      (0.34, 0.03, "unsure: unknown, law/sale"), (0.03, 0.02, "unsure: unknown"),
    ] as [(Float, Float, String)])
  func answersAsksBackOrRefuses(first: Float, second: Float, decision: String) throws {
    #expect(
      try judge.decide(Self.question, ["law/sale": first, "permit/time": second]) == decision)
  }

  @Test func offersWhatIsNearBesideWhatNobodyKnows() throws {
    #expect(
      try judge.decide(
        Self.question,
        ["dialogue/unknown": 0.5, "law/sale": 0.2, "dialogue/hello": 0.2, "contact/nord": 0.05])
        == "ranking: unknown, law/sale, contact/which")
  }

  /// Between a topic and a contact, or a courtesy, nobody is asked to choose.
  @Test(arguments: ["contact/which", "dialogue/hello"])
  func asksBackBetweenAnswersOnly(other: TopicID) throws {
    let decision = try judge.decide(Self.question, ["law/sale": 0.33, other: 0.32])
    #expect(decision.hasPrefix("unsure: unknown, law/sale"))
  }

  @Test func namesWhatMayHelpBeside() throws {
    let decision = try judge.decision(Self.question, ["law/sale": 0.5, "permit/time": 0.3])
    #expect(decision.alsoHelps == [try judge.topic("permit/time")])
    // Weighed by what the parts have for the question, the likelihoods move a little.
    #expect(abs(decision.confidence - 0.5) < 0.05)
  }

  @Test func doesNotLeanWhereItIsSureAlone() throws {
    #expect(
      try judge.decide(
        "and of no meaning", ["dialogue/unknown": 0.85, "permit/time": 0.3],
        in: try judge.after("permit/time")) == "ranking: unknown, permit/time")
  }

  @Test(arguments: [
    ("hello", "ranking: dialogue/hello"), ("thanks", "ranking: dialogue/thanks"),
    ("hello, may one buy sex", "ranking: law/sale"),
  ])
  func answersCourtesiesThatStandAlone(question: String, decision: String) throws {
    #expect(try judge.decide(question, ["law/sale": 0.9]) == decision)
  }

  @Test func refusesOtherLanguagesUnlessTheSubjectIsSure() throws {
    #expect(
      try judge.decide(Self.question, ["law/sale": 0.84], isForeign: true)
        == "foreign: unknown, foreign")
    #expect(
      try judge.decide(Self.question, ["law/sale": 0.85], isForeign: true) == "ranking: law/sale")
    #expect(
      try judge.decide(Self.question, ["dialogue/unknown": 0.9], isForeign: true)
        == "foreign: unknown, foreign")
  }
}
