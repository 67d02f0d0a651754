import Testing

@testable import Understanding

@Suite struct SpellingCorrectorTests {
  private let corrector = SpellingCorrector([
    "koordinator": 9, "tillstand": 30, "tillstant": 1, "polisen": 5, "sallan": 1, "hotell": 3,
    "hotellet": 2, "kort": 9,
  ])

  private func correction(_ word: String) -> String? {
    corrector.correction(of: Array(word.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("koordinater", "koordinator"), ("kordinator", "koordinator"), ("koordinattor", "koordinator"),
    ("koordniator", "koordinator"), ("polsien", "polisen"), ("hotel", "hotell"),
  ])
  func findsTheWordThatWasMeant(typed: String, meant: String) {
    #expect(correction(typed) == meant)
  }

  @Test(arguments: [
    // Known, short, two letters off, met once only, another first letter.
    "polisen", "korta", "kordinater", "sallam", "golisen", "", "å",
  ])
  func leavesOtherWordsAlone(word: String) {
    #expect(correction(word) == nil)
  }

  @Test func readsARareWordAsOneThatIsFarCommoner() {
    #expect(correction("tillstant") == "tillstand")
    #expect(correction("hotellet") == nil)
  }
}
