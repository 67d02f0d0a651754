import Testing

@testable import Understanding

@Suite struct GroupModelTests {
  private func text(_ rows: Int32...) -> TextVector {
    TextVector(
      SparseVector(rows: rows, values: rows.map { _ in 1 }, origins: rows.map { _ in 0 }))
  }

  /// Features 10 and 20 tell the groups apart, 30 is of no group, and 5 is of everything.
  private var model: GroupModel {
    GroupModel(
      groups: [[text(5, 10), text(10)], [text(5, 20), text(20)]],
      others: [text(5, 30), text(30)])
  }

  @Test func findsTheGroupThatAQuestionIsOf() {
    let shares = [text(5, 10), text(5, 20)].map { model.shares(of: $0) }
    #expect(shares.map(\.count) == [2, 2])
    #expect(shares[0][0] > 0.8)
    #expect(shares[0][1] < 0.1)
    #expect(shares[1][0] < 0.1)
    #expect(shares[1][1] > 0.8)
  }

  /// Feature 30, which no group has, is not looked at: what is left speaks for no group alone.
  @Test func isSureOfNoGroupWhereNoneIsAskedFor() {
    for question in [text(5, 30), text(30), text(99), text()] {
      #expect(model.shares(of: question).allSatisfy { $0 < 0.5 })
    }
    #expect(model.shares(of: text(30)) == model.shares(of: text()))
  }

  @Test func leavesAShareForNone() {
    for question in [text(10), text(20), text(30), text()] {
      let sum = model.shares(of: question).reduce(0, +)
      #expect(sum > 0 && sum < 1)
    }
  }

  @Test func tellsGroupsApartWhereThereIsNothingElse() {
    let model = GroupModel(groups: [[text(1)], [text(2)]], others: [])
    let shares = model.shares(of: text(2))
    #expect(shares[1] > 0.8)
    #expect(shares[0] < 0.1)
  }
}
