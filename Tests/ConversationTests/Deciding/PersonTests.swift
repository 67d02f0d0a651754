import Testing

@testable import Conversation

@Suite struct PersonTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(arguments: [
    ("Lisa Green", "person: contact/syd people 0"),
    ("who is Berglund, and Olle Sandström?", "person: contact/nord people 0, 1"),
    ("Berglund or Green", "person: contact/nord people 0 + contact/syd people 0"),
    ("whose is 070-222 22 22?", "person: contact/nord people 1"),
    ("whose is 070-333 33 33?", "ranking: unknown"),
    ("Lisa", "ranking: unknown"),
  ])
  func isFoundByNameOrNumber(question: String, decision: String) throws {
    #expect(try judge.decide(question) == decision)
  }

  /// A first name alone is somebody of the contacts only where they are asked for.
  @Test(arguments: [
    ("who is Lisa", "person: contact/syd people 0"),
    ("my name is Anna, who is our coordinator?", "ask-place: where"),
  ])
  func isFoundByFirstNameAmongContacts(question: String, decision: String) throws {
    #expect(try judge.decide(question, ["contact/which": 0.9]) == decision)
  }

  /// What nobody knows of a person is not answered with the person, whose number may be asked for.
  @Test func isNoAnswerToWhatNobodyKnows() throws {
    let unknown: KeyValuePairs<String, Float> = ["dialogue/unknown": 0.9]
    #expect(try judge.decide("is Lisa Green married", unknown) == "ranking: unknown")
    #expect(
      try judge.decide("the number of Lisa Green", unknown) == "person: contact/syd people 0")
  }
}
