import Testing

/// What Tab does in a real terminal.
@Suite struct CompletionTests {
  @Test func completesCommandsTitlesAndPlaces() throws {
    let chat = try ChatTerminal()
    let terminal = chat.terminal
    for (typed, completed) in [
      (":spr", "> :språk"), (":sprak", "> :språk"), (":av", "> :avsluta"),
      ("betä", "> Betänketid"), ("time to", "> time to think"),
      ("vem är koordinator i mal", "> vem är koordinator i Malmö"),
      ("koordinator i sk", "> koordinator i Skåne"),
    ] {
      try terminal.type(typed)
      try terminal.press(.tab)
      try terminal.waitForLine(completed)
      try terminal.press(.killLine)
      try terminal.waitForLine(">")
    }
  }

  @Test func listsWhatMayBeMeant() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type(":s")
    try chat.terminal.press(.tab, .tab)
    for name in [":save", ":source", ":spara", ":språk"] { try chat.terminal.waitFor(name) }
    try chat.terminal.waitForLine("> :s")
  }

  @Test func completesTheNamesOfFilesOnlyToSave() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type(":spara \(chat.folder.path)/K/phr")
    try chat.terminal.press(.tab)
    try chat.terminal.waitFor("phrases.phrases")
    try chat.terminal.press(.killLine)
    try chat.terminal.waitForLine(">")
    try chat.terminal.type("/et")
    try chat.terminal.press(.tab, .tab)
    try chat.terminal.type("!")
    try chat.terminal.waitForLine("> /et!")
  }

  @Test func knowsTheNewTitlesAfterAReload() throws {
    let chat = try ChatTerminal()
    try (try chat.text(of: "K/law/sale.topic")).replacing("title: Köp", with: "title: Zebraköp")
      .write(toFile: chat.knowledge("law/sale.topic"), atomically: true, encoding: .utf8)
    #expect(try chat.terminal.ask(":ladda") == ["Kunskapen är läst på nytt."])
    try chat.terminal.type("zeb")
    try chat.terminal.press(.tab)
    try chat.terminal.waitForLine("> Zebraköp")
  }
}
