import Knowledge
import TestSupport
import Testing
import Understanding

@testable import Conversation

@Suite struct PartMatcherTests {
  private let interpreter: Interpreter
  private let matcher: PartMatcher

  init() throws {
    interpreter = try TalkKnowledge.interpreter()
    matcher = PartMatcher(interpreter: interpreter)
  }

  private func best(_ question: String, after ids: [TopicID]) throws -> PartMatcher.Match? {
    let last = try ids.map { id in
      Focus(topic: try #require(interpreter.knowledge.topics.firstIndex { $0.id == id }))
    }
    return matcher.best(for: interpreter.interpret(question), after: last, interpreter)
  }

  /// Which part is the likeliest: `permit/time 0`.
  private func part(_ question: String, after ids: [TopicID]) throws -> String? {
    try best(question, after: ids).map { "\(interpreter.knowledge.topics[$0.topic].id) \($0.part)" }
  }

  @Test(arguments: [
    ("who applies?", 0), ("vem ansöker?", 0), ("which fee is charged?", 1),
    ("är köp också ett brott?", 2),
  ])
  func findsAPartByItsWording(question: String, part: Int) throws {
    let match = try #require(try best(question, after: ["permit/time"]))
    #expect(match.part == part)
    #expect(match.likeness > 0.99)
    #expect(match.probability > 0.5)
    #expect(!match.isGeneral)
  }

  @Test func findsAPartOfAnyTopicAnsweredLast() throws {
    #expect(try part("who applies?", after: ["law/sale", "permit/time"]) == "permit/time 0")
  }

  @Test func findsNoPartBeforeAnythingWasAnswered() throws {
    #expect(try part("who applies?", after: []) == nil)
  }

  /// The parts of the question for a place follow up on every contact, and on nothing else.
  @Test func findsWhatFollowsUpOnAnyContact() throws {
    let match = try #require(try best("which hours are they open?", after: ["contact/syd"]))
    #expect(interpreter.knowledge.topics[match.topic].id == "contact/which")
    #expect(!match.isGeneral)
    #expect(
      try part("which hours are they open?", after: ["permit/time"]) != "contact/which 0")
  }

  @Test func findsWhatFollowsUpOnAnything() throws {
    for id in ["permit/time", "law/sale", "contact/syd"] {
      let match = try #require(try best("does it cost money?", after: [id]))
      #expect(interpreter.knowledge.topics[match.topic].id == "dialogue/help")
      #expect(match.isGeneral)
    }
  }

  /// After the help itself its parts are those of the last answer.
  @Test func holdsThePartsOfTheLastAnswerForItsOwn() throws {
    let match = try #require(try best("does it cost money?", after: ["dialogue/help"]))
    #expect(match.likeness > 0.99)
    #expect(!match.isGeneral)
  }

  /// Where the last answer itself has a part that is nearly as like, that is meant.
  @Test func waitsWithWhatFollowsUpOnAnything() throws {
    var files = TalkKnowledge.files
    files["law/sale.topic"]? += "\n\n-- Price\n> does it cost any money\n< It does."
    files["law/sale.topic"] = files["law/sale.topic"]?
      .replacing(
        "\n\n== en", with: "\n\n-- Pris\n> kostar det några pengar\n< Det gör det.\n\n== en")
    let interpreter = Interpreter(knowledge: try SmallKnowledge.load(files))
    let topics = interpreter.knowledge.topics
    let matcher = PartMatcher(interpreter: interpreter)
    let question = interpreter.interpret("does it cost money?")
    for (id, found) in [("law/sale", "law/sale"), ("permit/time", "dialogue/help")] {
      let last = Focus(topic: try #require(topics.firstIndex { $0.id == id }))
      let match = try #require(matcher.best(for: question, after: [last], interpreter))
      #expect(topics[match.topic].id == found)
    }
  }
}
