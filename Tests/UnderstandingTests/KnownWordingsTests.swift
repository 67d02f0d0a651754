import Testing

@testable import Understanding

@Suite struct KnownWordingsTests {
  private let wordings = KnownWordings(
    [
      Sample(text: "How long is it?", topic: 0), Sample(text: "who applies", topic: 0, part: 1),
      Sample(text: "call the coordinator", topic: 2),
      Sample(text: "CALL the coordinator!", topic: 2),
      Sample(text: "får man?", topic: 1), Sample(text: "the same", topic: 0),
      Sample(text: "the same", topic: 1),
      Sample(text: "twice", topic: 0), Sample(text: "twice", topic: 0, part: 0),
      Sample(text: "and then?", topic: 1, leans: true),
      Sample(text: "a sentence of an answer", topic: 1, weight: 0.5), Sample(text: "?!", topic: 1),
    ])

  private func meaning(_ text: String) -> KnownWordings.Meaning? { wordings[TokenizedText(text)] }

  @Test(arguments: ["How long is it?", "how long is it", "  How LONG, is it!"])
  func knowsAWordingWhateverItsSignsAndCapitals(text: String) {
    #expect(meaning(text) == .init(topic: 0, part: nil))
  }

  @Test(arguments: ["får man", "Far man?"])
  func knowsAWordingWithoutItsAccents(text: String) {
    #expect(meaning(text) == .init(topic: 1, part: nil))
  }

  @Test func knowsThePartThatIsAskedForAndTheTopicOfASubject() {
    #expect(meaning("who applies?") == .init(topic: 0, part: 1))
    #expect(meaning("call the coordinator") == .init(topic: 2, part: nil))
  }

  @Test(arguments: [
    // Other words, fewer, more, another order, none.
    "how short is it", "how long is", "how long is it now", "is it how long", "", "?!",
    // What two mean is neither's.
    "the same", "twice",
    // What says nothing by itself, and what nobody asked.
    "and then?", "a sentence of an answer",
  ])
  func knowsNothingElse(text: String) {
    #expect(meaning(text) == nil)
  }
}
