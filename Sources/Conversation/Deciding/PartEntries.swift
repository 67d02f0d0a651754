import Knowledge
import Synchronization
import Understanding

/// The example questions of the parts of topics; made ready when a topic's are first asked for, since
/// most processes need few of them or none.
final class PartEntries: Sendable {
  struct Entries: Sendable {
    let examples: ExampleIndex
    /// The part that each of the examples asks for.
    let parts: [Int]
    /// Tells the parts apart, and from what asks for none of them; nil where there is none.
    let model: GroupModel?
  }

  private struct Known {
    var entries: [Entries?]
    /// Questions that ask for no part of the topic they follow on: some of every topic's.
    var others: [(topic: Int, vector: TextVector)] = []
  }

  private let known: Mutex<Known>

  /// Of so many wordings of a topic one is learnt from as a question about another topic.
  private static let otherExamples: UInt64 = 40

  init(topicCount: Int) {
    known = Mutex(Known(entries: [Entries?](repeating: nil, count: topicCount)))
  }

  func of(_ topic: Int, _ interpreter: Interpreter) -> Entries {
    known.withLock { known in
      if let entries = known.entries[topic] { return entries }
      if known.others.isEmpty { known.others = Self.others(interpreter) }
      let others = known.others.filter { $0.topic != topic }.map(\.vector)
      let entries = Self.entries(of: topic, others: others, interpreter)
      known.entries[topic] = entries
      return entries
    }
  }

  private static func entries(
    of topic: Int, others: [TextVector], _ interpreter: Interpreter
  ) -> Entries {
    let texts = interpreter.knowledge.topics[topic].texts.values
    var groups: [[TextVector]] = []
    for text in texts.sorted(by: { $0.position < $1.position }) {
      for (number, part) in text.parts.enumerated() {
        if groups.count <= number { groups.append([]) }
        groups[number] += part.examples.map { interpreter.vector(of: $0.text) }
      }
    }
    return Entries(
      examples: ExampleIndex(groups.flatMap { $0 }),
      parts: groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) },
      model: groups.isEmpty ? nil : GroupModel(groups: groups, others: others))
  }

  private static func others(_ interpreter: Interpreter) -> [(topic: Int, vector: TextVector)] {
    var others: [(topic: Int, vector: TextVector)] = []
    for (topic, content) in interpreter.knowledge.topics.enumerated() {
      for text in content.texts.values.sorted(by: { $0.position < $1.position }) {
        others += text.examples.filter { $0.text.isOne(of: otherExamples) }
          .map { (topic, interpreter.vector(of: $0.text)) }
      }
    }
    return others
  }
}
