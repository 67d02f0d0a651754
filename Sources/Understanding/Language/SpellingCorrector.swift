import Knowledge

/// Finds the known word that a misspelt one was meant to be: one letter wrong, missing, doubled, or
/// two swapped.
///
/// Each known word is entered under itself with each of its letters left out, so that a misspelt
/// word finds it by leaving out one of its own.
struct SpellingCorrector: Sendable {
  private static let shortest = 5
  /// How many times as common the other must be for a word that is known itself to be read as it.
  private static let muchCommoner = 12

  /// Letters where they lie: a slice of an array would count its owners at every step.
  private typealias Letters = UnsafeBufferPointer<UInt8>

  private let words: WordTable
  private let counts: Table<Int32>
  private let numbers: HashTable
  private let neighbours: HashedLists
  private let greatestCount: Int

  /// Learns words, in plain letters, with how often each is met; those met once only are known, but
  /// nothing is corrected to them.
  init(_ known: [String: Int]) {
    let sorted = known.sorted { $0.key < $1.key }
    var numbers: [(hash: UInt64, number: Int32)] = []
    var neighbours = HashedLists.Draft()
    for (place, (word, count)) in sorted.enumerated() {
      let bytes = Array(word.utf8)
      let number = Int32(place)
      numbers.append((FeatureHash.word(bytes), number))
      guard bytes.count >= Self.shortest, count > 1 else { continue }
      bytes.withUnsafeBufferPointer { bytes in
        Self.forEachKey(of: bytes) { neighbours.add(number, to: $0) }
      }
    }
    words = WordTable(sorted.map(\.key.utf8))
    counts = Table(sorted.map { Int32($0.value) })
    self.numbers = HashTable(numbers)
    self.neighbours = HashedLists(neighbours)
    greatestCount = Int(counts.elements.max() ?? 0)
  }

  /// The word that was meant; nil where the given one is well known, or none is near.
  func correction(of word: ArraySlice<UInt8>) -> [UInt8]? {
    guard word.count >= Self.shortest else { return nil }
    return word.withUnsafeBufferPointer { typed in
      let place = numbers[FeatureHash.word(typed)]
      let own = place < 0 ? 0 : Int(counts[Int(place)])
      let needed = own == 0 ? 2 : own * Self.muchCommoner
      guard needed <= greatestCount else { return nil }
      var best: (number: Int, count: Int)?
      Self.forEachKey(of: typed) { key in
        neighbours.forEach(key) { number in
          let count = Int(counts[number])
          guard count >= needed, count > best?.count ?? 0 else { return }
          let other = words[number]
          guard other.first == typed.first, !other.elementsEqual(typed),
            editDistance(typed, other, limit: 1) <= 1
          else { return }
          best = (number, count)
        }
      }
      return best.map { Array(words[$0.number]) }
    }
  }

  /// Whether the word, in plain letters, is one that the knowledge has.
  func knows(_ word: ArraySlice<UInt8>) -> Bool { numbers[FeatureHash.word(word)] >= 0 }

  /// Hashes of the word itself and of the word without each of its letters.
  ///
  /// The hash is a sum of letters times powers of a base, so that the one without a letter follows
  /// from the sums before it and after it.
  private static func forEachKey(of word: Letters, _ body: (UInt64) -> Void) {
    var whole: UInt64 = 0
    for letter in word { whole = whole &* base &+ UInt64(letter) + 1 }
    body(mixed(whole))
    var before: UInt64 = 0
    var rest = whole
    var power: UInt64 = 1
    for _ in 1..<word.count { power = power &* base }
    for letter in word {
      let value = UInt64(letter) + 1
      rest = rest &- (value &* power)
      // The letters before stand a place lower once this one is left out.
      body(mixed(before &* power &+ rest))
      before = before &* base &+ value
      power = power &* inverse
    }
  }

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15
  /// What ``base`` must be multiplied with to make 1.
  private static let inverse: UInt64 = 0xf1de_83e1_9937_733d

  private static func mixed(_ sum: UInt64) -> UInt64 {
    let product = (sum ^ (sum >> 31)) &* 0xbf58_476d_1ce4_e5b9
    return product ^ (product >> 29)
  }
}

extension SpellingCorrector {
  func write(to writer: inout TableWriter) {
    words.write(to: &writer)
    writer.write(counts)
    numbers.write(to: &writer)
    neighbours.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    words = try WordTable(from: &reader)
    counts = try reader.table()
    numbers = try HashTable(from: &reader)
    neighbours = try HashedLists(from: &reader)
    guard words.count == counts.count else { throw UnreadableBytes() }
    greatestCount = Int(counts.elements.max() ?? 0)
  }
}
