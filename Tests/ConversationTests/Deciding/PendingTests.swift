import Testing

@testable import Conversation

@Suite struct PendingTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  private func afterChoice() throws -> ConversationState {
    var state = ConversationState()
    state.pending = .choice([try judge.topic("permit/time"), try judge.topic("law/sale")])
    return state
  }

  private func afterOffer() throws -> ConversationState {
    var state = try judge.after("dialogue/unknown")
    state.pending = .offer([try judge.topic("permit/time"), try judge.topic("law/sale")])
    return state
  }

  @Test(arguments: [
    ("1", "pending: permit/time"), ("the second please", "pending: law/sale"),
    ("I take number one", "pending: permit/time"), ("yes", "pending: permit/time"),
    ("buying sex", "pending: law/sale"),
    ("the time to think please", "pending: permit/time"),
    ("no", "denied: denied"), ("none of them", "denied: denied"),
    ("3", "ranking: unknown"), ("who pays", "ranking: unknown"),
  ])
  func choosesByNumberOrTitle(answer: String, decision: String) throws {
    #expect(try judge.decide(answer, in: try afterChoice()) == decision)
  }

  /// Whoever asks something new at length has not chosen.
  @Test func isNotChosenByAQuestionAtLength() throws {
    let decision = try judge.decide(
      "we have heard of buying sex and would like to know how long it takes",
      ["permit/time": 0.9], in: try afterChoice())
    #expect(decision.hasPrefix("ranking: permit/time"))
  }

  /// What was only offered is chosen by its number; "yes" answers nothing that was asked.
  @Test(arguments: [
    ("2", "pending: law/sale"), ("the first", "pending: permit/time"),
    ("3", "ranking: unknown"), ("yes", "ranking: unknown"), ("no", "denied: denied"),
  ])
  func takesWhatWasOfferedByItsNumber(answer: String, decision: String) throws {
    #expect(try judge.decide(answer, in: try afterOffer()) == decision)
  }

  @Test(arguments: [
    ("Malmö", "place: contact/syd"), ("we are from Kiruna, all of us here", "place: contact/nord"),
    ("no", "denied: denied"), ("who knows", "ranking: unknown"),
  ])
  func takesAPlaceThatWasAskedFor(answer: String, decision: String) throws {
    #expect(
      try judge.decide(answer, in: try judge.after("contact/which", pending: .place)) == decision)
  }

  @Test func deniesAnAnswerButNotNothing() throws {
    #expect(try judge.decide("no", in: try judge.after("permit/time")) == "denied: denied")
    #expect(try judge.decide("no") == "ranking: unknown")
  }
}
