import Glibc
import Knowledge

/// How likely words or pieces of words are in each of some languages: logarithms, the mean of the
/// languages taken off.
struct OddsTable: Sendable {
  let classes: Int
  private let index: HashTable
  private let odds: Table<Float>

  /// How often each word or piece was seen in each language.
  struct Counts {
    let classes: Int
    fileprivate var index = HashIndex(capacity: 16)
    fileprivate var counts: [Float] = []

    init(classes: Int) {
      self.classes = classes
    }

    mutating func add(_ weight: Float, to hash: UInt64, class number: Int) {
      let row = Int(index.number(of: hash)) * classes
      if row == counts.count { counts += repeatElement(0, count: classes) }
      counts[row + number] += weight
    }
  }

  init(_ counts: Counts, smoothing: Float) {
    let classes = counts.classes
    self.classes = classes
    index = HashTable(counts.index.entries)
    var totals = [Float](repeating: 1, count: classes)
    for (place, count) in counts.counts.enumerated() { totals[place % classes] += count }
    let scale = totals.max() ?? 1
    var odds: [Float] = []
    odds.reserveCapacity(counts.counts.count)
    for row in stride(from: 0, to: counts.counts.count, by: classes) {
      let logs = (0..<classes).map {
        log(counts.counts[row + $0] * scale / totals[$0] + smoothing)
      }
      let mean = logs.reduce(0, +) / Float(classes)
      odds += logs.map { $0 - mean }
    }
    self.odds = Table(odds)
  }

  /// Adds the odds of a word or piece to those of each language; nothing where it is not known.
  @inline(__always)
  func add(_ hash: UInt64, to scores: UnsafeMutableBufferPointer<Float>) {
    let row = Int(index[hash])
    guard row >= 0 else { return }
    for number in 0..<classes { scores[number] += odds[row * classes + number] }
  }

  func write(to writer: inout TableWriter) {
    writer.write(Table([UInt32(classes)]))
    index.write(to: &writer)
    writer.write(odds)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    let header: Table<UInt32> = try reader.table()
    guard header.count == 1 else { throw UnreadableBytes() }
    classes = Int(header[0])
    index = try HashTable(from: &reader)
    odds = try reader.table()
  }
}
