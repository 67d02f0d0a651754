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
    /// How likely it asks for this part, and not for another or for none: 0 to 1.
    let probability: Float
  }

  private let entries: PartEntries
  /// Topics whose parts follow up on any contact, and on anything at all.
  private let contactParts: Int?
  private let generalParts: Int?
  private let contactTopics: Set<Int>

  init(interpreter: Interpreter) {
    let topics = interpreter.knowledge.topics
    entries = PartEntries(topicCount: topics.count)
    contactParts = topics.firstIndex { $0.role == .askPlace }
    generalParts = topics.firstIndex { $0.role == .help }
    contactTopics = Set(topics.indices.filter { topics[$0].kind == .contact })
  }

  /// The likeliest part of the topics answered last, or of those that follow up on everything.
  func best(
    for question: Interpretation, after last: [Focus], _ interpreter: Interpreter
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
      let entries = entries.of(topic, interpreter)
      guard let model = entries.model else { continue }
      let likeness = interpreter.likeness(of: question, to: entries.examples)
      let shares = interpreter.shares(of: question, in: model)
      if ProcessInfo.debug { print("#", interpreter.knowledge.topics[topic].id, shares.enumerated().max { $0.1 < $1.1 }!, zip(likeness, entries.parts).max { $0.0 < $1.0 }!) }
      for (part, value) in zip(entries.parts, likeness) where value > best?.likeness ?? 0 {
        best = Match(topic: topic, part: part, likeness: value, probability: shares[part])
      }
    }
    return best
  }
}

import Glibc
enum ProcessInfo { static let debug = getenv("DBG") != nil }
