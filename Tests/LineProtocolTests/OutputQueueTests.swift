import LineProtocol
import Testing

@Suite struct OutputQueueTests {
  /// What is written, a write each, by a reader that takes at most so many bytes of each.
  private func writes(_ messages: [String], taking most: Int = .max) -> [String] {
    var queue = OutputQueue()
    for message in messages { queue.append(message) }
    var writes: [String] = []
    while !queue.isEmpty {
      let taken = queue.chunk.prefix(most)
      writes.append(String(decoding: taken, as: UTF8.self))
      queue.advance(taken.count)
    }
    return writes
  }

  private func message(_ lines: [Int]) -> String {
    lines.map { String(repeating: "x", count: $0 - 1) + "\n" }.joined()
  }

  @Test func writesWholeMessagesWhereTheyFit() {
    let messages = [message([1000, 1000]), message([2000]), message([96]), message([1])]
    #expect(
      writes(messages) == [messages[0] + messages[1] + messages[2], messages[3]])
    #expect(writes([message([4000]), message([4000])]) == [message([4000]), message([4000])])
  }

  @Test func writesWholeLinesOfLongMessages() {
    #expect(
      writes([message([3000, 1000, 1000]), message([10])]) == [
        message([3000, 1000]), message([1000]) + message([10]),
      ])
  }

  @Test func writesLongLinesInParts() {
    let long = message([10_000])
    let parts = writes([long])
    #expect(parts.map(\.utf8.count) == [4096, 4096, 1808])
    #expect(parts.joined() == long)
  }

  @Test func losesNothingHoweverLittleIsTaken() {
    let messages = (1...300).map { message([$0, 5000 - $0 * 16]) }
    for most in [1, 7, 1000, 4095, 4096] {
      #expect(writes(messages, taking: most).joined() == messages.joined())
    }
  }
}
