import Knowledge

/// The long names of places in plain letters, in the order of their first letters.
struct LongNames: Sendable {
  private struct Name: BitwiseCopyable, Sendable {
    let letters: LetterSet
    let start: UInt32
    let count: UInt32
    let place: Int32
    /// Fills the row up, so that no byte of it is undefined.
    var rest: UInt32 = 0
  }

  private let names: Table<Name>
  private let letters: Table<UInt8>
  /// Where the names begin that begin with each byte; one more for the end.
  private let starts: Table<UInt32>

  init(_ list: [(name: [UInt8], place: Int32)]) {
    var names: [Name] = []
    var letters: [UInt8] = []
    var starts: [UInt32] = [0]
    for first in UInt8.min...UInt8.max {
      for (name, place) in list where name.first == first {
        names.append(
          Name(
            letters: LetterSet(name), start: UInt32(letters.count), count: UInt32(name.count),
            place: place))
        letters += name
      }
      starts.append(UInt32(names.count))
    }
    self.names = Table(names)
    self.letters = Table(letters)
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
    let name = names[number]
    guard abs(Int(name.count) - word.count) <= limit,
      name.letters.leastDistance(to: wordLetters) <= limit
    else { return limit + 1 }
    return editDistance(word, UnsafeBufferPointer(rebasing: spelling(number)), limit: limit)
  }

  func place(_ number: Int) -> Int32 { names[number].place }

  /// Whether two names are of one place, or spelled alike: a county and its capital.
  func areSame(_ one: Int, _ other: Int) -> Bool {
    names[one].place == names[other].place || spelling(one).elementsEqual(spelling(other))
  }

  private func spelling(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let name = names[number]
    return letters.elements[Int(name.start)..<Int(name.start + name.count)]
  }

  func write(to writer: inout TableWriter) {
    writer.write(names)
    writer.write(letters)
    writer.write(starts)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    names = try reader.table()
    letters = try reader.table()
    starts = try reader.table()
    guard starts.count == 257 else { throw UnreadableBytes() }
  }
}
