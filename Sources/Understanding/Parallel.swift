import Dispatch

/// Does two things at the same time, on as many processors as there are.
package func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  // Safe: each is written by one iteration, and read after both.
  nonisolated(unsafe) var one: First?
  nonisolated(unsafe) var other: Second?
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 { one = first() } else { other = second() }
  }
  return (one ?? first(), other ?? second())
}

extension Array where Element: Sendable {
  /// What becomes of each element, in their order, on as many processors as there are.
  package func mapInParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result)
    -> [Result]
  {
    if isEmpty { return [] }
    let size = Swift.max(1, count / 16)
    let pieces = stride(from: 0, to: count, by: size).map { $0..<Swift.min($0 + size, count) }
    return [Result](unsafeUninitializedCapacity: count) { results, resultCount in
      // Safe: each place is written by one iteration, and read after all of them.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: pieces.count) { number in
        for place in pieces[number] {
          results.initializeElement(at: place, to: transform(self[place]))
        }
      }
      resultCount = count
    }
  }
}
