import Knowledge
import Testing

@testable import Conversation

@Suite struct LanguageRequestTests {
  private let judge: Judge

  init() throws { judge = try Judge() }

  @Test(arguments: ["in English please", "svara på svenska", "can you say that again in English?"])
  func saysTheLastAnswerAgain(question: String) throws {
    #expect(
      try judge.decide(question, in: try judge.after("permit/time")) == "language: permit/time")
  }

  @Test func helpsWhereNothingWasAnswered() throws {
    #expect(try judge.decide("in English please") == "language: dialogue/help")
  }

  @Test func keepsWhoAndWhatWasShown() throws {
    var state = try judge.after("contact/nord", persons: [1])
    state.fields = .mail
    state.handles = [try judge.concept("children")]
    let decision = try judge.decision("in English please", in: state)
    #expect(judge.words(decision) == "language: contact/nord people 1")
    #expect(decision.fields == .mail)
    #expect(decision.handles == state.handles)
  }

  private static let besideMore = "she reads no Swedish at all, say that again in English"

  @Test func isReadBesideMoreAfterAnAnswer() throws {
    let state = try judge.after("permit/time")
    #expect(try judge.decide(Self.besideMore, in: state) == "language: permit/time")
    #expect(try judge.read(Self.besideMore, in: state).shape.requestedLanguage == "en")
  }

  /// Without an answer to say again, or beside a sure subject, the language is a word like others.
  @Test func isAWordLikeOthersBesideAnotherSubject() throws {
    let state = try judge.after("permit/time")
    #expect(try judge.decide(Self.besideMore, ["law/sale": 0.95], in: state) == "ranking: law/sale")
    #expect(
      try judge.read(Self.besideMore, ["law/sale": 0.95], in: state).shape.requestedLanguage == nil)
    #expect(try judge.decide(Self.besideMore) == "ranking: unknown")
  }
}
