import Dispatch
import Synchronization

/// Does two things at the same time, on as many processors as there are.
package func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  return results.withLock { ($0.0 ?? first(), $0.1 ?? second()) }
}

extension Array where Element: Sendable {
  /// What becomes of each element, in their order, on as many processors as there are.
  package func mapInParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result)
    -> [Result]
  {
    let size = Swift.max(1, count / 16)
    let pieces = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    let results = Mutex([[Result]?](repeating: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { number in
      let done = pieces[number].map(transform)
      results.withLock { $0[number] = done }
    }
    return results.withLock { $0.flatMap { $0 ?? [] } }
  }
}
