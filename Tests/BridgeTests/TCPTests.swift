import Foundation
import TestSupport
import Testing

/// The line protocol on TCP: one process for all connections, from a cold start.
@Suite(.serialized) struct TCPTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// Two clients at once, each with a conversation of its own; then one that asks much, says that
  /// it has said all, and still reads every answer.
  private func checkConversations(port: Int) throws {
    let (first, second) = (try Connection(port: port), try Connection(port: port))
    let greeting = try first.line() ?? ""
    #expect(greeting.hasPrefix("* vagvisare 1 "))
    try first.write("1 ask hur lång betänketid får man?\n2 ask och vem då?\n")
    try second.write("3 ask och vem då?\n")
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

  @Test func servesAllConnectionsInOneProcess() throws {
    let port = try Connection.freePort()
    let server = try work.launch([Bridges.path("tcp/vagvisare-tcp"), "-p", "\(port)"])
    defer { server.kill() }
    try checkConversations(port: port)
    #expect(server.groupSize == 1)
    #expect(server.errorText == "vagvisare: listening on 127.0.0.1:\(port)\n")
  }

  @Test func findsAProgramWhateverItsPath() throws {
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

  /// As vagvisare.socket has it: the first connection starts the service, and those that come while
  /// it learns wait.
  @Test(.needs("systemd-socket-activate")) func systemdHandsItsSocketOver() throws {
    let port = try Connection.freePort()
    let server = try work.launch([
      "systemd-socket-activate", "-E", "VAGVISARE_KNOWLEDGE=\(work.knowledge.path)", "-E",
      "VAGVISARE_CACHE=\(work.url.path)/cache", "-l", "127.0.0.1:\(port)", Bridges.program.path,
      "serve", "--listen", "systemd",
    ])
    defer { server.kill() }
    try checkConversations(port: port)
    #expect(server.groupSize == 1)
  }

  @Test(.needs("systemd-analyze")) func systemdFindsNoFaultInTheUnits() throws {
    for name in ["vagvisare.socket", "vagvisare.service"] {
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
      unit("vagvisare.service"),
    ])
    #expect(try verify.waitForEnd() == 0)
    #expect(verify.outputText + verify.errorText == "")
    // 0 is the best; 10, in tenths, what the service must not exceed.
    let security = try work.launch([
      "systemd-analyze", "security", "--offline=true", "--threshold=10",
      unit("vagvisare.service"),
    ])
    #expect(try security.waitForEnd() == 0)
    #expect(security.outputText.contains("Overall exposure level"))
  }
}
