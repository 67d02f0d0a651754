import Chat
import Knowledge
import Testing

@Suite struct ChatCommandTests {
  @Test func eachIsKnownByBothItsNames() {
    for command in ChatCommand.allCases {
      #expect(ChatCommand(name: command.name.swedish) == command)
      #expect(ChatCommand(name: command.name.english) == command)
      #expect(ChatCommand(name: command.name.english.uppercased()) == command)
    }
    #expect(Set(ChatCommand.names()).count == 2 * ChatCommand.allCases.count)
  }

  @Test func theDotsMayBeForgotten() {
    #expect(ChatCommand(name: "hjalp") == .help)
    #expect(ChatCommand(name: "SPRAK") == .language)
    #expect(ChatCommand(name: "amnen") == .topics)
    #expect(ChatCommand(name: "helpp") == nil)
    #expect(ChatCommand(name: "") == nil)
  }

  @Test(arguments: [
    ("hjlp", InterfaceLanguage.swedish, "hjälp"), ("hlp", .english, "help"),
    ("lang", .swedish, "language"), ("spr", .swedish, "språk"), ("s", .english, "save"),
    ("s", .swedish, "spara"), ("qiut", .english, "quit"),
    ("avslta", .english, "avsluta"), ("zzzzz", .english, ""), ("", .english, ""),
  ])
  func theNearestIsSuggested(typed: String, language: InterfaceLanguage, name: String?) {
    #expect((ChatCommand.nearest(to: typed, in: language) ?? "") == name)
  }

  @Test func endsWithoutAColonOnlyByAWordAlone() {
    #expect(ChatCommand.isFarewell("Exit"))
    #expect(ChatCommand.isFarewell("avsluta"))
    #expect(!ChatCommand.isFarewell("avsluta samtalet"))
  }
}
