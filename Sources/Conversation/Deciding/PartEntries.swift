import Synchronization
import Understanding

/// The example questions of the parts of topics; made ready when a topic's are first asked for, since
/// most processes need few of them or none.
final class PartEntries: Sendable {
  struct Entries: Sendable {
    let examples: ExampleIndex
    /// The part that each of the examples asks for.
    let parts: [Int]
  }

  private let entries: Mutex<[Entries?]>

  init(topicCount: Int) {
    entries = Mutex([Entries?](repeating: nil, count: topicCount))
  }

  func of(_ topic: Int, _ interpreter: Interpreter) -> Entries {
    if let known = entries.withLock({ $0[topic] }) { return known }
    let texts = interpreter.knowledge.topics[topic].texts.values
    var vectors: [TextVector] = []
    var parts: [Int] = []
    for text in texts.sorted(by: { $0.position < $1.position }) {
      for (number, part) in text.parts.enumerated() {
        for example in part.examples {
          vectors.append(interpreter.vector(of: example.text))
          parts.append(number)
        }
      }
    }
    let made = Entries(examples: ExampleIndex(vectors), parts: parts)
    entries.withLock { $0[topic] = made }
    return made
  }
}
