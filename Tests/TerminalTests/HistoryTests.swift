import Foundation
import TestSupport
import Testing

/// What was typed before: in the session, and in a file only where its user wants one.
@Suite struct HistoryTests {
  @Test func arrowUpAndSearchFindWhatWasTyped() throws {
    let chat = try ChatTerminal()
    let terminal = chat.terminal
    _ = try terminal.ask("får man köpa sex")
    _ = try terminal.ask("hej")
    try terminal.press(.up)
    try terminal.waitForLine("> hej")
    try terminal.press(.up)
    try terminal.waitForLine("> får man köpa sex")
    try terminal.press(.killLine)
    _ = try terminal.ask("god dag")
    try terminal.press(.search)
    try terminal.type("köp")
    try terminal.waitForLine("(reverse-i-search)`köp': får man köpa sex")
    try terminal.press(.enter)
    try terminal.wait(for: "the answer again") {
      $0.lines.count { $0 == "Att köpa sex är ett brott." } == 2
    }
  }

  @Test func theSameLineTwiceIsRememberedOnce() throws {
    let chat = try ChatTerminal()
    _ = try chat.terminal.ask("hej")
    _ = try chat.terminal.ask("god dag")
    _ = try chat.terminal.ask("god dag")
    try chat.terminal.press(.up, .up)
    try chat.terminal.waitForLine("> hej")
  }

  @Test func nothingIsWrittenByDefault() throws {
    let chat = try ChatTerminal()
    let before = try FileManager.default.subpathsOfDirectory(atPath: chat.folder.path).sorted()
    _ = try chat.terminal.ask("får man köpa sex")
    _ = try chat.terminal.ask(":privat", prompt: "privat>")
    try chat.terminal.press(.end)
    #expect(try chat.terminal.end() == 0)
    let after = try FileManager.default.subpathsOfDirectory(atPath: chat.folder.path).sorted()
    #expect(before == after)
  }

  @Test func aFileKeepsTheQuestionsForItsOwnerAlone() throws {
    let chat = try ChatTerminal(["chat", "--history", "FOLDER/history"])
    _ = try chat.terminal.ask("får man köpa sex")
    _ = try chat.terminal.ask("hej på er")
    // Written at once, so that nothing is lost when the window is closed.
    #expect(try chat.text(of: "history") == "får man köpa sex\nhej på er\n")
    #expect(try chat.mode(of: "history") == 0o600)
    try chat.terminal.press(.end)
    #expect(try chat.terminal.end() == 0)
  }

  @Test func aFileIsReadAndMadePrivate() throws {
    let chat = try ChatTerminal(["chat", "--history=FOLDER/history"]) { folder in
      _ = FileManager.default.createFile(
        atPath: folder + "/history", contents: Data("fråga från igår\n".utf8),
        attributes: [.posixPermissions: 0o644])
      return [:]
    }
    try chat.terminal.press(.up)
    try chat.terminal.waitForLine("> fråga från igår")
    #expect(try chat.mode(of: "history") == 0o600)
  }

  @Test func nothingTypedInPrivateIsKept() throws {
    let chat = try ChatTerminal(["chat", "--history", "FOLDER/history"])
    let terminal = chat.terminal
    _ = try terminal.ask("hej")
    let on = try terminal.ask(":privat", prompt: "privat>")
    #expect(on == ["Privat: inget av det du skriver nu sparas. :privat igen stänger av det."])
    _ = try terminal.ask("hemlig fråga", prompt: "privat>")
    try terminal.press(.up, .up)
    try terminal.waitForLine("privat> hej")
    try terminal.press(.killLine)
    let off = try terminal.ask(":private")
    #expect(off == ["Inte längre privat. Nytt samtal."])
    _ = try terminal.ask("god dag")
    #expect(try chat.text(of: "history") == "hej\n:privat\ngod dag\n")
    #expect(try terminal.ask(":spara ~/prov") == ["Sparat i ~/prov.transcript."])
    #expect(try chat.text(of: "prov.transcript").filter { $0 == ">" }.count == 2)
  }

  @Test(arguments: [
    ("FOLDER/none/history", "mappen finns inte"), ("FOLDER", "det är en mapp"),
    ("FOLDER/K/phrases.phrases/history", "sökvägen går genom en fil"),
  ])
  func saysWhyAFileCannotBeUsed(path: String, reason: String) throws {
    let chat = try ChatTerminal(["chat", "--history", path], columns: 300, prompt: nil)
    #expect(try chat.terminal.end() == 2)
    let path = path.replacingOccurrences(of: "FOLDER", with: chat.folder.path)
    #expect(
      chat.terminal.screen.lines == ["vagvisare: \(path) kan inte öppnas: \(reason)", ""])
  }
}
