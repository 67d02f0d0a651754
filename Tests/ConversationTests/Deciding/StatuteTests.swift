import Testing

@testable import Conversation

@Suite struct StatuteTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(arguments: [
    ("what does brottsbalken 6 kap. 11 § say", "ranking: law/sale"), ("6:11", "ranking: law/sale"),
    ("brottsbalken 6 kap. 99 §", "unknown-statute: unknown"),
    ("chapter 7 section 11 and chapter 6 section 11", "ranking: law/sale"),
  ])
  func isAnsweredByTheTopicThatStatesIt(question: String, decision: String) throws {
    #expect(try judge.decide(question) == decision)
  }

  @Test func givesWayToASureSubject() throws {
    let question = "how long is the time to think after brottsbalken 6 kap. 11 §"
    #expect(try judge.decide(question, ["permit/time": 0.85]) == "ranking: permit/time")
    #expect(try judge.decide(question, ["permit/time": 0.84]) == "ranking: law/sale")
  }

  @Test func offersWhatIsNearWhereItIsUnknown() throws {
    #expect(
      try judge.decide("brottsbalken 6 kap. 99 §", ["law/sale": 0.6])
        == "unknown-statute: unknown, law/sale")
  }
}
