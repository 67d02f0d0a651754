/// The name that differs least from `name`, if any is near enough to have been meant.
package func nearestName(to name: String, in names: [String]) -> String? {
  let limit = max(1, name.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in names {
    let distance = editDistance(Array(name.utf8), Array(candidate.utf8), limit: limit)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// How many bytes must be changed, inserted, removed or swapped with their neighbour to make `a`
/// into `b`; anything above `limit` where there are more.
package func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in editDistance(a, b, limit: limit) }
  }
}

/// The same of bytes that stand anywhere: it is asked of every name and word, and takes no memory but the
/// stack's.
package func editDistance(
  _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int
) -> Int {
  if abs(a.count - b.count) > limit { return limit + 1 }
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  let width = b.count + 1
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: width * 3) { rows in
    var beforeLast = UnsafeMutableBufferPointer(rebasing: rows[..<width])
    var last = UnsafeMutableBufferPointer(rebasing: rows[width..<width * 2])
    var current = UnsafeMutableBufferPointer(rebasing: rows[(width * 2)...])
    rows.initialize(repeating: 0)
    for j in 0..<width { last[j] = j }
    for i in 1...a.count {
      current[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var distance = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          distance = min(distance, beforeLast[j - 2] + 1)
        }
        current[j] = distance
        least = min(least, distance)
      }
      if least > limit { return limit + 1 }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}

/// Which bytes a word has: enough to tell that many are more than a few edits apart.
package struct LetterSet: BitwiseCopyable, Sendable {
  private let bits: UInt64

  package init(_ word: some Sequence<UInt8>) {
    var bits: UInt64 = 0
    for byte in word { bits |= 1 << UInt64(byte & 63) }
    self.bits = bits
  }

  /// The least number of edits between two words: each edit adds or removes one letter at most.
  package func leastDistance(to other: LetterSet) -> Int {
    max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
  }
}
