import Knowledge
import Testing

@testable import Understanding

@Suite struct SharedPartsTests {
  /// Three topics: of two parts, of none, of one; behind two subjects.
  private static let partCounts = [2, 0, 1]
  private let ranges = SharedParts.ranges(partCounts: partCounts, from: 2)

  private func text(_ rows: Int32...) -> SparseVector {
    SparseVector(
      rows: rows, values: rows.map { _ in 1 }, origins: rows.map { _ in 0 },
      words: rows.map { _ in 0 }, key: rows.reduce(7) { $0 &* 31 &+ UInt64($1) })
  }

  /// Feature 0 asks for the first part of the first topic, feature 1 for the second, feature 2 for the one
  /// part of the last topic.
  private var parts: SharedParts {
    let texts: [(SparseVector, Range<Int>, Int)] = [
      (text(0), ranges[0], 2), (text(1), ranges[0], 3), (text(2), ranges[2], 6),
      (text(0, 1), ranges[2], 8),
    ]
    let many = (0..<40).flatMap { _ in texts }
    let model = FactoredModel(
      many.map(\.0),
      lessons: many.map { [FactoredModel.Lesson(classes: $0.1, label: $0.2)] }, classCount: 9,
      seeds: [11, 12, 13])
    return SharedParts(model, ranges: ranges)
  }

  private func scores(_ parts: SharedParts, _ topic: Int, _ text: SparseVector) -> [Float] {
    var scores = [Float](repeating: 0, count: Self.partCounts[topic] + 2)
    parts.add(to: &scores, of: topic, for: parts.sum(of: TextVector(text)))
    return scores
  }

  /// Each part, the whole and something else of every topic that has parts.
  @Test func classesStandOneTopicBehindTheOther() {
    #expect(ranges == [2..<6, 6..<6, 6..<9])
    #expect(SharedParts.ranges(partCounts: []) == [])
  }

  @Test func addsToWhatIsThere() {
    let parts = parts
    let first = scores(parts, 0, text(0))
    #expect(first[0] > first[1] + 0.5)
    let second = scores(parts, 0, text(1))
    #expect(second[1] > second[0] + 0.5)
    #expect(scores(parts, 2, text(2))[0] > scores(parts, 2, text(0, 1))[0])
    var more: [Float] = [1, 1, 1, 1]
    parts.add(to: &more, of: 0, for: parts.sum(of: TextVector(text(0))))
    for (sum, own) in zip(more, first) { #expect(abs(sum - own - 1) < 1e-5) }
  }

  /// What a feature adds to one part rather than another is the difference of what `explain` shows.
  @Test func advantagesAreWhatIsAdded() {
    let parts = parts
    let (without, with) = (scores(parts, 0, text()), scores(parts, 0, text(0)))
    let added = zip(with, without).map { $0 - $1 }
    let shown = (0..<2).map { parts.advantage(row: 0, part: $0, of: 0) }
    #expect(abs((added[0] - added[1]) - (shown[0] - shown[1])) < 1e-4)
    #expect(abs(added.reduce(0, +) / 4 + shown[0] - added[0]) < 1e-4)
  }

  @Test func isTheSameWhenItIsReadAgain() throws {
    var writer = TableWriter(headerSize: 80)
    let parts = parts
    parts.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    let read = try SharedParts(from: &reader, partCounts: Self.partCounts)
    for topic in [0, 2] {
      #expect(scores(parts, topic, text(0, 2)) == scores(read, topic, text(0, 2)))
    }
  }

  @Test(arguments: [[2, 0], [2, 1, 1], [3, 0, 1]])
  func refusesOtherNumbersOfParts(partCounts: [Int]) {
    var writer = TableWriter(headerSize: 80)
    parts.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    #expect(throws: UnreadableBytes.self) {
      try SharedParts(from: &reader, partCounts: partCounts)
    }
  }
}
