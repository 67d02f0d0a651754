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

  /// In a talk in English "in English?" is of a book, or of a person.
  @Test func asksForNothingInTheLanguageOfTheTalk() throws {
    var state = try judge.after("permit/time")
    state.language = "en"
    #expect(try judge.read("in English?", in: state).shape.requestedLanguage == nil)
    #expect(try judge.read("in English please", in: state).shape.requestedLanguage == "en")
    state.language = "sv"
    #expect(try judge.decide("in English?", in: state) == "language: permit/time")
  }

  /// "In" of the language's own name asks for nothing.
  @Test func isNoRequestToAskWhatThereIsInALanguage() throws {
    #expect(
      try judge.read(
        "where can one get the book in English", in: try judge.after("permit/time")
      ).shape.alsoRequestedLanguage == nil)
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
