import Knowledge
import Testing
import Understanding

@testable import Conversation

@Suite struct ShapeReaderTests {
  private let interpreter: Interpreter
  private let reader: ShapeReader

  init() throws {
    interpreter = try TalkKnowledge.interpreter()
    reader = ShapeReader(knowledge: interpreter.knowledge)
  }

  private func shape(_ question: String) -> QuestionShape {
    reader.shape(of: interpreter.recognizer.recognize(question))
  }

  /// Up to four words are an ellipsis; up to nine where the first or a pronoun says so.
  @Test(arguments: [
    ("one two three four", true, true), ("one two three four five", false, false),
    ("and two three four five six seven eight nine", true, false),
    ("and two three four five six seven eight nine ten", false, false),
    ("one two three four five six seven she", true, false),
    ("no, I think of something else", true, false),
    ("one two and four five six", false, false),
  ])
  func tellsWhatCannotStandAlone(question: String, isElliptical: Bool, isShort: Bool) {
    let shape = shape(question)
    #expect(shape.isElliptical == isElliptical)
    #expect(shape.isShort == isShort)
  }

  @Test(arguments: [
    ("she two three four five six seven eight nine ten eleven twelve thirteen fourteen", true),
    (
      "she two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
      false
    ),
    ("one two three", false),
  ])
  func leansOnAPronounInAnythingButALongText(question: String, mayLean: Bool) {
    #expect(shape(question).mayLean == mayLean)
  }

  @Test(arguments: [
    ("no, and what about the buyer please?", "the buyer"), ("the buyer", "the buyer"),
    ("it's about food in Kiruna", "food in kiruna"), ("no thanks", ""), ("", ""),
  ])
  func tellsWhatIsSaidBetweenWordsThatLeadOver(question: String, gist: String) {
    let found = interpreter.recognizer.recognize(question)
    let words = reader.shape(of: found).gist.map { found.text.word($0) }
    #expect(words.joined(separator: " ") == gist)
  }

  @Test(arguments: [
    ("who pays for it and if she has money?", 4), ("who pays and if she", nil),
    ("and if she has no money at all?", nil), ("who pays for food and drink and more?", nil),
    // A condition that no joint stands before, and two words that lead over.
    ("who pays for it what about the others?", nil), ("who pays for it even though we said?", nil),
  ])
  func findsWhereASecondQuestionBegins(question: String, start: Int?) {
    #expect(shape(question).secondQuestion == start)
  }

  @Test(arguments: [
    ("and children?", true), ("what if she says no", true), ("children?", false),
    ("and two three four five six seven eight nine ten", false),
  ])
  func goesOnFromWhatCameBefore(question: String, continues: Bool) {
    #expect(shape(question).continues == continues)
  }

  @Test(arguments: [
    ("Kiruna", true), ("and in Kiruna please?", true), ("no, Malmö county", true),
    ("food in Kiruna", false), ("and children", false), ("", false),
  ])
  func isAPlaceAndNothingElse(question: String, isJustPlace: Bool) {
    #expect(shape(question).isJustPlace == isJustPlace)
  }

  @Test(arguments: [
    ("no", true), ("No, please.", true), ("none of them", true), ("no, not that", true),
    ("no money", false), ("not that", false), ("yes", false),
  ])
  func saysNoAndNothingElse(question: String, isBareDenial: Bool) {
    #expect(shape(question).isBareDenial == isBareDenial)
  }

  @Test(arguments: [
    ("yes please", true), ("ja", true), ("yes that is what I want to know", false), ("no", false),
  ])
  func saysYesInFewWords(question: String, affirms: Bool) {
    #expect(shape(question).affirms == affirms)
  }

  @Test(
    arguments: [
      ("hello", .greeting), ("Hej!", .greeting), ("thanks", .thanks), ("hello and thanks", .thanks),
      ("hello, who pays?", nil), ("please", nil),
    ] as [(String, TopicRole?)])
  func isACourtesyWhereNothingElseIsSaid(question: String, courtesy: TopicRole?) {
    #expect(shape(question).courtesy == courtesy)
  }

  /// One word may stand beside the language, but not one that the knowledge has a notion of.
  @Test(
    arguments: [
      ("in English please", "en"), ("English", "en"), ("svara på svenska", "sv"),
      ("can you say that again in English?", "en"), ("food in English", "en"),
      ("children in English", nil), ("more food in English", nil), ("please", nil),
    ] as [(String, LanguageCode?)])
  func readsALanguageThatIsAskedFor(question: String, language: LanguageCode?) {
    #expect(shape(question).requestedLanguage == language)
  }

  /// The language to answer in is the last, with "in" before it; that somebody reads no Swedish is said
  /// of another.
  @Test(
    arguments: [
      ("she reads no Swedish at all, say that again in English", "en"),
      ("min granne är inte svensk, svara på engelska", "en"),
      ("she reads only English, can you say it", nil), ("we all met in English class", nil),
    ] as [(String, LanguageCode?)])
  func readsALanguageBesideMore(question: String, language: LanguageCode?) {
    #expect(shape(question).requestedLanguage == nil)
    #expect(shape(question).alsoRequestedLanguage == language)
  }

  @Test(
    arguments: [
      ("2", 2), ("the second", 2), ("I take number one", 1), ("the first please", 1),
      ("the second food", nil), ("2 of us", nil), ("the first of all the long list", nil),
      ("yes", nil),
    ] as [(String, Int?)])
  func readsTheNumberOfAChoice(question: String, ordinal: Int?) {
    #expect(shape(question).ordinal == ordinal)
  }

  @Test func tellsWhichDataAreAskedFor() {
    #expect(shape("the telephone?").fields == .telephone)
    #expect(shape("and the mail").fields == .mail)
    #expect(shape("telephone and mail").fields == .all)
    #expect(shape("telephone and mail").asksForFields)
    #expect(shape("who is it").fields == .all)
    #expect(!shape("who is it").asksForFields)
  }

  @Test(
    arguments: [
      ("the telephone?", 1), ("the mail please", 1), ("what is the number", 3), ("the name", 0),
      ("the name and the mail", 1), ("food", 1),
    ] as [(String, Int)])
  func countsWhatIsSaidBesideData(question: String, words: Int) {
    #expect(shape(question).wordsBesideFields == words)
  }

  @Test(
    arguments: [
      ("Kiruna", 0), ("and in Kiruna please?", 0), ("thanks, and in Kiruna", 0),
      ("food in Kiruna and Malmö", 1), ("food", 1),
    ] as [(String, Int)])
  func countsWhatIsSaidBesidePlaces(question: String, words: Int) {
    #expect(shape(question).wordsBesidePlaces == words)
  }

  /// What takes back something stands first; where it ends, what is meant begins.
  @Test(
    arguments: [
      ("no, I meant the food", 3), ("no, no, please the food", 3), ("I meant food", 2), ("no", 1),
      ("the food, I meant", nil), ("food", nil),
    ] as [(String, Int?)])
  func knowsWhereACorrectionEnds(question: String, end: Int?) {
    #expect(shape(question).correctionEnd == end)
  }

  @Test(
    arguments: [
      ("back to the food", .earlier), ("back to the very first thing", .first),
      ("the very first thing", nil), ("food", nil),
    ] as [(String, QuestionShape.Return?)])
  func knowsWhatItGoesBackTo(question: String, returns: QuestionShape.Return?) {
    #expect(shape(question).returns == returns)
  }

  @Test func tellsWhoElseIsAskedFor() {
    #expect(shape("and the other one?").asksForOther)
    #expect(!shape("and the other one?").asksForAll)
    #expect(shape("all of them").asksForAll)
    #expect(shape("who is the coordinator there").pointsToPlace)
    #expect(!shape("who is the coordinator").pointsToPlace)
  }

  /// "It's about" begins a case, at the start or behind one word; later it is said of something.
  @Test(arguments: [
    ("it's about a child", true), ("well, it's about a child", true),
    ("I would say it's about time", false),
  ])
  func readsWhatTheCaseIsAbout(question: String, saysConcern: Bool) {
    #expect(shape(question).saysConcern == saysConcern)
  }

  @Test func knowsWhereANameIsIntroduced() {
    #expect(shape("hello, my name is Anna").introductionEnds == [4])
    #expect(shape("Anna").introductionEnds == [])
  }
}
