import Knowledge

/// The long names of places in plain letters, in the order of their first letters.
struct LongNames: Sendable {
  private struct Name: BitwiseCopyable, Sendable {
    let letters: LetterSet
    let place: Int32
    /// Fills the row up, so that no byte of it is undefined.
    var rest: UInt32 = 0
  }

  private let names: Table<Name>
  private let spellings: WordTable
  /// Where the names begin that begin with each byte; one more for the end.
  private let starts: Table<UInt32>

  init(_ list: [(name: [UInt8], place: Int32)]) {
    var sorted: [(name: [UInt8], place: Int32)] = []
    var starts: [UInt32] = [0]
    for first in UInt8.min...UInt8.max {
      sorted += list.filter { $0.name.first == first }
      starts.append(UInt32(sorted.count))
    }
    names = Table(sorted.map { Name(letters: LetterSet($0.name), place: $0.place) })
    spellings = WordTable(sorted.map(\.name))
    self.starts = Table(starts)
  }

  /// The numbers of the names that begin with a byte, in the order in which they were given.
  func range(first: UInt8) -> Range<Int> {
    Int(starts[Int(first)])..<Int(starts[Int(first) + 1])
  }

  /// How many edits lie between a word and a name; anything above `limit` where there are more.
  func distance(
    _ number: Int, to word: UnsafeBufferPointer<UInt8>, _ wordLetters: LetterSet, limit: Int
  ) -> Int {
    let spelling = spellings[number]
    guard abs(spelling.count - word.count) <= limit,
      names[number].letters.leastDistance(to: wordLetters) <= limit
    else { return limit + 1 }
    return editDistance(word, spelling, limit: limit)
  }

  func place(_ number: Int) -> Int32 { names[number].place }

  /// Whether two names are of one place, or spelled alike: a county and its capital.
  func areSame(_ one: Int, _ other: Int) -> Bool {
    names[one].place == names[other].place || spellings[one].elementsEqual(spellings[other])
  }

  func write(to writer: inout TableWriter) {
    writer.write(names)
    spellings.write(to: &writer)
    writer.write(starts)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    names = try reader.table()
    spellings = try WordTable(from: &reader)
    starts = try reader.table()
    guard starts.count == 257, names.count == spellings.count else { throw UnreadableBytes() }
  }
}
