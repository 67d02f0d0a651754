/// What came with each answer of `/sync`, and what of it is not answered yet. The token behind the
/// last batch before which all is answered is the only thing that is kept.
struct Batches {
  private struct Batch {
    let number: Int
    let token: String
    var open: Int
  }

  private var batches: [Batch] = []
  private var count = 0
  private var token: String?
  private var kept: String?
  /// The token that the next `/sync` goes on from.
  private(set) var latest: String?

  /// Begins a batch, with one thing open until `done` says that all of it was looked at.
  mutating func begin(_ token: String) -> Int {
    count += 1
    batches.append(Batch(number: count, token: token, open: 1))
    latest = token
    return count
  }

  /// Something of a batch is to be answered.
  mutating func open(_ number: Int) {
    if let place = batches.firstIndex(where: { $0.number == number }) { batches[place].open += 1 }
  }

  mutating func done(_ number: Int) {
    if let place = batches.firstIndex(where: { $0.number == number }) { batches[place].open -= 1 }
    while let first = batches.first, first.open <= 0 {
      token = first.token
      batches.removeFirst()
    }
  }

  /// The token to keep, once for each.
  mutating func takeToken() -> String? {
    guard token != kept else { return nil }
    kept = token
    return token
  }
}
