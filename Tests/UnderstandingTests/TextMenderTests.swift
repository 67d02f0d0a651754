import Knowledge
import TestSupport
import Testing
import Understanding

/// Words that lost something on their way, with the words of the shipped knowledge.
@Suite struct TextMenderTests {
  private static let recognizer = Result { Recognizer(knowledge: try ShippedKnowledge.base()) }

  private func words(_ text: String) throws -> [String] {
    let text = try Self.recognizer.get().recognize(text).text
    return text.tokens.indices.map { text.word($0) }
  }

  @Test(arguments: [
    ("Han sl?r mig, hj?lp", ["han", "slår", "mig", "hjälp"]),
    ("Han sl\u{FFFD}r mig, HJ\u{FFFD}LP", ["han", "slår", "mig", "hjälp"]),
    ("vad ?r koppleri?", ["vad", "är", "koppleri"]),
    ("hon bor p? landet?", ["hon", "bor", "på", "landet"]),
    ("m??nniskohandel", ["människohandel"]),
    // Of words that fit the one that stands beside the same words.
    ("jag d?r här", ["jag", "dör", "här"]), ("vem hjälper d?r?", ["vem", "hjälper", "där"]),
    ("jag vill inte d\u{FFFD} här", ["jag", "vill", "inte", "dö", "här"]),
  ])
  func findsLostLetters(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("Vad är koppleri?Vem betalar?", ["vad", "är", "koppleri", "vem", "betalar"]),
    ("Vad är koppleri? Vem betalar?", ["vad", "är", "koppleri", "vem", "betalar"]),
    ("???", []), ("xq?zv", ["xq", "zv"]),
  ])
  func leavesQuestionMarksAlone(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("människo-handel", ["människohandel"]), ("män-niskohandel?", ["människohandel"]),
    ("män-\nniskohandel", ["människohandel"]), ("män-\r\n  nisko-\nhandel", ["människohandel"]),
    ("kopp\u{AD}leri Göte\u{200B}borg", ["koppleri", "göteborg"]),
    ("m?n-niskohandel", ["människohandel"]),
  ])
  func joinsWhatAHyphenCut(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("mäns- och kvinnors", ["mäns", "och", "kvinnors"]),
    ("Stockholm-Uppsala", ["stockholm", "uppsala"]),
    ("020-39 00 00 - nu", ["020", "39", "00", "00", "nu"]),
  ])
  func leavesHyphensBetweenWordsAlone(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  private func reading(_ text: String) throws -> [String] {
    let text = try Self.recognizer.get().recognize(text).reading
    return text.tokens.indices.map { text.foldedWord($0) }
  }

  @Test(arguments: [
    ("han har en kinv", "kniv"), ("han har en knfi", "kniv"), ("hon blder", "bloder"),
  ])
  func readsASlipAsTheWordOfDanger(text: String, word: String) throws {
    #expect(try reading(text).last == word)
  }

  @Test(arguments: ["mein knie tut weh", "vad kostar en bil", "jag bor i kina"])
  func takesNoCalmWordForDanger(text: String) throws {
    #expect(try reading(text).joined(separator: " ") == text)
  }
}
