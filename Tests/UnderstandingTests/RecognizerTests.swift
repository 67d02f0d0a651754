import Knowledge
import TestSupport
import Testing
import Understanding

/// What has structure in a question, with the words that the shipped knowledge gives for it.
@Suite struct RecognizerTests {
  private let knowledge: KnowledgeBase
  private let recognizer: Recognizer

  init() throws {
    knowledge = try ShippedKnowledge.base()
    recognizer = try Self.shared.get()
  }

  private static let shared = Result { Recognizer(knowledge: try ShippedKnowledge.base()) }

  private func places(_ text: String) -> [String] {
    recognizer.recognize(text).places.map { knowledge.gazetteer.places[$0.place].name }
  }

  @Test(arguments: [
    ("vad säger 6 kap. 12 § brottsbalken", 6, 12, ""), ("BrB 4:1a", 4, 1, "a"),
    ("4 kap 1 a §", 4, 1, "a"), ("4 kap. 1a§ brottsbalken", 4, 1, "a"),
    ("chapter 6 section 12", 6, 12, ""), ("5:15 utlänningslagen", 5, 15, ""),
    ("UtlL 5 kap 15", 5, 15, ""), ("kapitel 6 paragraf 11", 6, 11, ""),
    ("Penal Code 6:11", 6, 11, ""), ("6 kap 11", 6, 11, ""),
  ])
  func findsParagraphsInAnyWriting(text: String, chapter: Int, section: Int, letter: String) {
    let found = recognizer.recognize(text).statutes.map(\.statute)
    #expect(found.map(\.chapter) == [chapter])
    #expect(found.map(\.section) == [section])
    #expect(found.map(\.letter) == [letter])
  }

  /// A county and its capital of the same name are one place to whoever misspells it.
  @Test(arguments: [
    ("koordinator kalmmar", "Kalmar"), ("koordinator örbero", "Örebro"),
    ("koordinator i jonkopping", "Jönköping"), ("koordinator västeras", "Västerås"),
    ("koordinator eskilstunna", "Eskilstuna"),
  ])
  func readsMisspeltPlaces(text: String, place: String) {
    #expect(places(text) == [place])
  }

  /// Lidköping and Linköping are as near; neither is guessed.
  @Test func guessesNoPlaceOfTwo() {
    #expect(places("koordinator lindköping") == [])
  }

  @Test(arguments: ["klockan 6:12 i morgon åker vi till dem", "hon är 15", "2 av 5 personer"])
  func findsNoParagraphWhereNoneIs(text: String) {
    #expect(recognizer.recognize(text).statutes.isEmpty)
  }

  @Test(arguments: [
    ("koordinator i Malmö", "Malmö"), ("Malmös socialtjänst", "Malmö"),
    ("i malmo", "Malmö"), ("Umeåtrakten", "Umeå"), ("Göteborgs stad", "Göteborg"),
    ("Skåne län", "Skåne"), ("in Scania", "Skåne"), ("Gothenburg", "Göteborg"),
    ("Västervik", "Västervik"), ("vasteras", "Västerås"), ("Östersund", "Östersund"),
    ("Östhammar", "Östhammar"), ("Upplands Väsby", "Upplands Väsby"), ("i Nora kommun", "Nora"),
    ("Rinkeby", "Stockholm"), ("hisingen", "Göteborg"), ("Helsingbrog", "Helsingborg"),
    ("vem ringer jag i huvudstaden", "Stockholm"), ("who helps in the capital", "Stockholm"),
    ("the capital", "Stockholm"),
  ])
  func findsPlacesAsPeopleWriteThem(text: String, place: String) {
    #expect(places(text) == [place])
  }

  @Test(arguments: [
    "hur ser det ut på marknaden", "min klient Nora mår bra", "det kan vara så", "how are you",
    "vad heter boken", "hon är stark",
  ])
  func takesOrdinaryWordsForNoPlaces(text: String) {
    #expect(places(text) == [])
  }

  /// The capital of another country is not Stockholm.
  @Test(arguments: [
    ("vad heter huvudstaden i Mongoliet", "Mongoliet"), ("what is the capital of Spain", "Spanien"),
  ])
  func takesNamesThatAreOrdinaryWordsForPlacesOnlyWherePointedAt(text: String, place: String) {
    #expect(places(text) == [place])
  }

  @Test func saysHowAPlaceWasSpelled() {
    let spellings = ["Malmö", "malmo", "Linkopng"].map {
      recognizer.recognize("i " + $0).places.first?.spelling
    }
    #expect(spellings == [.exact, .plain, .nearest])
  }

  @Test(arguments: [
    ("Lisa Green", ["Lisa Green"], true), ("har Norlin mejl", ["Eva Norlin"], true),
    ("maria.schyberg@kristinehamn.se", ["Mia Schyberg"], true),
    ("Petra i Göteborg", ["Petra Malmström"], false), ("Seleinus", ["Jenny Selenius"], false),
  ])
  func findsPeople(text: String, names: [String], isCertain: Bool) {
    let found = recognizer.recognize(text).persons
    #expect(Set(found.map { knowledge.topics[$0.topic].persons[$0.person].name }) == Set(names))
    #expect(found.allSatisfy { $0.isCertain == isCertain })
  }

  @Test(arguments: [
    ("vems nummer är 070-328 48 69", ["0703284869"]), ("0703284869", ["0703284869"]),
    ("ska jag ringa 112 eller 114 14", ["112", "11414"]), ("114 114", ["114114"]),
    ("20 39 personer", []),
  ])
  func findsTelephoneNumbers(text: String, digits: [String]) {
    #expect(recognizer.recognize(text).telephones.map(\.digits) == digits)
  }

  @Test(arguments: [
    ("hon är 15 år", ["children"]), ("en 17-åring", ["children"]), ("aged 34", ["adults"]),
    ("15 år sedan", []), ("5 kap. 15 §", []),
  ])
  func readsAges(text: String, concepts: [String]) {
    let names = recognizer.recognize(text).conceptNames(in: knowledge)
      .filter { ["children", "adults"].contains($0) }
    #expect(names == concepts)
  }

  @Test func readsMisspeltWordsButKeepsNames() {
    let found = recognizer.recognize("kordinatorn i Kirna")
    #expect(found.reading.word(0) == "koordinatorn")
    #expect(found.text.word(0) == "kordinatorn")
  }
}
