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
    ],
    names: [
      (text: "The police", topic: 0), (text: "köp av sex", topic: 1), (text: "en tolk", topic: 2),
      (text: "the law", topic: 0), (text: "the law", topic: 1),
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

  private func named(_ text: String, _ tokens: Range<Int>? = nil) -> Int? {
    let text = TokenizedText(text)
    return wordings.topic(named: text, tokens ?? text.tokens.indices)
  }

  /// With its first short word or without, in the text or in the name.
  @Test(arguments: [
    ("the police", 0), ("police", 0), ("Köp av sex?", 1), ("tolk", 2), ("en tolk", 2),
    ("the tolk", 2),
  ])
  func knowsANameOfATopic(text: String, topic: Int) {
    #expect(named(text) == topic)
  }

  @Test(arguments: ["the police station", "köp", "the law", "the", "", "call the coordinator"])
  func knowsNoNameInOtherWordsNorOneOfTwoTopics(text: String) {
    #expect(named(text) == nil)
  }

  @Test func knowsANameInSomeWordsOfAText() {
    #expect(named("not the police please", 1..<3) == 0)
    #expect(named("not the police please", 3..<3) == nil)
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
