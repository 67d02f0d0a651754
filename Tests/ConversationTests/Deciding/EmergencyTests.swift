import Testing

@testable import Conversation

@Suite struct EmergencyTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(
    arguments: [(0.3, "danger: safety/danger"), (0.29, "ranking: law/sale")] as [(Float, String)])
  func answersFromItsLimitOn(danger: Float, decision: String) throws {
    #expect(
      try judge.decide("is he allowed to buy food", ["law/sale": 0.9], danger: danger) == decision)
  }

  @Test(arguments: [
    "say that in English", "2", "thanks, he", "brottsbalken 6 kap. 11 §", "Lisa Green",
    "the coordinator in Kiruna", "who applies?", "where does it say that?",
  ])
  func comesBeforeEverythingElse(question: String) throws {
    let state = try judge.after(
      "permit/time", pending: .choice([judge.topic("law/sale"), judge.topic("permit/time")]))
    #expect(try judge.decide(question, danger: 0.8, in: state) == "danger: safety/danger")
  }

  /// A few words that lean on an answer have to say it more plainly, a new question does not.
  @Test func needsMoreInFewWordsAfterAnAnswer() throws {
    let state = try judge.after("permit/time")
    let unknown = "ranking: unknown"
    #expect(try judge.decide("and if she shouts", danger: 0.74, in: state) == unknown)
    #expect(
      try judge.decide("and if she shouts", danger: 0.75, in: state) == "danger: safety/danger")
    #expect(try judge.decide("and if she shouts", danger: 0.3) == "danger: safety/danger")
    #expect(
      try judge.decide("the man in our house is shouting", danger: 0.3, in: state)
        == "danger: safety/danger")
  }

  /// Below the limit where to call is said before the answer.
  @Test(
    arguments: [
      ("is he allowed to buy food", 0.1, true), ("is he allowed to buy food", 0.09, false),
      ("and if she shouts", 0.3, true), ("and if she shouts", 0.29, false), ("thanks", 0.29, false),
      ("and in Kiruna?", 0.29, false),
    ] as [(String, Float, Bool)])
  func mayBeOneBelowItsLimit(question: String, danger: Float, isSaid: Bool) throws {
    let state = try judge.after("permit/time")
    let read = try judge.read(question, danger: danger)
    #expect(judge.decider.mayBeUrgent(read, in: state) == isSaid)
  }

  /// Of "not a knife" a correction would leave the knife; what takes back is read with the rest.
  @Test func isNotMadeByLeavingOutWhatTakesItBack() throws {
    let calm = try judge.read("I meant help he has a knife", ["law/sale": 0.9], danger: 0.1)
    #expect(calm.interpretation.danger == 0.1)
    #expect(calm.recognition.text.tokens.count == 7)
  }

  @Test func isNotSeenInAPlaceAlone() throws {
    #expect(try judge.decide("and in Kiruna?", danger: 0.9) == "place: contact/nord")
  }

  /// "Tack snälla" has a word that begs for help in many an emergency.
  @Test func isNotSeenInACourtesyAlone() throws {
    #expect(try judge.decide("thanks", danger: 0.99) == "ranking: dialogue/thanks")
  }
}
