import TestSupport
import Testing

/// Typing, Ctrl-C and Ctrl-D in a real terminal.
@Suite struct EditingTests {
  private static let answer = [
    "Köp", "Att köpa sex är ett brott.", "Lagtexten är från 2018.",
    "Källa: Lag / Köp (2018).", "Se även: Betänketid.",
  ]

  @Test func answersWhatIsTyped() throws {
    let chat = try ChatTerminal()
    #expect(try chat.terminal.ask("får man köpa sex") == Self.answer)
    #expect(chat.terminal.screen.unknown == [])
  }

  @Test(arguments: [
    ["LANG": "C"], ["LANG": ""], ["LANG": "POSIX"], ["LANG": "", "LC_ALL": "C"],
    ["LANG": "sv_SE.ISO-8859-1"], ["LANG": "nonsense"], ["LANG": "C.UTF-8"],
  ])
  func erasesWholeLettersAndEmojiInEveryLocale(variables: [String: String]) throws {
    let chat = try ChatTerminal(variables: variables)
    let terminal = chat.terminal
    try terminal.type("Åsaå😀ö")
    try terminal.waitForLine("> Åsaå😀\u{200B}ö")
    try terminal.press(.backspace, .backspace)
    try terminal.waitForLine("> Åsaå")
    try terminal.press(.backspace)
    try terminal.waitForLine("> Åsa")
    try terminal.press(.left, .left)
    try terminal.press(.backspace)
    try terminal.waitForLine("> sa")
    try terminal.type("Nä")
    try terminal.waitForLine("> Näsa")
    #expect(terminal.screen.unknown == [])
  }

  @Test func takesWhatIsLeftOfTheLine() throws {
    let chat = try ChatTerminal(variables: ["LANG": "C"])
    try chat.terminal.type("xfår man köpa sexå")
    try chat.terminal.press(.backspace, .toStart)
    try chat.terminal.type("\u{4}")
    try chat.terminal.waitForLine("> får man köpa sex")
    try chat.terminal.press(.enter)
    try chat.terminal.waitFor("Att köpa sex är ett brott.")
  }

  @Test func controlCClearsTheLine() throws {
    let chat = try ChatTerminal()
    let terminal = chat.terminal
    try terminal.type("något helt annat")
    try terminal.waitForLine("> något helt annat")
    try terminal.press(.interrupt)
    try terminal.waitForLine(">")
    #expect(try terminal.ask("får man köpa sex") == Self.answer)
    try terminal.press(.up, .up)
    // What was thrown away is not remembered.
    try terminal.waitForLine("> får man köpa sex")
  }

  @Test func controlCEndsASearchToo() throws {
    let chat = try ChatTerminal()
    let terminal = chat.terminal
    _ = try terminal.ask("får man köpa sex")
    try terminal.press(.search)
    try terminal.type("man")
    try terminal.wait(for: "a find") { $0.currentLine.contains("får man köpa sex") }
    try terminal.press(.interrupt)
    try terminal.waitForLine(">")
    try terminal.type("hej")
    try terminal.waitForLine("> hej")
  }

  @Test func controlCEndsAQuestionOfTheCompletion() throws {
    let chat = try ChatTerminal { folder in
      try "set completion-query-items 2".write(
        toFile: folder + "/.inputrc", atomically: true, encoding: .utf8)
      return ["INPUTRC": ""]
    }
    let terminal = chat.terminal
    try terminal.type(":")
    try terminal.press(.tab, .tab)
    try terminal.waitFor("Display all 10 possibilities? (y or n)")
    try terminal.press(.interrupt)
    try terminal.waitForLine(">")
    #expect(try terminal.ask("får man köpa sex") == Self.answer)
  }

  @Test func controlCAtAnEmptyLineKeepsTheProgram() throws {
    let chat = try ChatTerminal()
    for _ in 0..<5 { try chat.terminal.press(.interrupt) }
    #expect(try chat.terminal.ask("får man köpa sex").suffix(5) == Self.answer[...])
  }

  @Test func controlDEndsOnlyAtAnEmptyLine() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type("hej")
    try chat.terminal.press(.end)
    try chat.terminal.press(.killLine)
    try chat.terminal.waitForLine(">")
    try chat.terminal.press(.end)
    #expect(try chat.terminal.end() == 0)
    #expect(chat.terminal.screen.currentLine == "")
  }

  @Test(arguments: [":avsluta", ":quit", "exit", "quit", "Avsluta"])
  func endsByName(line: String) throws {
    let chat = try ChatTerminal()
    try chat.terminal.enter(line)
    #expect(try chat.terminal.end() == 0)
  }

  @Test func passesOverEmptyLines() throws {
    let chat = try ChatTerminal()
    try chat.terminal.press(.enter, .enter)
    #expect(try chat.terminal.ask("får man köpa sex").suffix(5) == Self.answer[...])
  }

  @Test func pastedLinesAreOneQuestion() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type("\u{1B}[200~får man\nköpa sex\u{1B}[201~")
    try chat.terminal.press(.enter)
    try chat.terminal.waitFor("Att köpa sex är ett brott.")
  }

  @Test func isEndedByATerminationSignalWithTheTerminalInOrder() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type("hej")
    try chat.terminal.waitForLine("> hej")
    chat.terminal.send(signal: 15)
    #expect(try chat.terminal.end() == -15)
    #expect(chat.terminal.echoesAndWaitsForLines)
  }

  @Test func endsWhenItsWindowIsClosed() throws {
    let chat = try ChatTerminal()
    try chat.terminal.type("hej")
    try chat.terminal.waitForLine("> hej")
    chat.terminal.hangUp()
    // By the hangup's signal, or by the end of the input.
    #expect([0, -1].contains(try chat.terminal.end()))
  }

  @Test func theLineIsThereAgainAfterControlZ() throws {
    let chat = try ChatTerminal(
      ["--norc", "-i"], variables: ["PS1": "shell$ "], program: "/bin/bash", prompt: "shell$")
    let terminal = chat.terminal
    try terminal.enter(BuiltCommand.path)
    try terminal.waitForLine(">")
    try terminal.type("får man")
    try terminal.waitForLine("> får man")
    try terminal.type("\u{1A}")
    try terminal.waitForLine("shell$")
    try terminal.enter("fg")
    try terminal.waitForLine("> får man")
    #expect(try terminal.ask(" köpa sex").suffix(5) == Self.answer[...])
  }

  @Test func followsTheInputrcOfItsUser() throws {
    let chat = try ChatTerminal { folder in
      try """
      $if vagvisare
      "\\C-t": "får man köpa sex"
      $endif
      """.write(toFile: folder + "/.inputrc", atomically: true, encoding: .utf8)
      return ["INPUTRC": ""]
    }
    try chat.terminal.type("\u{14}")
    try chat.terminal.waitForLine("> får man köpa sex")
  }

}
