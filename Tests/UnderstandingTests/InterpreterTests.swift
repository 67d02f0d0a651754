import TestSupport
import Testing
import Understanding

@Suite struct InterpreterTests {
  @Test(arguments: ["", " ", "???", "!", "…", "🙂", "-", "§", "\u{301}", "(", "1"])
  func readsTextsWithoutWords(text: String) throws {
    let interpreter = Interpreter(knowledge: try SmallKnowledge.base())
    let found = interpreter.interpret(text)
    // All but danger.
    #expect(found.candidates.count == interpreter.subjects.count - 1)
    #expect(found.danger < 0.5)
  }
}
