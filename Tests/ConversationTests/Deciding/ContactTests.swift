import Knowledge
import Testing

@testable import Conversation

@Suite struct ContactTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(
    arguments: [(0.35, "ask-place: where"), (0.34, "unsure: unknown, contact/which")]
      as [(Float, String)])
  func asksForThePlace(probability: Float, decision: String) throws {
    #expect(
      try judge.decide("who is our coordinator?", ["contact/which": probability]) == decision)
  }

  @Test(arguments: [
    ("the coordinator in Malmö", "place: contact/syd"),
    ("the coordinator in Umeå", "place: contact/unlisted"),
    ("the coordinator in Norway", "place: contact/unlisted"),
    ("the coordinator in Norrland", "ask-place: where in Norrland"),
    ("the coordinators in Kiruna and Malmö", "place: contact/nord + contact/syd"),
    ("who helps children in Kiruna", "place: contact/nord people 1"),
    ("who helps adults, not children, in Kiruna", "place: contact/nord people 0, 2"),
  ])
  func isChosenByPlaceAndByWhatPeopleHandle(question: String, decision: String) throws {
    #expect(try judge.decide(question, ["contact/which": 0.9]) == decision)
  }

  /// A place with a fair wish for a contact is enough, even where another subject is likelier.
  @Test(
    arguments: [(0.5, "place: contact/nord"), (0.02, "ranking: law/sale")] as [(Float, String)])
  func isMeantByAPlaceBesideAnotherSubject(probability: Float, decision: String) throws {
    #expect(
      try judge.decide(
        "who can talk about the law with us in Kiruna",
        ["law/sale": 0.6, "contact/which": probability]) == decision)
  }

  @Test func isMeantByAPlaceAlone() throws {
    #expect(try judge.decide("in Kiruna", ["law/sale": 0.9]) == "place: contact/nord")
    #expect(try judge.decide("Kiruna and Malmö") == "place: contact/nord + contact/syd")
  }

  @Test func isMeantByAPlaceAfterAContact() throws {
    let question = "and she in Kiruna"
    #expect(
      try judge.decide(question, in: try judge.after("contact/syd")) == "place: contact/nord")
  }

  /// In the middle of a talk, who says where it is wants to know who is reached there.
  @Test func isMeantByAPlaceWhereTheCaseIs() throws {
    let state = try judge.after("law/sale")
    #expect(try judge.decide("camp near Kiruna", in: state) == "place: contact/nord")
    for (question, state) in [
      ("camp near Kiruna", ConversationState()), ("camp near Kiruna?", state),
      ("camp near Norway", state), ("camp with good food near Kiruna", state),
    ] {
      #expect(try judge.decide(question, in: state) == "ranking: unknown")
    }
  }

  @Test func isThePlaceNamedBefore() throws {
    var state = try judge.after("law/sale")
    let question = "who is the coordinator there?"
    #expect(try judge.decide(question, ["contact/which": 0.9], in: state) == "ask-place: where")
    state.region = [try judge.topic("contact/nord")]
    #expect(try judge.decide(question, ["contact/which": 0.9], in: state) == "place: contact/nord")
  }

  /// Who asks again means the place that was named before.
  @Test func isOfThePlaceNamedBeforeWhereItIsAskedForAgain() throws {
    var state = try judge.after("law/sale")
    state.region = [try judge.topic("contact/nord")]
    #expect(
      try judge.decide("who can help with this case now?", ["contact/which": 0.9], in: state)
        == "place: contact/nord")
  }

  /// Whom and what was asked for still holds when only the place changes, and not in a new question.
  @Test func keepsWhatWasAskedForWhereOnlyThePlaceChanges() throws {
    var state = try judge.after("contact/syd")
    state.handles = [try judge.concept("children")]
    state.fields = .mail
    let changed = try judge.decision("and in Kiruna?", in: state)
    #expect(judge.words(changed) == "place: contact/nord people 1")
    #expect(changed.fields == .mail)
    #expect(changed.handles == state.handles)
    let new = try judge.decision(
      "we would like to know who the coordinator in Kiruna is", ["contact/which": 0.9], in: state)
    #expect(judge.words(new) == "place: contact/nord")
    #expect(new.fields == .all)
    #expect(new.handles == [])
  }

  @Test func takesTheFieldsThatAreAskedFor() throws {
    let decision = try judge.decision("the mail in Kiruna", ["contact/which": 0.9])
    #expect(judge.words(decision) == "place: contact/nord")
    #expect(decision.fields == .mail)
  }

  @Test func saysHowAMisspeltPlaceWasRead() throws {
    let decisions = try ["Norrbotten", "Norrbottn"].map { try judge.decision($0) }
    #expect(decisions.map(judge.words) == ["place: contact/nord", "place: contact/nord"])
    #expect(decisions.map(\.placeRead?.name) == [nil, "Norrbotten"])
    #expect(decisions.map(\.confidence) == [0.98, 0.8])
  }

  @Test func remembersThePlacesOfAQuestion() throws {
    #expect(
      judge.decider.region(of: try judge.read("food in Kiruna"))
        == [try judge.topic("contact/nord")])
    #expect(judge.decider.region(of: try judge.read("food in Norrland")) == [])
    #expect(judge.decider.region(of: try judge.read("food")) == [])
  }
}
