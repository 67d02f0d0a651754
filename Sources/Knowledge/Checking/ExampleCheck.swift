/// Looks for wordings that stand twice: a question asks for one topic, and for one part of it.
struct ExampleCheck {
  private(set) var problems: [Problem] = []

  init(_ topics: [Topic]) {
    var seen: [String: (topic: TopicID, position: Position)] = [:]
    seen.reserveCapacity(
      topics.reduce(0) { $0 + $1.texts.values.reduce(0) { $0 + $1.examples.count } })
    for topic in topics {
      checkPartExamples(topic)
      for text in topic.texts.values.sorted(by: { $0.position < $1.position }) {
        for example in text.examples {
          let form = example.text.comparisonForm.withoutOuterPunctuation
          guard let earlier = seen[form] else {
            seen[form] = (topic.id, example.position)
            continue
          }
          if earlier.topic == topic.id {
            problems.append(
              Problem(
                .warning, KnowledgeCause.repeatedExample(first: earlier.position.line),
                at: example.position, sourceLine: "> " + example.text))
          } else {
            problems.append(
              Problem(
                .error, KnowledgeCause.sharedExample(with: earlier.topic, at: earlier.position),
                at: example.position, sourceLine: "> " + example.text))
          }
        }
      }
    }
  }

  /// A wording that stands under two parts of a topic asks for neither.
  private mutating func checkPartExamples(_ topic: Topic) {
    for code in topic.texts.keys.sorted() {
      var seen: [String: Position] = [:]
      let whole = topic.texts[code]?.examples ?? []
      let wordings =
        whole.map { ($0, true) }
        + topic.parts.flatMap { ($0.texts[code]?.examples ?? []).map { ($0, false) } }
      for (example, isWhole) in wordings {
        let form = example.text.comparisonForm.withoutOuterPunctuation
        guard let earlier = seen[form] else {
          seen[form] = example.position
          continue
        }
        if isWhole { continue }
        problems.append(
          Problem(
            .warning, KnowledgeCause.repeatedExample(first: earlier.line), at: example.position,
            sourceLine: "> " + example.text))
      }
    }
  }
}
