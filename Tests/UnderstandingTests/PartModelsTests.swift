import Knowledge
import TestSupport
import Testing
import Understanding

/// Which part of a topic a question asks for, as it is learnt from the topic's wordings.
@Suite struct PartModelsTests {
  private static let interpreter = Result {
    Interpreter(
      knowledge: try SmallKnowledge.load([
        "a.topic": """
        == en
        title: Buying sex
        < Buying sex is a crime.
        > is it illegal to buy sex?
        > may one buy sex

        -- penalty
        == en
        title: Penalty
        < A fine.
        > what is the penalty for buying sex?
        > how is it punished?

        -- age
        == en
        title: Age
        < Under 15 it is rape.
        > how old must she be?
        > at what age is it worse?
        """,
        "b.topic": "== en\ntitle: Weather\n< Rain.\n> will it rain tomorrow?\n> is it sunny",
      ]))
  }

  private let interpreter: Interpreter

  init() throws { interpreter = try Self.interpreter.get() }

  private func shares(_ question: String, of topic: Int = 0) -> PartShares {
    interpreter.parts(of: topic, for: interpreter.interpret(question))
  }

  @Test(arguments: [
    ("what is the penalty?", 0), ("and how is that punished", 0), ("how old must she be", 1),
    ("at which age", 1),
  ])
  func areTheLikeliestByTheirWordings(question: String, part: Int) {
    let shares = shares(question)
    #expect(shares.best == part)
    #expect(shares.parts[part] > shares.whole)
    #expect(shares.parts[part] > shares.other)
  }

  @Test(arguments: ["may one buy sex", "is it illegal to buy sex?", "Buying sex"])
  func areUnlikelyWhereTheWholeIsAskedFor(question: String) {
    let shares = shares(question)
    #expect(shares.parts.allSatisfy { $0 < shares.whole })
  }

  @Test func aTopicWithoutPartsIsAskedForAsAWhole() {
    let shares = shares("will it rain", of: 1)
    #expect(shares.parts == [])
    #expect(shares.best == nil)
    #expect(shares.whole == 1)
    #expect(shares.other == 0)
  }
}
