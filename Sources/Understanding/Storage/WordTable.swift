import Knowledge

/// Words one after the other, each with a number; never changed.
struct WordTable: Sendable {
  private let letters: Table<UInt8>
  /// Where each word begins in ``letters``; one more for the end.
  private let starts: Table<UInt32>

  init(_ words: some Sequence<some Sequence<UInt8>>) {
    var letters: [UInt8] = []
    var starts: [UInt32] = [0]
    for word in words {
      letters += word
      starts.append(UInt32(letters.count))
    }
    self.letters = Table(letters)
    self.starts = Table(starts)
  }

  var count: Int { starts.count - 1 }

  /// A word's letters; they live as long as the table.
  @inline(__always)
  subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: letters.elements[Int(starts[number])..<Int(starts[number + 1])])
  }

  func write(to writer: inout TableWriter) {
    writer.write(letters)
    writer.write(starts)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    letters = try reader.table()
    starts = try reader.table()
    guard starts.elements.first == 0, Int(starts.elements[starts.count - 1]) == letters.count,
      zip(starts.elements, starts.elements.dropFirst()).allSatisfy(<=)
    else { throw UnreadableBytes() }
  }
}
