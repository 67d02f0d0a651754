import Foundation
import Testing

/// `:save`, and what else a session does beside answering.
@Suite struct SavingTests {
  @Test func savesATranscriptThatIsAcceptedAndNeverOverwrites() throws {
    let chat = try ChatTerminal()
    let terminal = chat.terminal
    _ = try terminal.ask("får man köpa sex")
    _ = try terminal.ask("may one buy sex")
    _ = try terminal.ask(":ny")
    _ = try terminal.ask("hur lång betänketid får man?")
    _ = try terminal.ask("vem ansöker?")
    #expect(try terminal.ask(":spara ~/prov") == ["Sparat i ~/prov.transcript."])
    #expect(try chat.mode(of: "prov.transcript") == 0o600)
    let saved = """
      # Sparat från ett samtal; lägg till ~ för det som måste sägas.

      == Samtal 1
      > får man köpa sex
      @ law/sale
      > may one buy sex
      @ law/sale

      == Samtal 2
      lang: sv
      > hur lång betänketid får man?
      @ permit/time
      > vem ansöker?
      @ permit/time

      """
    #expect(try chat.text(of: "prov.transcript") == saved)
    #expect(
      try terminal.ask(":save ~/prov.transcript")
        == ["~/prov.transcript finns redan. Välj ett annat namn."])
    #expect(try chat.text(of: "prov.transcript") == saved)
    #expect(
      try terminal.ask(":spara ~/saknas/prov")
        == ["~/saknas/prov.transcript kan inte skrivas: mappen finns inte."])
    let test = try ChatTerminal(
      ["test", "--knowledge", chat.path("K"), chat.path("prov.transcript")], prompt: nil)
    #expect(try test.terminal.end() == 0)
    #expect(test.terminal.screen.lines.first == "2 samtal lyckades, 0 misslyckades (1 fil)")
  }

  @Test func brokenKnowledgeIsNamedAndTheOldServesOn() throws {
    let chat = try ChatTerminal(columns: 200)
    try "nonsense\n".write(
      toFile: chat.knowledge("law/sale.topic"), atomically: true, encoding: .utf8)
    let lines = try chat.terminal.ask(":ladda")
    #expect(
      lines.first
        == "\(chat.knowledge("law/sale.topic")):1:1: error: raden börjar inte med ett känt märke")
    #expect(lines.last == "Kunskapen har fel; den gamla används.")
    #expect(try chat.terminal.ask("får man köpa sex")[1] == "Att köpa sex är ett brott.")
  }

  @Test func unknownCommandsSuggestTheNearest() throws {
    let chat = try ChatTerminal()
    #expect(
      try chat.terminal.ask(":hjlp") == ["Kommandot finns inte. Menade du :hjälp?"])
    #expect(try chat.terminal.ask(":zzzzz") == ["Kommandot finns inte. :hjälp visar alla."])
  }
}
