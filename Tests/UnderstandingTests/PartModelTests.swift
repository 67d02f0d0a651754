import Knowledge
import Testing

@testable import Understanding

@Suite struct PartModelTests {
  private func text(_ rows: Int32...) -> TextVector {
    TextVector(
      SparseVector(rows: rows, values: rows.map { _ in 1 }, origins: rows.map { _ in 0 }))
  }

  private func asked(for text: TextVector, _ model: PartModel? = nil) -> PartShares {
    PartShares((model ?? self.model).scores(of: text).asShares)
  }

  /// Features 10 and 20 tell two parts apart, 30 is of the whole, 40 of other topics, 5 of everything.
  private var model: PartModel {
    PartModel(
      texts: [
        text(5, 10), text(10), text(5, 20), text(20), text(5, 30), text(30), text(5, 40), text(40),
      ], labels: [0, 0, 1, 1, 2, 2, 3, 3], partCount: 2)
  }

  @Test func findsThePartThatAQuestionAsksFor() {
    let shares = [text(5, 10), text(5, 20)].map { asked(for: $0) }
    #expect(shares.map(\.parts.count) == [2, 2])
    #expect(shares.map(\.best) == [0, 1])
    #expect(shares[0].parts[0] > 0.8)
    #expect(shares[1].parts[1] > 0.8)
  }

  @Test func findsThatTheWholeIsAskedFor() {
    let shares = asked(for: text(5, 30))
    #expect(shares.whole > 0.8)
  }

  /// Feature 40, which no wording of the topic has, is not looked at: what is left speaks for no part.
  @Test func isSureOfNoPartWhereNoneIsAskedFor() {
    for question in [text(5, 40), text(40), text(99), text()] {
      let shares = asked(for: question)
      #expect(shares.parts.allSatisfy { $0 < 0.5 })
    }
    #expect(asked(for: text(40)).other == asked(for: text()).other)
  }

  @Test func sharesAreOfOneWhole() {
    for question in [text(10), text(20), text(30), text(40), text()] {
      let shares = asked(for: question)
      #expect(abs(shares.parts.reduce(0, +) + shares.whole + shares.other - 1) < 1e-5)
    }
  }

  @Test func tellsPartsApartWhereThereIsNothingElse() {
    let model = PartModel(texts: [text(1), text(2)], labels: [0, 1], partCount: 2)
    #expect(asked(for: text(1), model).best == 0)
    #expect(asked(for: text(2), model).best == 1)
  }

  @Test func saysLessWhereItIsToBeSaidBesideAnother() {
    let texts = [text(1), text(2)]
    let plain = PartModel(texts: texts, labels: [0, 1], partCount: 2)
    let half = PartModel(texts: texts, labels: [0, 1], partCount: 2, sharpness: 0.5)
    for (whole, part) in zip(plain.scores(of: text(1)), half.scores(of: text(1))) {
      #expect(abs(whole / 2 - part) < 0.01)
    }
  }

  /// What only one of very many texts has is left out, and still the parts are told apart.
  @Test func learnsFromManyTexts() {
    let texts = (0..<300).map { text(Int32($0 % 3), Int32(100 + $0)) }
    let model = PartModel(texts: texts, labels: (0..<300).map { $0 % 3 }, partCount: 2)
    #expect(asked(for: text(0), model).best == 0)
    #expect(asked(for: text(1), model).best == 1)
    #expect(asked(for: text(2), model).whole > 0.5)
    // A text's own feature was met once only.
    #expect(asked(for: text(0, 100), model).parts == asked(for: text(0), model).parts)
  }

  @Test func isTheSameWhenItIsReadAgain() throws {
    var writer = TableWriter(headerSize: 80)
    let model = model
    model.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    let read = try PartModel(from: &reader, partCount: 2)
    for question in [text(5, 10), text(20), text(30), text()] {
      let (first, second) = (asked(for: question), asked(for: question, read))
      #expect(first.parts == second.parts)
      #expect(first.whole == second.whole)
      #expect(first.other == second.other)
    }
  }

  @Test(arguments: [0, 1, 3])
  func refusesAnotherNumberOfParts(count: Int) {
    var writer = TableWriter(headerSize: 80)
    model.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    #expect(throws: UnreadableBytes.self) { try PartModel(from: &reader, partCount: count) }
  }
}
