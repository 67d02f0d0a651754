import Testing

@testable import Conversation

@Suite struct ContactFollowUpTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  /// Who asks something else after a contact is not told the same again; who says something is.
  @Test func tellsTheContactJustShownAgainOnlyToWhoDoesNotAsk() throws {
    var state = try judge.after("contact/nord")
    state.region = [try judge.topic("contact/nord")]
    #expect(
      try judge.decide(
        "which hours are they open?", ["contact/which": 0.9], in: state)
        == "part: contact/which#hours")
    #expect(
      try judge.decide("some words of no meaning", ["contact/which": 0.9], in: state)
        == "place: contact/nord")
  }

  @Test(
    arguments: [
      // Of whom one was shown.
      ("and the other one?", [0], "follow-up: contact/nord people 1, 2"),
      ("all of them", [0], "follow-up: contact/nord"),
      ("and children?", [0], "follow-up: contact/nord people 1"),
      ("and the mail?", [0], "follow-up: contact/nord people 0"),
      // Of whom two were shown: numbers count those.
      ("the second", [0, 2], "follow-up: contact/nord people 2"),
      ("2", [0, 2], "follow-up: contact/nord people 2"),
      // Of whom all were shown.
      ("and the other one?", [], "follow-up: contact/nord"),
      ("the second", [], "follow-up: contact/nord people 1"),
      ("what about adults", [], "follow-up: contact/nord people 0, 2"),
    ] as [(String, [Int], String)])
  func choosesAmongThePeopleAnsweredLast(
    question: String, shown: [Int], decision: String
  ) throws {
    #expect(
      try judge.decide(question, in: try judge.after("contact/nord", persons: shown)) == decision)
  }

  /// Nobody is left to choose: whatever else such words may mean, they are no choice.
  @Test(
    arguments: [
      ("and the other one?", "contact/syd", []), ("and children?", "contact/syd", []),
      ("the second", "contact/syd", []), ("the second", "contact/nord", [0]),
      ("and adults and children?", "contact/nord", []), ("all of them", "contact/nord", []),
    ] as [(String, String, [Int])])
  func choosesNobodyWhereNobodyIsLeft(question: String, contact: String, shown: [Int]) throws {
    let decision = try judge.decide(question, in: try judge.after(contact, persons: shown))
    #expect(!decision.hasPrefix("follow-up"))
    #expect(!decision.contains("people"))
  }

  @Test(arguments: ["and the other one?", "and children?", "and the mail?"])
  func choosesNobodyAfterAnythingElse(question: String) throws {
    #expect(try judge.decide(question, in: try judge.after("law/sale")) == "ranking: unknown")
  }

  @Test func takesTheFieldsThatAreAskedFor() throws {
    var state = try judge.after("contact/nord", persons: [1])
    state.handles = [try judge.concept("children")]
    let decision = try judge.decision("and the mail?", in: state)
    #expect(decision.fields == .mail)
    #expect(decision.handles == state.handles)
  }

  /// What the case is about chooses the person, at whatever length and whatever else it may be.
  @Test(
    arguments: [
      ("it's about a child who was sold by the whole family and now sits here with us all", [1]),
      ("it's about two adults, not children, from a farm", [0, 2]),
    ] as [(String, [Int])])
  func choosesByWhatTheCaseIsAbout(question: String, people: [Int]) throws {
    let expected = people.map(String.init).joined(separator: ", ")
    #expect(
      try judge.decide(question, ["law/sale": 0.9], in: try judge.after("contact/nord"))
        == "follow-up: contact/nord people \(expected)")
  }

  /// Who asks which of those shown means one of them, whatever else it sounds like.
  @Test(
    arguments: [
      ("so which of them takes children who have been sold on the streets", "people 1"),
      ("which of them is for adults when it is an offence to buy and sell", "people 0, 2"),
      ("which of them", ""),
    ] as [(String, String)])
  func choosesWhereItIsAskedWhichOne(question: String, people: String) throws {
    let decision = ["follow-up: contact/nord", people].filter { !$0.isEmpty }
    #expect(
      try judge.decide(question, ["law/sale": 0.98], in: try judge.after("contact/nord"))
        == decision.joined(separator: " "))
  }

  /// A statement says what the case is, where it is not plainly something else; a question asks.
  @Test(
    arguments: [
      ("there are children at the farm", 0.92, "follow-up: contact/nord people 1"),
      ("there are children at the farm", 0.97, "ranking: law/sale"),
      ("are there children at the farm?", 0.94, "ranking: law/sale"),
      ("there are people at the farm", 0.92, "ranking: law/sale"),
    ] as [(String, Float, String)])
  func choosesByWhoIsSaidToBeThere(
    question: String, probability: Float, decision: String
  ) throws {
    #expect(
      try judge.decide(question, ["law/sale": probability], in: try judge.after("contact/nord"))
        == decision)
  }

  /// Without that, a sure subject is a new question, unless it is said in a few words.
  @Test func givesWayToASureSubject() throws {
    let state = try judge.after("contact/nord")
    #expect(
      try judge.decide("and may they sell children to us?", ["law/sale": 0.85], in: state)
        == "ranking: law/sale")
    #expect(
      try judge.decide("and may they sell children to us?", ["law/sale": 0.4], in: state)
        == "follow-up: contact/nord people 1")
    #expect(
      try judge.decide("and children?", ["law/sale": 0.85], in: state)
        == "follow-up: contact/nord people 1")
  }
}
