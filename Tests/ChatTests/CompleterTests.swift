import Chat
import Knowledge
import TestSupport
import Testing

@Suite struct CompleterTests {
  private let completer: Completer

  init() throws {
    var files = SmallKnowledge.files
    files["places/more.places"] = """
      == Stockholm
      covers: Skåne
      > Upplands Väsby
      > Upplands-Bro
      """
    completer = Completer(knowledge: try SmallKnowledge.load(files), interface: .swedish)
  }

  @Test(arguments: [
    ("betä", ["Betänketid"]), ("BETÄ", ["Betänketid"]), ("beta", ["Betänketid"]),
    ("time", ["Time"]), ("time to th", ["think"]), ("region ", ["South", "Syd"]),
    ("koordinator i mal", ["Malmö"]), ("koordinator i Malmö och ki", ["Kiruna"]),
    ("i upplands", ["Upplands", "Upplands-Bro"]), ("i upplands v", ["Väsby"]),
    ("i upplands va", ["Väsby"]), ("malmö ", []), ("zzz", []),
  ])
  func completesTheLastWord(line: String, words: [String]) {
    let expected = words.map { $0 == "Time" ? "Time to think" : $0 }
      .map { $0 == "Upplands" ? "Upplands Väsby" : $0 }
    #expect(completer.completion(of: line) == .words(expected))
  }

  @Test func anEmptyLineOffersTheTitles() {
    #expect(
      completer.completion(of: " ")
        == .words(["Betänketid", "Fara", "Köp", "Region Syd", "Vilken koordinator"]))
  }

  @Test func commandsHaveBothTheirNames() {
    #expect(completer.completion(of: ":s") == .words([":save", ":source", ":spara", ":språk"]))
    #expect(completer.completion(of: ":SPR") == .words([":språk"], thenSpace: true))
    #expect(completer.completion(of: ":spra") == .words([":språk"], thenSpace: true))
    #expect(completer.completion(of: ":h") == .words([":help", ":hjälp"]))
    #expect(completer.completion(of: ":hj") == .words([":hjälp"]))
    #expect(completer.completion(of: ":zz") == .words([]))
  }

  @Test func aColonAloneOffersTheInterfacesNames() {
    #expect(
      completer.completion(of: ":")
        == .words(
          ChatCommand.allCases.map { ":" + $0.name.swedish }.sorted()))
  }

  @Test func argumentsAreCompletedByTheirCommand() {
    #expect(completer.completion(of: ":language ") == .words(["en", "sv", "auto"]))
    #expect(completer.completion(of: ":språk s") == .words(["sv"]))
    #expect(completer.completion(of: ":save /tmp/x") == .fileNames)
    #expect(completer.completion(of: ":spara ") == .fileNames)
    #expect(completer.completion(of: ":help x") == .words([]))
    #expect(completer.completion(of: ":zzz x") == .words([]))
  }

  @Test(arguments: [
    (["Malmö", "malmö stad"], "Malmö"), (["Göteborg", "Gotland"], "Göt"), (["a"], "a"),
    (["a", "b"], ""), ([], ""),
  ])
  func theCommonBeginningIgnoresCaseAndDots(texts: [String], beginning: String) {
    #expect(Completer.commonBeginning(of: texts) == beginning)
  }
}
