import Knowledge
import TestSupport
import Testing

@testable import Conversation

@Suite struct ComposerTests {
  private let judge: Judge
  private let composer: Composer

  init() throws {
    judge = try Judge()
    composer = Composer(knowledge: judge.knowledge)
  }

  private func compose(
    _ answer: Decision.Answer, in language: LanguageCode = "en", fields: ContactFields = .all,
    placeRead: Place? = nil, alsoHelps: [Int] = [], last: [Focus] = [],
    reason: Explanation.Reason = .ranking, mayBeUrgent: Bool = false
  ) -> Reply {
    var state = ConversationState()
    state.last = last
    return composer.reply(
      to: Decision(
        answer: answer, reason: reason, confidence: 0.5, fields: fields, placeRead: placeRead,
        alsoHelps: alsoHelps, mayBeUrgent: mayBeUrgent), in: language, state,
      explanation: Explanation(reason: reason))
  }

  private func focus(_ name: String, persons: [Int] = []) throws -> Focus {
    try judge.focus(name, persons: persons)
  }

  private func place(_ name: String) throws -> Place {
    try #require(judge.knowledge.gazetteer.places.first { $0.name == name })
  }

  // MARK: Whole answers

  @Test func givesAnAnswerItsNotesAndItsSource() throws {
    let reply = compose(.topics([try focus("law/sale")]))
    #expect(
      reply.lines == [
        ReplyLine(.text, "Buying sex is a crime."), ReplyLine(.note, "Translation:"),
        ReplyLine(.quotation, "“Whoever obtains a sexual relation”"),
        ReplyLine(.quotation, "“is guilty of buying sex”"),
        ReplyLine(.note, "The law is from 2018."),
        ReplyLine(.source, "Source: Lag / Köp (2018)."),
      ])
    #expect(reply.topics == ["law/sale"])
    #expect(reply.title == "Buying sex")
    #expect(reply.kind == TopicKind("law"))
    #expect(reply.language == "en")
    #expect(reply.confidence == 0.5)
    #expect(reply.sources == [Source(section: "Lag / Köp", asOf: "2018")])
    #expect(reply.suggestions == [Suggestion(topic: "permit/time", title: "Time to think")])
    #expect(reply.contacts == [])
  }

  @Test func saysWhereToCallWhereSomebodyMayBeInDanger() throws {
    let sale = Decision.Answer.topics([try focus("law/sale")])
    #expect(
      compose(sale, mayBeUrgent: true).text.prefix(2)
        == ["In danger now? Call 112.", "Buying sex is a crime."])
    // The answer on danger says so itself.
    let danger = Decision.Answer.topics([try focus("safety/danger")])
    #expect(compose(danger, mayBeUrgent: true).text == ["Call 112 now."])
    // Nothing is put before it by a knowledge that does not word it.
    #expect(compose(sale, in: "sv", mayBeUrgent: true).text == compose(sale, in: "sv").text)
  }

  /// The Swedish text is the source's own: nothing says that it is translated.
  @Test func givesTheSameInTheOtherLanguage() throws {
    #expect(
      compose(.topics([try focus("law/sale")]), in: "sv").text == [
        "Att köpa sex är ett brott.", "”Den som skaffar sig en sexuell förbindelse”",
        "Lagen är från 2018.", "Källa: Lag / Köp (2018).",
      ])
  }

  @Test func dividesSeveralAnswersAndNotesEachThingOnce() throws {
    let reply = compose(
      .topics([try focus("contact/syd"), try focus("contact/nord", persons: [1])]), in: "sv")
    #expect(
      reply.text == [
        "Region Syd (Skåne):", "Lisa Green", "Telefon: 040-34 93 54",
        "E-post: lisa.green@malmö.se", "", "Region Nord (Norrbotten):", "Olle Sandström (barn)",
        "Telefon: 0920-22 22 22, 070-222 22 22", "Det finns fler.", "Uppgifterna är från 2018.",
        "Källa: Kontakt / Region Syd (2018).", "Källa: Kontakt / Region Nord (2018).",
      ])
    #expect(reply.topics == ["contact/syd", "contact/nord"])
    #expect(reply.contacts.map(\.name) == ["Lisa Green", "Olle Sandström"])
  }

  @Test func namesTheDateOfLawsAndOfContactsTogether() throws {
    let reply = compose(.topics([try focus("contact/syd"), try focus("law/sale")]))
    #expect(
      reply.lines.filter { $0.style == .note }.map(\.text) == [
        "Translation:", "The details are from 2018.", "The law is from 2018.",
      ])
  }

  /// What the assistant says of itself needs no source and leads nowhere.
  @Test func addsNothingToACourtesy() throws {
    let reply = compose(
      .topics([try focus("dialogue/hello")]), alsoHelps: [try judge.topic("law/sale")])
    #expect(reply.lines == [ReplyLine(.text, "Hello!")])
    #expect(reply.sources == [])
    #expect(reply.suggestions == [])
  }

  @Test func suggestsWhatAlsoHelpsFirstAndEachOnce() throws {
    let helps = try ["safety/danger", "law/sale", "permit/time", "contact/syd"].map(judge.topic)
    let reply = compose(.topics([try focus("permit/time")]), alsoHelps: helps)
    #expect(reply.suggestions.map(\.topic) == ["safety/danger", "law/sale", "contact/syd"])
  }

  @Test func saysHowAPlaceWasRead() throws {
    let reply = compose(.topics([try focus("contact/syd")]), placeRead: try place("Skåne"))
    #expect(reply.lines.first == ReplyLine(.note, "Read as Skåne."))
  }

  // MARK: People

  @Test func namesPeopleWithWhatTheyHandle() throws {
    let reply = compose(.topics([try focus("contact/nord")]))
    #expect(
      reply.lines.filter { [.person, .contact].contains($0.style) }.map(\.text) == [
        "Anna Berglund (adults)", "Telephone: 0920-11 11 11", "Mail: anna.berglund@luleå.se",
        "Olle Sandström (children)", "Telephone: 0920-22 22 22, 070-222 22 22",
        "Karin Niemi (adults)", "Mail: karin.niemi@luleå.se",
      ])
    // Nobody was left out.
    #expect(!reply.text.contains("There are more."))
  }

  /// The mail stands beside a telephone that was asked for; a mail that was asked for stands alone.
  @Test func givesTheFieldsThatAreAskedFor() throws {
    let focus = try focus("contact/syd")
    let telephone = compose(.topics([focus]), fields: .telephone)
    #expect(
      telephone.lines.filter { $0.style == .contact }.map(\.text) == [
        "Telephone: 040-34 93 54", "Mail: lisa.green@malmö.se",
      ])
    #expect(!telephone.text.contains("There is a telephone too."))
    let mail = compose(.topics([focus]), fields: .mail)
    #expect(
      mail.lines.filter { $0.style == .contact }.map(\.text) == ["Mail: lisa.green@malmö.se"])
    #expect(mail.text.contains("There is a telephone too."))
  }

  // MARK: Parts

  /// Whoever has not read the whole answer finds it below the point.
  @Test func givesAPartFirstAndTheWholeAnswerBelow() throws {
    let reply = compose(.topics([try focus("permit/time#who")]))
    #expect(
      reply.text == [
        "The leader of the preliminary investigation applies.", "", "The time to think is 30 days.",
        "Source: Lag / Tid (2018).",
      ])
    #expect(reply.topics == ["permit/time"])
    #expect(reply.parts.map(\.description) == ["permit/time#who"])
    #expect(reply.title == "Time to think")
  }

  @Test func givesAPartAloneWhereTheWholeAnswerWasJustRead() throws {
    let reply = compose(
      .topics([try focus("permit/time#who")]), last: [try focus("permit/time")])
    #expect(
      reply.text == [
        "The leader of the preliminary investigation applies.", "Source: Lag / Tid (2018).",
      ])
    #expect(reply.parts.map(\.description) == ["permit/time#who"])
  }

  /// What an answer says already is not said again below it.
  @Test func saysNoLineTwiceBelowAPart() throws {
    var files = TalkKnowledge.files
    files["permit/time.topic"] = files["permit/time.topic"]?
      .replacing(
        "< The leader of the", with: "< The time to think is 30 days.\n< The leader of the")
    let composer = Composer(knowledge: try SmallKnowledge.load(files))
    let reply = composer.reply(
      to: Decision(
        answer: .topics([try focus("permit/time#who")]), reason: .ranking, confidence: 1),
      in: "en", ConversationState(), explanation: Explanation(reason: .ranking))
    #expect(
      reply.text == [
        "The time to think is 30 days.", "The leader of the preliminary investigation applies.",
        "Source: Lag / Tid (2018).",
      ])
  }

  /// The source has no answer: the reply is of that topic first.
  @Test func givesAPartThatTheSourceDoesNotAnswerWithoutSource() throws {
    let reply = compose(.topics([try focus("permit/time#fee")]), last: [try focus("permit/time")])
    #expect(reply.lines == [ReplyLine(.text, "The source names no fee.")])
    #expect(reply.topics == ["dialogue/unknown", "permit/time"])
    #expect(reply.parts.map(\.description) == ["permit/time#fee"])
    #expect(reply.title == "Unknown")
    #expect(reply.kind == .dialogue)
    #expect(reply.sources == [])
    #expect(reply.suggestions == [])
  }

  /// A date would be one of what the source says.
  @Test func notesNoDateOfWhatTheSourceDoesNotAnswer() throws {
    var files = TalkKnowledge.files
    files["permit/time.topic"] = files["permit/time.topic"]?
      .replacing("as-of: 2018", with: "as-of: 2018\nstatute: utlänningslagen 5 kap. 15 §")
    let composer = Composer(knowledge: try SmallKnowledge.load(files))
    let notes = try ["who", "fee"].map { part in
      composer.reply(
        to: Decision(
          answer: .topics([try focus("permit/time#\(part)")]), reason: .part, confidence: 1),
        in: "en", ConversationState(), explanation: Explanation(reason: .part)
      ).lines.filter { $0.style == .note }.map(\.text)
    }
    #expect(notes == [["The law is from 2018."], []])
  }

  @Test func notesWhatIsAnsweredBesideWhatIsNot() throws {
    let reply = compose(.topics([try focus("permit/time#fee"), try focus("law/sale")]))
    #expect(reply.topics == ["dialogue/unknown", "permit/time", "law/sale"])
    #expect(reply.sources.map(\.section) == ["Lag / Köp"])
    #expect(reply.text.contains("The law is from 2018."))
  }

  /// Several questions: each answer under its title, with the part that it is.
  @Test func setsAnswersToSeveralQuestionsUnderTheirTitles() throws {
    var decision = Decision(
      answer: .topics([try focus("permit/time#who"), try focus("law/sale")]), reason: .ranking,
      confidence: 1)
    decision.hasHeadings = true
    let reply = composer.reply(
      to: decision, in: "sv", ConversationState(), explanation: Explanation(reason: .ranking))
    #expect(
      reply.lines.prefix(5) == [
        ReplyLine(.heading, "Betänketid"), ReplyLine(.text, "Förundersökningsledaren ansöker."),
        ReplyLine(.text, ""), ReplyLine(.heading, "Köp"),
        ReplyLine(.text, "Att köpa sex är ett brott."),
      ])
    #expect(reply.parts.map(\.description) == ["permit/time#who"])
    #expect(reply.topics == ["permit/time", "law/sale"])
  }

  /// Danger has no title before it: nothing stands before what saves a life.
  @Test func setsNothingBeforeAnEmergency() throws {
    var decision = Decision(
      answer: .topics([try focus("safety/danger"), try focus("contact/syd")]), reason: .danger,
      confidence: 1)
    decision.hasHeadings = true
    let reply = composer.reply(
      to: decision, in: "en", ConversationState(), explanation: Explanation(reason: .danger))
    #expect(
      reply.lines.prefix(4) == [
        ReplyLine(.text, "Call 112 now."), ReplyLine(.text, ""),
        ReplyLine(.heading, "Region South"),
        ReplyLine(.text, "Region Syd (Skåne):"),
      ])
    #expect(reply.topics == ["safety/danger", "contact/syd"])
  }

  // MARK: What is no answer

  @Test func offersWhatIsNearWhereItDoesNotKnow() throws {
    let topics = try ["law/sale", "permit/time"].map(judge.topic)
    let reply = compose(.unknown(nearest: topics, isForeign: false))
    #expect(
      reply.lines == [
        ReplyLine(.text, "I do not know. Call 020-39 00 00."),
        ReplyLine(.note, "Nearest: Buying sex; Time to think."),
      ])
    #expect(reply.topics == ["dialogue/unknown"])
    #expect(reply.suggestions.map(\.topic) == ["law/sale", "permit/time"])
    #expect(
      compose(.unknown(nearest: [], isForeign: false)).text == ["I do not know. Call 020-39 00 00."]
    )
  }

  @Test func saysWhichLanguagesItUnderstands() {
    #expect(
      compose(.unknown(nearest: [], isForeign: true)).text == [
        "I understand English.", "I do not know. Call 020-39 00 00.",
      ])
  }

  @Test func numbersAChoice() throws {
    let reply = compose(.choice(try ["law/sale", "permit/time"].map(judge.topic)), in: "sv")
    #expect(
      reply.lines == [
        ReplyLine(.text, "Vilket menar du?"), ReplyLine(.choice, "1. Köp"),
        ReplyLine(.choice, "2. Betänketid"),
      ])
    #expect(reply.topics == ["dialogue/choice"])
    #expect(
      reply.suggestions == [
        Suggestion(topic: "law/sale", title: "Köp"),
        Suggestion(topic: "permit/time", title: "Betänketid"),
      ])
  }

  @Test func asksForAPlaceAndSaysWhyAnAreaIsNotEnough() throws {
    #expect(compose(.askPlace(across: nil)).text == ["Which county is it?"])
    #expect(
      compose(.askPlace(across: try place("Norrland"))).text == [
        "Norrland has several: Norrbotten and Västerbotten.", "Which county is it?",
      ])
  }

  @Test func saysWhereTheLastAnswerStands() throws {
    let reply = compose(
      .sourceOfLast,
      last: [try focus("law/sale"), try focus("dialogue/hello"), try focus("law/sale")])
    #expect(reply.text == ["It stands in Lag / Köp of 2018.", "From a brochure."])
    #expect(reply.sources.map(\.description) == ["Lag / Köp (2018)"])
    #expect(reply.topics == ["dialogue/source"])
  }

  @Test func endsWhereWhatWasAskedBackIsDenied() {
    let reply = compose(.denied)
    #expect(reply.text == ["Then I do not know."])
    #expect(reply.topics == ["dialogue/denied"])
  }
}
