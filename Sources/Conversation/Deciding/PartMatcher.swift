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
    /// Whether the part follows up on anything.
    let isGeneral: Bool

    /// By what the likeliest part is chosen.
    var score: Float { likeness + Self.weight * probability }

    /// By cross-validation over the parts' wordings any weight of this size is as good.
    private static let weight: Float = 0.5
  }

  /// How much more must speak for a part that follows up on anything: what the last answer itself can
  /// say is asked for more often.
  private static let generalCaution: Float = 0.2

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

  /// The likeliest part of the topics answered last, or of those that follow up on everything; nil for
  /// words of which nothing is known, which are like any part that is asked for as shortly.
  func best(
    for question: Interpretation, after last: [Focus], _ interpreter: Interpreter
  ) -> Match? {
    guard !last.isEmpty, question.hasKnownWords else { return nil }
    var topics: [Int] = []
    for topic in last.map(\.topic) where !topics.contains(topic) { topics.append(topic) }
    if let contactParts, topics.contains(where: contactTopics.contains),
      !topics.contains(contactParts)
    {
      topics.append(contactParts)
    }
    if let generalParts, !topics.contains(generalParts) { topics.append(generalParts) }
    var best: Match?
    var greatest: Float = 0
    for topic in topics {
      let entries = entries.of(topic, interpreter)
      guard let model = entries.model else { continue }
      let shares = interpreter.shares(of: question, in: model)
      var likeness = [Float](repeating: 0, count: shares.count)
      for (part, value) in zip(
        entries.parts, interpreter.likeness(of: question, to: entries.examples))
      {
        likeness[part] = max(likeness[part], value)
      }
      for part in shares.indices {
        let match = Match(
          topic: topic, part: part, likeness: likeness[part], probability: shares[part],
          isGeneral: topic == generalParts && topic != topics[0])
        let score = match.score - (match.isGeneral ? Self.generalCaution : 0)
        if score > greatest {
          greatest = score
          best = match
        }
      }
    }
    return best
  }
}
