import Knowledge
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kalmar", "kalmar", 0), ("kalmar", "klamar", 1),
    ("kalmar", "kalmat", 1), ("kalmar", "kalma", 1), ("kalmar", "kalmarr", 1),
    ("kalmar", "malmo", 3), ("ca", "abc", 3),
  ])
  func countsEdits(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(Array(a.utf8), Array(b.utf8), limit: 9) == distance)
    #expect(editDistance(Array(b.utf8), Array(a.utf8), limit: 9) == distance)
    for limit in 0..<distance {
      #expect(editDistance(Array(a.utf8), Array(b.utf8), limit: limit) > limit)
    }
  }

  @Test func lettersNeverTellOfMoreEditsThanThereAre() {
    let words = ["", "a", "ab", "ba", "abc", "cab", "abcd", "kalmar", "malmo", "å", "ö", "aaaa"]
    for a in words {
      for b in words {
        let least = LetterSet(a.utf8).leastDistance(to: LetterSet(b.utf8))
        #expect(least <= editDistance(Array(a.utf8), Array(b.utf8), limit: 99))
      }
    }
    #expect(LetterSet("kalmar".utf8).leastDistance(to: LetterSet("tibro".utf8)) == 4)
  }

  @Test(arguments: [
    ("{a} och {a}", "{a}", "x", "x och x"), ("aaa", "aa", "b", "ba"), ("", "a", "b", ""),
    ("abc", "", "b", "abc"), ("ål", "å", "a", "al"), ("a+b+", "+", "-", "a-b-"),
    ("a", "ab", "c", "a"),
    ("{{a}", "{a}", "{a}", "{{a}"),
  ])
  func replacesEveryOccurrence(_ text: String, _ target: String, _ new: String, _ result: String) {
    #expect(text.replacingAll(target, with: new) == result)
  }
}
