import Knowledge

/// Finds the known word that a misspelt one was meant to be: one letter wrong, missing, doubled, or
/// two swapped.
///
/// Each known word is entered under itself with each of its letters left out, so that a misspelt
/// word finds it by leaving out one of its own.
struct SpellingCorrector: Sendable {
  private static let shortest = 5
  /// A word that is known itself is read as another only where that is so many times as common.
  private static let muchCommoner = 12

  private var words: [[UInt8]] = []
  private var counts: [Int] = []
  private var numbers: [UInt64: Int32] = [:]
  private var neighbours: [UInt64: [Int32]] = [:]

  /// Learns words, in plain letters, with how often each is met; those met once only are known, but
  /// nothing is corrected to them.
  init(_ known: [String: Int]) {
    for (word, count) in known.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(word.utf8)
      let number = Int32(words.count)
      words.append(bytes)
      counts.append(count)
      numbers[Self.hash(bytes)] = number
      guard bytes.count >= Self.shortest, count > 1 else { continue }
      for key in Self.keys(of: bytes) { neighbours[key, default: []].append(number) }
    }
  }

  /// The word that was meant; nil where the given one is well known, or none is near.
  func correction(of word: ArraySlice<UInt8>) -> [UInt8]? {
    guard word.count >= Self.shortest else { return nil }
    let typed = Array(word)
    let own = numbers[Self.hash(typed)].map { counts[Int($0)] } ?? 0
    let needed = own == 0 ? 2 : own * Self.muchCommoner
    var best: (number: Int32, count: Int)?
    for key in Self.keys(of: typed) {
      for number in neighbours[key] ?? [] {
        let count = counts[Int(number)]
        guard count >= needed, count > best?.count ?? 0, words[Int(number)] != typed,
          words[Int(number)].first == typed.first,
          editDistance(typed, words[Int(number)], limit: 1) <= 1
        else { continue }
        best = (number, count)
      }
    }
    return best.map { words[Int($0.number)] }
  }

  /// The word itself and the word without each of its letters.
  private static func keys(of word: [UInt8]) -> [UInt64] {
    var keys = [hash(word)]
    for left in word.indices {
      var state = FeatureHash(.word)
      for place in word.indices where place != left { state.mix(word[place]) }
      keys.append(state.value)
    }
    return keys
  }

  private static func hash(_ word: [UInt8]) -> UInt64 {
    var state = FeatureHash(.word)
    state.mix(word)
    return state.value
  }
}
