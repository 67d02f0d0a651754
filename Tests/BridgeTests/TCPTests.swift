import Foundation
import TestSupport
import Testing

/// The line protocol on TCP: a process for each connection.
@Suite(.serialized) struct TCPTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// Two clients at once, each with a conversation of its own; then one that asks much, says that
  /// it has said all, and still reads every answer.
  private func checkConversations(port: Int) throws {
    let (first, second) = (try Connection(port: port), try Connection(port: port))
    let greeting = try first.line() ?? ""
    #expect(greeting.hasPrefix("* vagvisare 1 "))
    try first.write("1 ask hur lång betänketid får man?\n2 ask vem ansöker?\n")
    try second.write("3 ask vem ansöker?\n")
    #expect(try first.reply()?.first == "1 | Betänketiden är 30 dagar.")
    #expect(try first.reply()?.first == "2 | Förundersökningsledaren ansöker.")
    #expect(try second.reply()?.first != "3 | Förundersökningsledaren ansöker.")
    try second.write("quit\n")
    #expect(try second.reply() == ["- . ok"])
    #expect(try second.line() == "* bye")
    #expect(try second.line() == nil)

    let many = try Connection(port: port)
    try many.write((1...2000).map { "\($0) ask betänketid\n" }.joined())
    many.closeWriting()
    for number in 1...2000 { #expect(try many.reply()?.last == "\(number) . ok") }
    #expect(try many.line() == "* bye")
    #expect(try many.line() == nil)
  }

  @Test(.needs("socat")) func socatStartsAProcessForEachConnection() throws {
    let port = try Connection.freePort()
    let server = try work.launch([Bridges.path("tcp/vagvisare-tcp"), "-p", "\(port)"])
    defer { server.kill() }
    try checkConversations(port: port)
    // A client that leaves takes its process with it.
    try eventually("the end of the served") { server.groupSize == 1 ? () : nil }
    #expect(server.errorText == "")
  }

  @Test(.needs("socat")) func socatFindsAProgramWhateverItsPath() throws {
    let folder = work.url.appendingPathComponent("a path: with, all\\ \"sorts\" of $things")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appendingPathComponent("vagvisare").path
    try FileManager.default.createSymbolicLink(
      atPath: program, withDestinationPath: Bridges.program.path)
    let port = try Connection.freePort()
    let server = try work.launch(
      [Bridges.path("tcp/vagvisare-tcp"), "-p", "\(port)"], environment: ["VAGVISARE": program])
    defer { server.kill() }
    let connection = try Connection(port: port)
    try connection.write("1 ping\n")
    #expect(try connection.reply() == ["1 . ok"])
  }

  @Test(.needs("systemd-socket-activate")) func systemdPassesEachConnectionToAProcess() throws {
    let port = try Connection.freePort()
    let server = try work.launch([
      "systemd-socket-activate", "--accept", "--inetd", "-E",
      "VAGVISARE_KNOWLEDGE=\(work.knowledge.path)", "-l", "127.0.0.1:\(port)", Bridges.program.path,
      "serve",
    ])
    defer { server.kill() }
    try checkConversations(port: port)
  }

  @Test(.needs("systemd-analyze")) func systemdFindsNoFaultInTheUnits() throws {
    for name in ["vagvisare.socket", "vagvisare@.service"] {
      let text = try String(
        contentsOf: Bridges.folder.appendingPathComponent("systemd/\(name)"), encoding: .utf8)
      // Not installed here; verified is that what the unit starts can be started.
      try Data(
        text.replacingOccurrences(of: "/usr/local/bin/vagvisare", with: Bridges.program.path).utf8
      ).write(to: work.url.appendingPathComponent(name))
    }
    func unit(_ name: String) -> String { work.url.appendingPathComponent(name).path }
    let verify = try work.launch([
      "systemd-analyze", "verify", "--man=no", unit("vagvisare.socket"),
      unit("vagvisare@.service"),
    ])
    #expect(try verify.waitForEnd(within: 60) == 0)
    #expect(verify.outputText + verify.errorText == "")
    // 0 is the best; 10, in tenths, what the service must not exceed.
    let security = try work.launch([
      "systemd-analyze", "security", "--offline=true", "--threshold=10",
      unit("vagvisare@.service"),
    ])
    #expect(try security.waitForEnd(within: 60) == 0)
    #expect(security.outputText.contains("Overall exposure level"))
  }
}
