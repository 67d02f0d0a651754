import TestSupport
import Testing

@testable import Understanding

@Suite struct InterpreterTests {
  private let interpreter: Interpreter

  private static let shared = Result { Interpreter(knowledge: try SmallKnowledge.base()) }

  init() throws { interpreter = try Self.shared.get() }

  @Test(arguments: ["", " ", "???", "!", "…", "🙂", "-", "§", "\u{301}", "(", "1"])
  func readsTextsWithoutWords(text: String) {
    let found = interpreter.interpret(text)
    #expect(found.candidates.count == interpreter.subjects.count)
    #expect(found.danger < 0.5)
  }

  @Test(arguments: [
    "How long is the time to think? Is it illegal to buy sex? Help, he has a knife.",
    "Help, he has a knife. How long is the time to think?",
    "Hur lång betänketid får man? Hjälp han har kniv. Är det olagligt att köpa sex?",
  ])
  func findsDangerInOneSentenceAmongCalmOnes(text: String) {
    #expect(interpreter.interpret(text).danger > 0.5)
  }

  @Test(arguments: [
    "How long is the time to think? Is it illegal to buy sex? Who is our coordinator?",
    "Hej. Hur lång betänketid får man? Är det olagligt att köpa sex?",
    "How long is the time to think?\nDoes she get time to think it over?",
  ])
  func findsNoDangerInACalmTextOfSeveralSentences(text: String) {
    #expect(interpreter.interpret(text).danger < 0.1)
  }

  /// Dictionaries come in another order each time; what is learnt must not.
  @Test func learnsTheSameFromTheSameContent() throws {
    let again = Interpreter(knowledge: try SmallKnowledge.base())
    for sample in Sample.all(of: interpreter.knowledge) {
      let (first, second) = (interpreter.interpret(sample.text), again.interpret(sample.text))
      #expect(first.candidates.map(\.subject) == second.candidates.map(\.subject))
      #expect(first.candidates.map(\.probability) == second.candidates.map(\.probability))
      #expect(first.danger == second.danger)
      #expect(
        interpreter.evidence(for: 0, in: first) == again.evidence(for: 0, in: second))
    }
  }
}
