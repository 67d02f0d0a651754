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

  /// Its words are those of another topic; it was written to this one all the same.
  @Test func knowsAWordingWhateverItsWordsSayElsewhere() throws {
    var samples = Sample.all(of: interpreter.knowledge)
    let topics = interpreter.knowledge.topics
    let time = try #require(topics.firstIndex { $0.id == "permit/time" })
    let sale = try #require(topics.firstIndex { $0.id == "law/sale" })
    let safety = try #require(topics.firstIndex { $0.kind == .safety })
    samples += [
      Sample(text: "is it illegal to sell sex?", topic: time, part: 0),
      Sample(text: "may one buy a book", topic: safety),
      Sample(text: "may one call from a book", topic: safety, part: 0),
    ]
    samples += (1...20).map {
      Sample(text: "is it illegal to sell sex? \($0)", topic: sale)
    }
    let interpreter = Interpreter(knowledge: interpreter.knowledge, samples: samples)
    let known = interpreter.interpret("Is it illegal to sell sex")
    #expect(interpreter.subjects[known.candidates[0].subject].topics == [time])
    #expect(known.candidates[0].probability == 0.95)
    #expect(known.candidates.dropFirst().reduce(0) { $0 + $1.probability } < 0.0501)
    #expect(interpreter.parts(of: time, for: known).parts[0] >= 0.95)
    let words = interpreter.interpret("Is it illegal to sell sex", knowing: false)
    #expect(interpreter.subjects[words.candidates[0].subject].topics == [sale])
    // Of danger even where the words decide the rest.
    #expect(interpreter.interpret("May one buy a book", knowing: false).danger == 0.95)
    // A part of that topic says what to do; who asks for it is calm.
    #expect(interpreter.interpret("may one call from a book").danger <= 0.0501)
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
