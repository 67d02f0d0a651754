import Synchronization
import Understanding

/// The example questions of the parts of topics, as vectors; made when a topic's are first asked for,
/// since most processes need few of them or none.
final class PartEntries: Sendable {
  struct Entry: Sendable {
    let part: Int
    let vector: TextVector
  }

  private let entries: Mutex<[[Entry]?]>

  init(topicCount: Int) {
    entries = Mutex([[Entry]?](repeating: nil, count: topicCount))
  }

  func of(_ topic: Int, _ interpreter: Interpreter) -> [Entry] {
    if let known = entries.withLock({ $0[topic] }) { return known }
    let texts = interpreter.knowledge.topics[topic].texts.values
    let made = texts.sorted { $0.position < $1.position }.flatMap { text in
      text.parts.enumerated().flatMap { number, part in
        part.examples.map { Entry(part: number, vector: interpreter.vector(of: $0.text)) }
      }
    }
    entries.withLock { $0[topic] = made }
    return made
  }
}
