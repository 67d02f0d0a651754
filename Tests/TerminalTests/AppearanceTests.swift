import TestSupport
import Testing

/// What a screen looks like: wide, narrow, dumb, coloured or not.
@Suite struct AppearanceTests {
  @Test func theFirstScreenHasFourLinesAtMost() throws {
    for columns in [40, 80, 120] {
      let chat = try ChatTerminal(columns: columns)
      let lines = chat.terminal.screen.lines
      // Then an empty line and the prompt.
      #expect(lines.count <= 6)
      let text = lines.joined(separator: " ")
      for part in ["2018", "112", "020-39 00 00", ":hjälp"] { #expect(text.contains(part)) }
    }
  }

  @Test(arguments: [
    (["LANG": "sv_SE.UTF-8"], ":hjälp visar kommandon. Inget sparas."),
    (["LANG": "en_GB.UTF-8"], ":help lists commands. Nothing is saved."),
    (["LANG": ""], ":help lists commands. Nothing is saved."),
    (
      ["LANG": "en_US.UTF-8", "LC_MESSAGES": "sv_SE.UTF-8"], ":hjälp visar kommandon. Inget sparas."
    ),
    (["LC_ALL": "C", "LC_MESSAGES": "sv_SE.UTF-8"], ":help lists commands. Nothing is saved."),
  ])
  func theInterfaceFollowsTheLocaleAndTheAnswerTheQuestion(
    variables: [String: String], help: String
  ) throws {
    let chat = try ChatTerminal(variables: variables)
    #expect(chat.terminal.screen.lines[2] == help)
    #expect(try chat.terminal.ask("får man köpa sex")[1] == "Att köpa sex är ett brott.")
    #expect(try chat.terminal.ask("may one buy sex")[1] == "Buying sex is a crime.")
  }

  @Test func headingsNumbersAndSourcesAreSetApart() throws {
    let chat = try ChatTerminal()
    _ = try chat.terminal.ask("vem är koordinator i Skåne?")
    let output = String(decoding: chat.terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[1mRegion Syd (Skåne):\u{1B}[0m"))
    #expect(output.contains("  Telefon: \u{1B}[36m040-34 93 54\u{1B}[0m"))
    #expect(output.contains("\u{1B}[36mlisa.green@malmö.se\u{1B}[0m"))
    #expect(output.contains("\u{1B}[2mKälla: Kontakt / Region Syd (2018).\u{1B}[0m"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "nosuchterm"]])
  func nothingIsColouredWhereItIsUnwelcome(variables: [String: String]) throws {
    let chat = try ChatTerminal(variables: variables)
    _ = try chat.terminal.ask("vem är koordinator i Skåne?")
    #expect(!chat.terminal.hasColor)
  }

  @Test func anEmptyNoColorMeansNothing() throws {
    // The environment of ChatTerminal leaves empty variables out, so this one goes by `env`.
    let chat = try ChatTerminal(["NO_COLOR=", BuiltCommand.path, "chat"], program: "/usr/bin/env")
    _ = try chat.terminal.ask("vem är koordinator i Skåne?")
    #expect(chat.terminal.hasColor)
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": "", "LANG": "C"]])
  func aDumbTerminalIsEnough(variables: [String: String]) throws {
    let chat = try ChatTerminal(variables: variables)
    let answer = try chat.terminal.ask("vem är koordinator i Skåne?")
    #expect(answer.first == "Region Syd (Skåne):")
    try chat.terminal.type("å😀")
    try chat.terminal.press(.backspace, .backspace)
    try chat.terminal.type("hej")
    try chat.terminal.press(.interrupt)
    _ = try chat.terminal.ask("hej")
    #expect(!chat.terminal.hasEscapes)
    try chat.terminal.press(.end)
    #expect(try chat.terminal.end() == 0)
  }

  @Test func aNarrowWindowBreaksAtSpacesAndKeepsNumbersAndAddressesWhole() throws {
    let chat = try ChatTerminal(columns: 22)
    let answer = try chat.terminal.ask("koordinator i Skåne")
    #expect(
      answer == [
        "Region Syd (Skåne):", "Lisa Green", "  Telefon:", "    040-34 93 54", "  E-post:",
        "   lisa.green@malmö.se", "Uppgifterna är från", "2018.", "Källa: Kontakt /",
        "Region Syd (2018).",
      ])
  }

  @Test func theHelpFitsIntoFortyColumns() throws {
    let chat = try ChatTerminal(columns: 40)
    let help = try chat.terminal.ask(":hjälp")
    #expect(help.contains(":språk sv|en|auto"))
    #expect(help.contains("  svarens språk; auto: frågans"))
    #expect(help.allSatisfy { $0.count <= 40 })
  }

  @Test func aResizedWindowIsFilledAnew() throws {
    let chat = try ChatTerminal(columns: 80)
    let long = "Akut fara: 112. Råd: 020-39 00 00."
    #expect(chat.terminal.screen.lines.contains(long))
    chat.terminal.resize(columns: 24)
    #expect(
      try chat.terminal.ask("får man köpa sex") == [
        "Köp", "Att köpa sex är ett", "brott.", "Lagtexten är från 2018.",
        "Källa: Lag / Köp (2018).", "Se även: Betänketid.",
      ])
    chat.terminal.resize(columns: 80)
    #expect(try chat.terminal.ask("får man köpa sex")[1] == "Att köpa sex är ett brott.")
  }

  @Test func aWindowResizedWhileTypingKeepsTheLine() throws {
    let chat = try ChatTerminal(columns: 80)
    try chat.terminal.type("får man köp")
    try chat.terminal.waitForLine("> får man köp")
    chat.terminal.resize(columns: 60)
    try chat.terminal.type("a sex")
    try chat.terminal.waitForLine("> får man köpa sex")
    try chat.terminal.press(.enter)
    try chat.terminal.waitFor("Att köpa sex är ett brott.")
  }
}
