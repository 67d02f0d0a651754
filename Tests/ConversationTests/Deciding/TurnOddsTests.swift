import Testing
import Understanding

@testable import Conversation

@Suite struct TurnOddsTests {
  private func beginning(
    _ subject: Float, parts: [Float] = [0.6, 0.1], whole: Float = 0.2, wordCount: Int = 6,
    isNamed: Bool = false, isUnlikely: Bool = false
  ) -> Float {
    TurnOdds.beginning(
      subject: subject,
      PartShares(parts: parts, whole: whole, other: 1 - whole - parts.reduce(0, +)),
      wordCount: wordCount, isNamed: isNamed, isUnlikely: isUnlikely)
  }

  private func goingOn(
    _ part: Float, isOfLast: Bool = true, isOfDanger: Bool = false, leaning: Float = 0.5,
    isCurt: Bool = false
  ) -> Float {
    TurnOdds.goingOn(
      part: part, isOfLast: isOfLast, isOfDanger: isOfDanger, leaning: leaning, isCurt: isCurt)
  }

  /// Of a part as likely as not, with words that lean as much as not, what is left is the share of 0.8.
  @Test func isTheShareOfASum() {
    #expect(abs(goingOn(0.5) - 0.975 * share(ofOdds: 0.8)) < 0.001)
    #expect(
      abs(beginning(0.5, parts: [0.5], whole: 0.5, wordCount: 0) - 0.975 * share(ofOdds: 1.3))
        < 0.001)
  }

  @Test func growsWithWhatSpeaksForIt() {
    #expect(goingOn(0.6) > goingOn(0.5))
    #expect(goingOn(0.5, leaning: 0.9) > goingOn(0.5))
    #expect(goingOn(0.5, isCurt: true) > goingOn(0.5))
    #expect(goingOn(0.5) > goingOn(0.5, isOfLast: false))
    #expect(goingOn(0.5) > goingOn(0.5, isOfDanger: true))
    #expect(beginning(0.6) > beginning(0.5))
    #expect(beginning(0.5, parts: [0.75, 0.05]) > beginning(0.5))
    #expect(beginning(0.5, wordCount: 7) > beginning(0.5))
    #expect(beginning(0.5, isNamed: true) > beginning(0.5))
    #expect(beginning(0.5) > beginning(0.5, isUnlikely: true))
  }

  @Test func countsNoMoreThanManyWords() {
    #expect(beginning(0.5, wordCount: 15) == beginning(0.5, wordCount: 40))
  }

  /// What its form makes certain, a name and nothing else, stays before what words make certain.
  @Test(arguments: [0, 1] as [Float])
  func isNeverQuiteCertain(share: Float) {
    #expect((0.0..<0.98).contains(goingOn(share, leaning: share, isCurt: true)))
    #expect((0.0..<0.98).contains(beginning(share, parts: [share], whole: share, wordCount: 99)))
  }

  /// A topic without parts is whole by itself.
  @Test func readsATopicWithoutParts() {
    #expect(
      abs(beginning(0.5, parts: [], whole: 1) - beginning(0.5, parts: [0.5], whole: 0.5)) < 0.01)
  }
}
