import Conversation
import Foundation
import Knowledge
import TestSupport
import Testing

/// The same questions as texts really arrive: the answer is the same.
@Suite struct TextFormsTests {
  /// A way in which a text may arrive, and the share of questions that get the same answer.
  struct Form: CustomTestStringConvertible, Sendable {
    let name: String
    var least = 0.995
    let write: @Sendable (String) -> String

    var testDescription: String { name }
  }

  private static let questionCount = 200

  @Test func answersTheSameInEveryForm() throws {
    let responder = try ShippedResponder.get()
    let questions = Self.sample(of: responder.knowledge)
    #expect(questions.count == Self.questionCount)
    let expected = questions.map { Self.answer(responder, $0) }
    for form in Self.forms {
      var misses: [String] = []
      for (question, answer) in zip(questions, expected) {
        let written = form.write(question)
        let own = Self.answer(responder, written)
        if own != answer { misses.append("\(written): \(answer) → \(own)") }
      }
      let share = 1 - Double(misses.count) / Double(questions.count)
      print("\(form.name): \(String(format: "%.1f", share * 100)) % equal answers")
      #expect(share >= form.least, "\(form.name): \(misses.joined(separator: "\n"))")
    }
  }

  private static func answer(_ responder: Responder, _ question: String) -> [String] {
    let reply = responder.reply(to: question).reply
    return reply.topics + reply.parts.map(\.description)
  }

  /// Questions of all topics and both languages.
  private static func sample(of knowledge: KnowledgeBase) -> [String] {
    var random = SeededGenerator(seed: 11)
    let all = knowledge.topics.flatMap { topic in
      topic.texts.sorted { $0.key < $1.key }.flatMap { $0.value.examples.map(\.text) }
    }
    return Array(all.shuffled(using: &random).prefix(questionCount))
  }

  private static let forms: [Form] = [
    Form(name: "accents apart") { $0.decomposedStringWithCanonicalMapping },
    Form(name: "full width") { $0.scalars { $0 == " " ? "\u{3000}" : $0.shifted(by: 0xFEE0) } },
    Form(name: "bold letters of mathematics") { $0.scalars(\.bold) },
    Form(name: "soft hyphens") { $0.withinWords("\u{AD}") },
    Form(name: "zero width spaces") { $0.withinWords("\u{200B}") },
    Form(name: "word joiners") { $0.withinWords("\u{2060}") },
    Form(name: "ligatures") {
      $0.replacing("ffi", "ﬃ").replacing("ffl", "ﬄ").replacing("ff", "ﬀ").replacing("fi", "ﬁ")
        .replacing("fl", "ﬂ")
    },
    Form(name: "capitals") { $0.uppercased() },
    Form(name: "no accents", least: 0.97) { $0.withoutAccents },
    Form(name: "all kinds of space") {
      "\u{2003} " + $0.replacing(" ", "\u{A0}\u{2009} ") + " \u{202F}"
    },
    Form(name: "line ends of Windows") { "\r\n" + $0 + "\r\n\r\n" },
    Form(name: "curly quotation marks") {
      "”" + $0.replacing("'", "’").replacing("\"", "“") + "”"
    },
    Form(name: "long dashes") { $0.replacing("-", "–") },
    Form(name: "å, ä, ö as ?") { $0.losing("?") },
    Form(name: "å, ä, ö as U+FFFD") { $0.losing("\u{FFFD}") },
    Form(name: "Latin-1") { String(decodingTyped: $0.unicodeScalars.map(\.latin1)) },
    Form(name: "hyphens of line ends") { $0.hyphened("-\n") },
    Form(name: "hyphens of line ends within a line") { $0.hyphened("-") },
  ]
}

extension String {
  fileprivate func scalars(_ change: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(change(scalar)) }
    return String(text)
  }

  fileprivate func replacing(_ part: String, _ other: String) -> String {
    replacingOccurrences(of: part, with: other)
  }

  /// A mark after every third letter of each word.
  fileprivate func withinWords(_ mark: Character) -> String {
    var text = ""
    var count = 0
    for character in self {
      count = character.isLetter ? count + 1 : 0
      if count > 3, count % 3 == 1 { text.append(mark) }
      text.append(character)
    }
    return text
  }

  fileprivate func losing(_ mark: String) -> String {
    ["å", "ä", "ö", "Å", "Ä", "Ö"].reduce(self) { $0.replacing($1, mark) }
  }

  /// The longest word cut in two.
  fileprivate func hyphened(_ hyphen: String) -> String {
    let words = split(whereSeparator: { !$0.isLetter })
    guard let word = words.max(by: { $0.count < $1.count }), word.count >= 8 else { return self }
    let middle = word.index(word.startIndex, offsetBy: word.count / 2)
    return self[..<middle] + hyphen + self[middle...]
  }
}

extension Unicode.Scalar {
  fileprivate func shifted(by distance: UInt32) -> Unicode.Scalar {
    (0x21...0x7E).contains(value) ? Unicode.Scalar(value + distance)! : self
  }

  fileprivate var bold: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: Unicode.Scalar(value - 0x41 + 0x1D400)!
    case 0x61...0x7A: Unicode.Scalar(value - 0x61 + 0x1D41A)!
    default: self
    }
  }

  fileprivate var latin1: UInt8 { UInt8(exactly: value) ?? UInt8(ascii: "-") }
}
