import Knowledge

/// Finds ages ("15-åring", "aged 34", "kvinna på 40") and says which concepts they mean.
struct AgeRecognizer: Sendable {
  private let after: PhraseMatcher
  private let before: PhraseMatcher
  private let spans: PhraseMatcher
  private let concepts: [(index: Int, ages: ClosedRange<Int>)]

  init(knowledge: KnowledgeBase) {
    after = PhraseMatcher(knowledge: knowledge, role: .ageAfter)
    before = PhraseMatcher(knowledge: knowledge, role: .ageBefore)
    spans = PhraseMatcher(knowledge: knowledge, role: .ageNot)
    concepts = Self.concepts(of: knowledge)
  }

  private static func concepts(
    of knowledge: KnowledgeBase
  ) -> [(index: Int, ages: ClosedRange<Int>)] {
    knowledge.concepts.enumerated().compactMap { index, concept in
      concept.ages.map { (index, $0) }
    }
  }

  func mentions(in text: TokenizedText) -> [ConceptMention] {
    guard !concepts.isEmpty, text.tokens.contains(where: \.isNumber) else { return [] }
    let afterStarts = Set(after.matches(in: text).map(\.tokens.lowerBound))
    let beforeEnds = Set(before.matches(in: text).map(\.tokens.upperBound))
    let notAges = spans.matches(in: text)
    var found: [ConceptMention] = []
    for index in text.tokens.indices {
      guard let age = text.number(index), (1...120).contains(age) else { continue }
      let isAge = afterStarts.contains(index + 1) || beforeEnds.contains(index)
      // "3 years ago", "two years in prison", "5 kap.": a number beside such a word is no age.
      let isOther = notAges.contains {
        $0.tokens.contains(index + 1) || $0.tokens.contains(index + 2)
          || $0.tokens.upperBound == index
      }
      guard isAge, !isOther else { continue }
      for (concept, ages) in concepts where ages.contains(age) {
        found.append(ConceptMention(concept: concept, tokens: index..<(index + 1)))
      }
    }
    return found
  }
}

extension AgeRecognizer {
  func write(to writer: inout TableWriter) {
    after.write(to: &writer)
    before.write(to: &writer)
    spans.write(to: &writer)
  }

  init(from reader: inout TableReader, knowledge: KnowledgeBase) throws(UnreadableBytes) {
    after = try PhraseMatcher(from: &reader)
    before = try PhraseMatcher(from: &reader)
    spans = try PhraseMatcher(from: &reader)
    concepts = Self.concepts(of: knowledge)
  }
}
