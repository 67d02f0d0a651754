import Knowledge
import TestSupport
import Testing

@testable import Understanding

@Suite struct PhraseMatcherTests {
  private func found(_ phrases: [String], _ text: String, endings: [String] = []) -> [String] {
    var list = PhraseList(endings: endings)
    for (number, phrase) in phrases.enumerated() {
      list.add(phrase, payload: Int32(number), takesEndings: !endings.isEmpty)
    }
    return PhraseMatcher(list).matches(in: TokenizedText(text)).map {
      "\(phrases[Int($0.payload)]) \($0.tokens.lowerBound)-\($0.tokens.upperBound)"
        + ($0.isFolded ? " plain" : "")
    }
  }

  @Test func findsWholeWordsAndPhrases() {
    #expect(found(["köpa sex", "sex"], "Får man köpa sex?") == ["köpa sex 2-4", "sex 3-4"])
    #expect(found(["köpa sex"], "köpa sexuell tjänst") == [])
    #expect(found(["015-åring"], "en 015-åring") == ["015-åring 1-3"])
  }

  @Test func findsBeginningsEndsAndAnyWord() {
    #expect(
      found(["polis*"], "polisens polisen polis poli") == [
        "polis* 0-1", "polis* 1-2", "polis* 2-3",
      ])
    #expect(found(["*anmälan"], "polisanmälan anmälan") == ["*anmälan 0-1", "*anmälan 1-2"])
    #expect(found(["i * vecka"], "i en vecka") == ["i * vecka 0-3"])
    #expect(found(["få*"], "får få f") == ["få* 0-1", "få* 1-2"])
  }

  @Test func takesAWordWithoutAccentsForTheAccentedOne() {
    #expect(found(["skåne"], "skane skåne skäne") == ["skåne 0-1 plain", "skåne 1-2"])
    #expect(found(["skane"], "skåne") == [])
  }

  @Test func takesListedEndingsOnly() {
    #expect(
      found(["Malmö"], "malmö malmös malmötrakten malmöit malmos", endings: ["s", "trakten"])
        == ["Malmö 0-1", "Malmö 1-2", "Malmö 2-3", "Malmö 4-5 plain"])
  }

  @Test func findsNothingWithoutPhrases() {
    #expect(PhraseMatcher(PhraseList()).isEmpty)
    #expect(found([], "hej") == [])
    #expect(found(["", "*"], "hej") == [])
  }

  /// The same by the rules alone, word by word.
  private func definition(_ phrase: String, _ words: [String]) -> [Int] {
    let patterns = phrase.split(separator: " ").map(String.init)
    func fits(_ pattern: String, _ word: String, isFirst: Bool) -> Bool {
      if pattern == "*" { return !isFirst }
      if pattern.hasSuffix("*") {
        let start = String(pattern.dropLast())
        return word.hasPrefix(start) && (!isFirst || start.utf8.count > 1)
      }
      if pattern.hasPrefix("*") {
        let end = String(pattern.dropFirst())
        return word.hasSuffix(end) && (!isFirst || end.utf8.count > 2)
      }
      return word == pattern
    }
    return words.indices.filter { start in
      start + patterns.count <= words.count
        && patterns.indices.allSatisfy {
          fits(patterns[$0], words[start + $0], isFirst: $0 == 0)
        }
    }
  }

  @Test func findsWhatTheRulesSay() {
    var random = SeededGenerator(seed: 3)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          "ab".randomElement(using: &random) ?? "a"
        })
    }
    for _ in 0..<300 {
      let phrases = (0..<6).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          [word(), word() + "*", "*" + word()].randomElement(using: &random) ?? ""
        }.joined(separator: " ")
      }
      let words = (0..<6).map { _ in word() }
      var list = PhraseList()
      for (number, phrase) in phrases.enumerated() { list.add(phrase, payload: Int32(number)) }
      let matches = PhraseMatcher(list).matches(in: TokenizedText(words.joined(separator: " ")))
      for (number, phrase) in phrases.enumerated() {
        let starts = matches.filter { $0.payload == Int32(number) }.map(\.tokens.lowerBound)
        #expect(starts == definition(phrase, words), "\(phrase) in \(words)")
      }
    }
  }
}
