import Knowledge
import Understanding

/// Finds the part of the last answer that a follow-up asks for.
struct PartMatcher: Sendable {
  struct Match {
    /// The topic whose part it is.
    let topic: Int
    let part: Int
    /// How much the follow-up is like one of the part's examples: 0 to 1.
    let likeness: Float
  }

  private struct Entry: Sendable {
    let part: Int
    let vector: TextVector
  }

  private let entries: [[Entry]]
  /// Topics whose parts follow up on any contact, and on anything at all.
  private let contactParts: Int?
  private let generalParts: Int?
  private let contactTopics: Set<Int>

  init(interpreter: Interpreter) {
    let topics = interpreter.knowledge.topics
    entries = topics.map { topic in
      topic.texts.values.sorted { $0.position < $1.position }.flatMap { text in
        text.parts.enumerated().flatMap { number, part in
          part.examples.map { Entry(part: number, vector: interpreter.vector(of: $0.text)) }
        }
      }
    }
    contactParts = topics.firstIndex { $0.role == .askPlace }
    generalParts = topics.firstIndex { $0.role == .help }
    contactTopics = Set(topics.indices.filter { topics[$0].kind == .contact })
  }

  /// The likeliest part of the topics answered last, or of those that follow up on everything.
  func best(
    for found: Recognition, after last: [Focus], _ interpreter: Interpreter
  ) -> Match? {
    guard !last.isEmpty else { return nil }
    var topics: [Int] = []
    for topic in last.map(\.topic) where !topics.contains(topic) { topics.append(topic) }
    if let contactParts, topics.contains(where: contactTopics.contains),
      !topics.contains(contactParts)
    {
      topics.append(contactParts)
    }
    if let generalParts, !topics.contains(generalParts) { topics.append(generalParts) }
    var best: Match?
    for topic in topics {
      let likeness = interpreter.likeness(of: found, to: entries[topic].map(\.vector))
      for (entry, value) in zip(entries[topic], likeness) where value > best?.likeness ?? 0 {
        best = Match(topic: topic, part: entry.part, likeness: value)
      }
    }
    return best
  }
}
