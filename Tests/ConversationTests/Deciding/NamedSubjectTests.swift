import Knowledge
import TestSupport
import Testing
import Understanding

@testable import Conversation

/// A subject named and nothing else, in the middle of a talk.
@Suite struct NamedSubjectTests {
  private let judge: Judge

  init() throws { judge = Judge(interpreter: try Self.shared.get()) }

  private static let shared = Result {
    Interpreter(knowledge: try SmallKnowledge.load(TalkKnowledge.files.merging(permits) { $1 }))
  }

  /// Two permits that have the same point, and one without it.
  private static let permits = [
    "permit/study.topic": permit(
      "Studietillstånd", "Study permit", names: "the school permit", part: true),
    "permit/work.topic": permit(
      "Arbetstillstånd", "Work permit", names: "the job permit", part: true),
    "permit/visit.topic": permit(
      "Besökstillstånd", "Visitor's permit", names: "the visa", part: false),
  ]

  private static func permit(
    _ swedish: String, _ english: String, names: String, part: Bool
  ) -> String {
    """
    kind: permit
    section: Lag
    as-of: 2018

    == sv
    title: \(swedish)
    names: \(swedish)
    < \(swedish) finns.
    > vad är \(swedish)?

    == en
    title: \(english)
    names: \(names)
    < There is a \(english).
    > what is a \(english)?

    """
      + (part
        ? """
        -- price
        == sv
        title: Pris
        < \(swedish) kostar inget.
        > vad kostar ett \(swedish)?

        == en
        title: Price
        < The \(english) is free.
        > what does a \(english) cost?
        """ : "")
  }

  private func after(_ name: String) throws -> ConversationState {
    let focus = try judge.focus(name)
    var state = ConversationState()
    state.last = [focus]
    state.subjects = [focus.topic]
    return state
  }

  @Test(arguments: [
    ("and what about the work permit?", "part: permit/work#price"),
    ("no, I meant the job permit", "part: permit/work#price"),
    ("no, not the study permit, the work permit", "part: permit/work#price"),
    // All of what has no such point, and of what is named without a word that leads over.
    ("no, I meant the visa", "ranking: permit/visit"), ("the work permit", "ranking: permit/work"),
    // All of what the point was of.
    ("I mean the study permit", "ranking: permit/study"),
  ])
  func keepsThePointThatWasAskedFor(question: String, decision: String) throws {
    #expect(try judge.decide(question, in: try after("permit/study#price")) == decision)
  }

  @Test func isAnsweredWholeAfterAWholeAnswer() throws {
    #expect(
      try judge.decide("and what about the work permit?", in: try after("permit/study"))
        == "ranking: permit/work")
  }

  /// A few words lean on what was said, unless they say the name of something else.
  @Test(arguments: [
    ("price of a work permit?", "ranking: permit/work#price"),
    ("cost?", "part: permit/study#price"),
    ("and the price of a work permit?", "ranking: permit/work#price"),
  ])
  func isOfItsOwnWhereItSaysTheName(question: String, decision: String) throws {
    #expect(
      try judge.decide(question, ["permit/work": 0.7], in: try after("permit/study")) == decision)
  }

  /// Without a talk before it a name is a question like any other.
  @Test func countsInATalkOnly() throws {
    #expect(
      try judge.decide("and what about the work permit?", ["permit/visit": 0.9])
        == "ranking: permit/visit")
  }
}
