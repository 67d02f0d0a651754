/// Texts on a ring, each where its hash says: what is dealt out by chance stays as it was dealt when a text
/// comes or goes, but for the few that lie before it.
struct TextRing {
  private let texts: [(hash: UInt64, place: Int)]

  /// - Parameter texts: Each with its hash, and its place among all.
  init(_ texts: [(UInt64, Int)]) {
    self.texts = texts.map { (hash: UInt64(0).mixed(with: $0), place: $1) }
      .sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
  }

  /// The place of the first text from there on, around the ring; nil where there is none.
  func first(from hash: UInt64) -> Int? {
    var (low, high) = (0, texts.count)
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return (low < texts.count ? texts[low] : texts.first)?.place
  }
}
