import Testing

@testable import Understanding

@Suite struct ParallelTests {
  /// The elements are done in sixteen pieces or a few more: none is lost where they do not fit.
  @Test(arguments: [0, 1, 2, 15, 16, 17, 31, 32, 33, 1000])
  func keepsTheOrder(count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.mapInParallel { $0 * 2 } == numbers.map { $0 * 2 })
  }

  @Test func doesTwoThings() {
    let (number, text) = inParallel({ 7 }, { "seven" })
    #expect(number == 7)
    #expect(text == "seven")
  }

  /// A result that is nothing is a result.
  @Test func keepsResultsThatAreNil() {
    let (first, second) = inParallel({ nil as Int? }, { 2 as Int? })
    #expect(first == nil)
    #expect(second == 2)
    #expect([1, 2, 3].mapInParallel { $0 == 2 ? nil : $0 } == [1, nil, 3])
  }
}
