import Knowledge
import Testing

@testable import Conversation

/// Whole talks: what is understood, decided, worded and remembered.
@Suite struct ResponderTests {
  private let judge: Judge
  private let responder: Responder

  init() throws {
    judge = try Judge()
    responder = Responder(interpreter: judge.interpreter)
  }

  /// The last turn of a talk.
  private func talk(
    _ questions: String..., fallback: LanguageCode? = nil
  ) throws -> Turn {
    var turn: Turn?
    for question in questions {
      turn = responder.reply(
        to: question, in: turn?.state ?? ConversationState(), fallback: fallback)
    }
    return try #require(turn)
  }

  private func reason(_ turn: Turn) -> Explanation.Reason { turn.reply.explanation.reason }

  // MARK: Danger

  @Test(arguments: [
    ["help he has a knife"], ["may one buy sex", "help he has a knife"],
    ["who is our coordinator?", "he is beating her now"],
  ])
  func answersDangerFirst(questions: [String]) throws {
    var state = ConversationState()
    for question in questions.dropLast() { state = responder.reply(to: question, in: state).state }
    let reply = responder.reply(to: questions[questions.count - 1], in: state).reply
    #expect(reply.topics == ["safety/danger"])
    #expect(reply.text == ["Call 112 now."])
    #expect(reply.explanation.reason == .danger)
    #expect(reply.explanation.danger == reply.confidence)
  }

  /// Thanks, a greeting, a practical question beside it: danger is answered first, then what can be.
  @Test(arguments: [
    "Help, he has a knife! Who is the coordinator in Kiruna?",
    "Who is the coordinator in Kiruna? Help, he has a knife!",
    "Help, he has a knife! I am in Kiruna. Who is it?",
  ])
  func answersAPracticalQuestionAfterDanger(text: String) throws {
    let turn = try talk(text)
    #expect(reason(turn) == .danger)
    #expect(turn.reply.topics == ["safety/danger", "contact/nord"])
    #expect(turn.reply.text.first == "Call 112 now.")
    #expect(turn.reply.contacts.map(\.name).contains("Anna Berglund"))
    #expect(turn.state.contact.map(\.topic) == [try judge.topic("contact/nord")])
  }

  @Test(arguments: ["Thanks! Help, he has a knife.", "Hello. Help, he has a knife."])
  func answersDangerAloneBesideACourtesy(text: String) throws {
    #expect(try talk(text).reply.text == ["Call 112 now."])
  }

  // MARK: Several questions

  @Test func answersEachOfSeveralQuestionsUnderItsTitle() throws {
    let turn = try talk("How long is the time to think? Is it illegal to buy sex?")
    #expect(turn.reply.topics == ["permit/time", "law/sale"])
    #expect(
      turn.reply.lines.filter { $0.style == .heading }.map(\.text) == [
        "Time to think", "Buying sex",
      ])
    #expect(turn.reply.text.contains("The time to think is 30 days."))
    #expect(turn.reply.text.contains("Buying sex is a crime."))
    #expect(turn.state.last.map(\.topic) == (try ["permit/time", "law/sale"].map(judge.topic)))
    #expect(turn.state.subjects == (try ["permit/time", "law/sale"].map(judge.topic)))
  }

  /// The second is read as if it had been asked after the first.
  @Test func answersBothOfTwoQuestionsInOneSentence() throws {
    let reply = try talk("time to think", "which fee is charged and if so who applies for it?")
      .reply
    #expect(reply.parts.map(\.description) == ["permit/time#fee", "permit/time#who"])
    // Of one topic each is known by its own title.
    #expect(
      reply.lines.filter { $0.style == .heading }.map(\.text) == ["Fee", "Who applies"])
    #expect(reply.text.contains("The source names no fee."))
    #expect(reply.text.contains("The leader of the preliminary investigation applies."))
  }

  /// What a mail program quotes of somebody else is not asked now.
  @Test func answersNoQuotedLines() throws {
    #expect(
      try talk("> may one buy sex\nhow long is the time to think?").reply.topics
        == ["permit/time"])
    #expect(try talk("> may one buy sex").reply.topics == ["law/sale"])
  }

  @Test func answersOneQuestionAtLengthOnce() throws {
    let reply = try talk("How long is the time to think? Does she get time to think it over?").reply
    #expect(reply.topics == ["permit/time"])
    #expect(!reply.lines.contains { $0.style == .heading })
  }

  // MARK: Languages

  @Test func answersInTheLanguageOfTheQuestion() throws {
    #expect(try talk("får man köpa sex").reply.language == "sv")
    #expect(try talk("får man köpa sex", "how long is the time to think?").reply.language == "en")
  }

  @Test func keepsTheLanguageWhereAQuestionShowsNone() throws {
    #expect(try talk("får man köpa sex", "6:11").reply.language == "sv")
    #expect(try talk("may one buy sex", "6:11").reply.language == "en")
    #expect(try talk("6:11", fallback: "sv").reply.language == "sv")
    #expect(try talk("6:11", fallback: "en").reply.language == "en")
  }

  @Test func saysAnAnswerAgainInTheLanguageAskedFor() throws {
    let turn = try talk("får man köpa sex", "in English please")
    #expect(turn.reply.text.first == "Buying sex is a crime.")
    #expect(turn.state.languageIsChosen)
    #expect(turn.state.last == [Focus(topic: try judge.topic("law/sale"))])
  }

  @Test func saysAnAnswerAgainWhereTheLanguageIsAskedForBesideMore() throws {
    let turn = try talk(
      "får man köpa sex", "she reads no Swedish at all, say that again in English")
    #expect(turn.reply.text.first == "Buying sex is a crime.")
    #expect(turn.state.languageIsChosen)
  }

  /// A language chosen by name stays at a word of the other, and gives way to a sentence in it.
  @Test func keepsALanguageThatWasChosen() throws {
    let word = try talk("may one buy sex", "in English please", "betänketid")
    #expect(word.reply.language == "en")
    #expect(word.state.languageIsChosen)
    let sentence = try talk("may one buy sex", "in English please", "hur lång betänketid får man?")
    #expect(sentence.reply.language == "sv")
    #expect(!sentence.state.languageIsChosen)
  }

  @Test func answersInTheLanguageGivenForThisOnce() {
    let turn = responder.reply(to: "får man köpa sex", language: "en")
    #expect(turn.reply.text.first == "Buying sex is a crime.")
    #expect(turn.state.language == "sv")
    #expect(!turn.state.languageIsChosen)
  }

  @Test func saysThatALanguageIsForeign() throws {
    let turn = try talk("Mein Chef bezahlt mich nicht und hat meinen Pass genommen")
    #expect(reason(turn) == .foreign)
    #expect(turn.reply.topics == ["dialogue/unknown"])
    #expect(turn.reply.lines.count == 2)
  }

  // MARK: What was asked back

  @Test func takesThePlaceThatItAskedFor() throws {
    let asked = try talk("who is our coordinator?")
    #expect(asked.reply.topics == ["contact/which"])
    #expect(asked.state.pending == .place)
    let turn = try talk("who is our coordinator?", "Malmö")
    #expect(turn.reply.contacts.map(\.name) == ["Lisa Green"])
    #expect(turn.state.pending == nil)
    #expect(turn.state.region == [try judge.topic("contact/syd")])
  }

  @Test func waitsForThePlaceWhileItDoesNotUnderstand() throws {
    #expect(try talk("who is our coordinator?", "what is the weather?").state.pending == .place)
  }

  @Test func endsAtADenial() throws {
    let turn = try talk("who is our coordinator?", "no")
    #expect(turn.reply.topics == ["dialogue/denied"])
    #expect(turn.state.pending == nil)
    #expect(turn.state.last == [])
  }

  @Test func takesAChoiceByItsNumber() throws {
    var state = ConversationState()
    state.pending = .choice([try judge.topic("permit/time"), try judge.topic("law/sale")])
    let turn = responder.reply(to: "the second", in: state)
    #expect(turn.reply.topics == ["law/sale"])
    #expect(reason(turn) == .pending)
    #expect(turn.state.pending == nil)
  }

  // MARK: Going on

  @Test func goesOnWithAPart() throws {
    let turn = try talk("how long is the time to think?", "who applies?")
    #expect(turn.reply.text.first == "The leader of the preliminary investigation applies.")
    #expect(turn.reply.parts.map(\.description) == ["permit/time#who"])
    #expect(turn.state.last == [try judge.focus("permit/time#who")])
  }

  @Test func saysThatTheSourceHasNoAnswerToAPart() throws {
    let turn = try talk("how long is the time to think?", "which fee is charged?")
    #expect(turn.reply.topics == ["dialogue/unknown", "permit/time"])
    #expect(turn.reply.text == ["The source names no fee."])
    // The next follow-up is still one to the topic.
    #expect(
      try talk("how long is the time to think?", "which fee is charged?", "who applies?")
        .reply.text.first == "The leader of the preliminary investigation applies.")
  }

  /// The point that is asked stands in the opening from the first question on.
  @Test func answersThePointOfAFirstQuestion() throws {
    let turn = try talk("who applies?")
    #expect(turn.reply.topics == ["permit/time"])
    #expect(turn.reply.parts.map(\.description) == ["permit/time#who"])
    #expect(turn.reply.opening.hasPrefix("The leader of the preliminary investigation applies."))
    #expect(turn.reply.text.contains("The time to think is 30 days."))
  }

  /// Two subjects on, what was spoken of first is still known.
  @Test func remembersTheSubjectsSpokenOf() throws {
    let turn = try talk(
      "how long is the time to think?", "is it illegal to buy sex?", "coordinator in Malmö",
      "thanks")
    #expect(
      turn.state.subjects
        == (try ["contact/syd", "law/sale", "permit/time"].map(judge.topic)))
    #expect(turn.state.contact == [try judge.focus("contact/syd")])
    let again = responder.reply(to: "how long is the time to think?", in: turn.state).state
    #expect(
      again.subjects == (try ["permit/time", "contact/syd", "law/sale"].map(judge.topic)))
    // A contact is remembered whatever came after it.
    #expect(again.contact == turn.state.contact)
  }

  @Test func goesOnWithTheOtherPeopleOfAContact() throws {
    func names(_ questions: [String]) -> [String] {
      var state = ConversationState()
      var names: [String] = []
      for question in ["coordinator in Kiruna"] + questions {
        let turn = responder.reply(to: question, in: state)
        state = turn.state
        names = turn.reply.contacts.map(\.name)
      }
      return names
    }
    let everybody = ["Anna Berglund", "Olle Sandström", "Karin Niemi"]
    #expect(names([]) == everybody)
    #expect(names(["it's about a child"]) == ["Olle Sandström"])
    #expect(
      names(["it's about a child", "the other one"]) == ["Anna Berglund", "Karin Niemi"])
    #expect(names(["it's about a child", "and in Malmö?"]) == ["Lisa Green"])
    #expect(names(["it's about a child", "and in Malmö?", "and in Kiruna?"]) == ["Olle Sandström"])
    #expect(names(["it's about a child", "all of them"]) == everybody)
  }

  @Test func saysWhereTheLastAnswerStands() throws {
    let turn = try talk("may one buy sex", "where does it say that?")
    #expect(turn.reply.text == ["It stands in Lag / Köp of 2018.", "From a brochure."])
    #expect(turn.state.last == [Focus(topic: try judge.topic("law/sale"))])
  }

  /// Thanks leave the subject where it was; before any, they are what was answered last.
  @Test func keepsTheSubjectBehindCourtesies() throws {
    let turn = try talk("how long is the time to think?", "thanks", "who applies?")
    #expect(turn.reply.text.first == "The leader of the preliminary investigation applies.")
    #expect(try talk("hello").state.last == [Focus(topic: try judge.topic("dialogue/hello"))])
  }

  /// Two can be told apart by their numbers, one needs none.
  @Test func remembersWhatItOffers() throws {
    let several = try talk("6 kap. 99 §: may one buy time to think?")
    #expect(several.reply.suggestions.map(\.topic) == ["law/sale", "permit/time"])
    #expect(
      several.state.pending == .offer(try ["law/sale", "permit/time"].map(judge.topic)))
    #expect(
      try talk("6 kap. 99 §: may one buy time to think?", "2").reply.topics == ["permit/time"])
    let one = try talk("brottsbalken 6 kap. 99 §")
    #expect(one.reply.suggestions.map(\.topic) == ["law/sale"])
    #expect(one.state.pending == nil)
  }

  // MARK: Why

  @Test func explainsAnAnswerByTheWordsOfTheKnowledge() throws {
    let explanation = try talk("may one buy qwxz sex").reply.explanation
    #expect(explanation.reason == .ranking)
    #expect(explanation.ranks.map(\.topic).first == "law/sale")
    #expect(explanation.ranks.count == 3)
    #expect(Set(explanation.words.map(\.text)).isSubset(of: ["may", "one", "buy", "sex"]))
    #expect(explanation.words.contains { $0.text == "buy" && $0.weight > 0 })
    #expect(explanation.words.allSatisfy { abs($0.weight) >= 0.2 })
  }

  /// Contacts are one subject, which the question for a place stands for.
  @Test func explainsContactsTogether() throws {
    #expect(
      try talk("coordinator in Kiruna").reply.explanation.ranks.first?.topic == "contact/which")
  }

  @Test func answersTheSameEveryTime() throws {
    let turns = try (0..<2).map { _ in try talk("coordinator in Kiruna", "it's about a child") }
    #expect(turns[0].reply == turns[1].reply)
    #expect(turns[0].state == turns[1].state)
  }
}
