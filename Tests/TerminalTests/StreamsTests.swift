import Testing

/// The REPL where not all of its streams are a terminal.
@Suite struct StreamsTests {
  @Test func answersGoToAFileAndTypingStaysOnTheTerminal() throws {
    let chat = try ChatTerminal(stdout: "answers")
    try chat.terminal.type("får man köpa sexå")
    try chat.terminal.press(.backspace)
    try chat.terminal.waitForLine("> får man köpa sex")
    try chat.terminal.press(.enter)
    try chat.terminal.wait(for: "the next prompt") { $0.lines.count > 5 && $0.currentLine == ">" }
    try chat.terminal.press(.end)
    #expect(try chat.terminal.end() == 0)
    #expect(
      try chat.text(of: "answers") == """
        Köp
        Att köpa sex är ett brott.
        Lagtexten är från 2018.
        Källa: Lag / Köp (2018).
        Se även: Betänketid.


        """)
    #expect(!chat.terminal.screen.lines.contains("Att köpa sex är ett brott."))
  }

  @Test func withoutACommandATerminalIsForTalking() throws {
    let chat = try ChatTerminal([])
    #expect(try chat.terminal.ask("får man köpa sex")[1] == "Att köpa sex är ett brott.")
  }

  @Test func withoutACommandTheOptionsOfChatAreKnown() throws {
    let chat = try ChatTerminal(["--history", "FOLDER/history"])
    _ = try chat.terminal.ask("hej")
    #expect(try chat.text(of: "history") == "hej\n")
  }

  @Test func withoutACommandAPipeIsForServing() throws {
    let chat = try ChatTerminal([], stdin: "/dev/null", prompt: nil)
    #expect(try chat.terminal.end() == 0)
    let lines = chat.terminal.screen.lines
    #expect(lines.first?.hasPrefix("* vagvisare 1 knowledge=") == true)
    #expect(lines.last { !$0.isEmpty } == "* bye")
  }

  @Test func anAnswerOfAskFitsTheWindow() throws {
    let chat = try ChatTerminal(
      ["ask", "vem är koordinator i Skåne?"], columns: 22, prompt: nil)
    #expect(try chat.terminal.end() == 0)
    #expect(chat.terminal.screen.lines[3] == "    040-34 93 54")
    #expect(chat.terminal.hasColor)
  }
}
