import Foundation
import Glibc
import TestSupport
import Testing

/// New knowledge for many connections, and the sockets that are no TCP.
@Suite(.serialized) struct ListenReloadTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func ask(_ line: String, _ connection: Connection) throws -> [String] {
    try connection.write(line + "\n")
    return try #require(try connection.reply())
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: work.knowledge.appendingPathComponent(path))
  }

  @Test func aReloadIsEverybodysAndConversationsSurvive() throws {
    let socket = work.url.path + "/s"
    let server = try work.launch([Bridges.program.path, "serve", "--listen", socket])
    defer { server.kill() }
    let (first, second) = (try Connection(path: socket), try Connection(path: socket))
    _ = try ask("ask vem är vår koordinator?", second)
    let good = SmallKnowledge.files["law/sale.topic"] ?? ""
    try write(good.replacing("Att köpa sex", with: "Köp"), to: "law/sale.topic")
    // Its own next request sees the new knowledge.
    try first.write("1 reload\n2 ask får man köpa sex\n")
    #expect(try first.reply() == ["1 . ok"])
    #expect(try first.reply()?.first == "2 | Köp är ett brott.")
    #expect(try second.line() == "* reloaded")
    #expect(try ask("3 ask Malmö", second).contains("3 : topic contact/syd"))
    #expect(try ask("4 ask får man köpa sex", second).first == "4 | Köp är ett brott.")
    #expect(
      try ask("5 ask får man köpa sex", Connection(path: socket)).first == "5 | Köp är ett brott.")

    try write("broken", to: "law/sale.topic")
    let failed = try ask("6 reload", first)
    #expect(failed.last == "6 . error reload-failed")
    #expect(failed.count == 2)
    #expect(try ask("7 ask får man köpa sex", second).first == "7 | Köp är ett brott.")
    server.signal(SIGHUP)
    for connection in [first, second] { #expect(try connection.line() == "* reload-failed") }
    #expect(server.errorText.contains("law/sale.topic:1:1: error: "))
  }

  /// To learn the shipped knowledge takes more than a second: others are answered meanwhile.
  @Test func nobodyWaitsForAReloadButWhoAskedForIt() throws {
    let knowledge = work.url.appendingPathComponent("Shipped")
    try FileManager.default.copyItem(
      at: Bridges.package.appendingPathComponent("Knowledge"), to: knowledge)
    let socket = work.url.path + "/s"
    let server = try work.launch(
      [Bridges.program.path, "serve", "--listen", "unix:\(socket)"],
      environment: [
        "VAGVISARE_KNOWLEDGE": knowledge.path, "VAGVISARE_CACHE": work.url.path + "/cache",
      ])
    defer { server.kill() }
    let (asking, reloading) = (try Connection(path: socket), try Connection(path: socket))
    #expect(try reloading.line()?.hasPrefix("* vagvisare") == true)
    let topic = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: knowledge.path)
        .first { $0.hasSuffix(".topic") })
    let file = try FileHandle(forWritingTo: knowledge.appendingPathComponent(topic))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\n# changed\n".utf8))
    try file.close()
    try reloading.write("1 reload\n")
    var answered = 0
    try asking.write("1 ask vem betalar boendet?\n")
    while let line = try asking.line(), line != "* reloaded" {
      guard line == "1 . ok" else { continue }
      answered += 1
      try asking.write("1 ask vem betalar boendet?\n")
    }
    #expect(answered > 50)
    #expect(try reloading.reply() == ["1 . ok"])
  }

  /// What the old knowledge took is given back, the first time as well.
  @Test func aReloadLeavesTheMemoryAsItWas() throws {
    let socket = work.url.path + "/s"
    let server = try work.launch(
      [Bridges.program.path, "serve", "--listen", socket],
      environment: [
        "VAGVISARE_KNOWLEDGE": Bridges.package.appendingPathComponent("Knowledge").path,
        "VAGVISARE_CACHE": work.url.path + "/cache",
      ])
    defer { server.kill() }
    let connection = try Connection(path: socket)
    _ = try ask("1 ask vem betalar boendet?", connection)
    let before = try server.residentKiB()
    for _ in 0..<6 { #expect(try ask("2 reload", connection) == ["2 . ok"]) }
    #expect(try server.residentKiB() < before + 12 << 10, "\(before)")
  }

  @Test func aSocketLeftBehindIsReplacedAndALivingOneIsNot() throws {
    let socket = work.url.path + "/s"
    func launch() throws -> LaunchedProgram {
      try work.launch([Bridges.program.path, "serve", "--listen", socket])
    }
    let killed = try launch()
    _ = try Connection(path: socket).line()
    killed.kill()
    #expect(FileManager.default.fileExists(atPath: socket))
    let server = try launch()
    defer { server.kill() }
    _ = try Connection(path: socket).line()
    let other = try launch()
    #expect(try other.waitForEnd() == 2)
    #expect(other.errorText == "vagvisare: --listen \(socket): Address already in use\n")
    #expect(try ask("1 ping", Connection(path: socket)) == ["1 . ok"])
    #expect(try server.signalAndWait(SIGTERM) == 0)
    #expect(!FileManager.default.fileExists(atPath: socket))
  }

  @Test func refusesWhatIsNoAddressAndSocketsThatWereNotHandedOver() throws {
    for (arguments, status) in [
      (["--listen", "localhost"], 64), (["--listen", "127.0.0.1:70000"], 64),
      (["--listen", "127.0.0.1:0", "--idle", "0"], 64), (["--idle", "5"], 64),
      (["--listen", "systemd"], 2), (["--listen", "/nowhere/s"], 2),
    ] {
      let program = try work.launch([Bridges.program.path, "serve"] + arguments)
      #expect(try program.waitForEnd() == Int32(status))
      #expect(program.errorText.hasPrefix("vagvisare: "))
    }
  }
}
