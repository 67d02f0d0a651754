import Testing

@testable import Conversation

@Suite struct PartTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(arguments: [
    ("who applies?", "part: permit/time#who"), ("vem ansöker?", "part: permit/time#who"),
    ("which fee is charged?", "part: permit/time#fee"),
    // A part without an answer of its own leads to the topic that it points to.
    ("is buying a crime too?", "part: law/sale"),
    ("does it cost money?", "part: dialogue/help#price"),
  ])
  func isAnsweredByItsWording(question: String, decision: String) throws {
    #expect(try judge.decide(question, in: try judge.after("permit/time")) == decision)
  }

  /// A question that is a part's own wording asks for it, however sure of another topic it is alone.
  @Test func goesBeforeAnotherSubjectWhereItIsItsWording() throws {
    #expect(
      try judge.decide("who applies?", ["law/sale": 0.99], in: try judge.after("permit/time"))
        == "part: permit/time#who")
  }

  @Test func isOfTheLastAnswerOnly() throws {
    #expect(try judge.decide("who applies?") == "ranking: unknown")
    #expect(
      try judge.decide("who applies?", in: try judge.after("law/sale")) == "ranking: unknown")
  }

  @Test func followsUpOnAnyContact() throws {
    let question = "which hours are they open?"
    #expect(
      try judge.decide(question, in: try judge.after("contact/syd"))
        == "part: contact/which#hours")
    #expect(try judge.decide(question, in: try judge.after("law/sale")) == "ranking: unknown")
  }

  /// What nobody knows alone may be known of the last answer.
  @Test(arguments: [
    ("who applied then", "part: permit/time#who"),
    ("and who ever applies", "part: permit/time#who"),
  ])
  func answersWhatAloneNobodyKnows(question: String, decision: String) throws {
    #expect(
      try judge.decide(question, ["dialogue/unknown": 0.9], in: try judge.after("permit/time"))
        == decision)
  }

  /// "Short" is all that is known of such a word, and every part asked for in a word or two is that.
  @Test(arguments: ["qwxz", "17", "лес", "qwxz xqz"])
  func isNotAskedForByAWordOfWhichNothingIsKnown(question: String) throws {
    #expect(
      try judge.decide(question, in: try judge.after("permit/time")) == "ranking: unknown")
  }

  @Test func asksForTheSourceOfTheLastAnswer() throws {
    #expect(
      try judge.decide(
        "where does all of this come from", ["dialogue/source": 0.8],
        in: try judge.after("permit/time")) == "source: source")
  }

  @Test func asksForTheSourceOfAllBeforeAnyAnswer() throws {
    #expect(
      try judge.decide("where does it say that?", ["dialogue/source": 0.9])
        == "ranking: dialogue/source")
  }
}
