import Foundation
import Glibc
import TestSupport
import Testing

/// One process for many connections: what the bridges relay to.
@Suite(.serialized) struct ListenTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func start(_ arguments: [String] = [], knowledge: String? = nil) throws -> (
    LaunchedProgram, port: Int
  ) {
    let port = try Connection.freePort()
    let server = try work.launch(
      [Bridges.program.path, "serve", "--listen", "127.0.0.1:\(port)"] + arguments,
      environment: knowledge.map { ["VAGVISARE_KNOWLEDGE": $0] } ?? [:])
    return (server, port)
  }

  private func ask(_ line: String, _ connection: Connection) throws -> [String] {
    try connection.write(line + "\n")
    return try #require(try connection.reply())
  }

  @Test func eachConnectionHasNamesOfItsOwn() throws {
    let (server, port) = try start()
    defer { server.kill() }
    let (first, second) = (try Connection(port: port), try Connection(port: port))
    #expect(try first.line()?.hasPrefix("* vagvisare 1 ") == true)
    for name in ["", "conv=a "] {
      #expect(
        try ask("1 \(name)ask hur lång betänketid får man?", first).first
          == "1 | Betänketiden är 30 dagar.")
      // The same name, and no name, are another's here.
      let other = try ask("2 \(name)ask och vem då?", second)
      #expect(other.first != "2 | Förundersökningsledaren ansöker.")
      #expect(other.contains("2 : new yes"))
      #expect(
        try ask("3 \(name)ask och vem då?", first).first == "3 | Förundersökningsledaren ansöker.")
    }
    #expect(try ask("4 conv=b why", first) == ["4 . error no-conversation"])
    #expect(try ask("quit", second) == ["- . ok"])
    #expect(try second.line() == "* bye")
    #expect(try second.line() == nil)
    #expect(try ask("5 ping", first) == ["5 . ok"])
    #expect(server.errorText == "vagvisare: listening on 127.0.0.1:\(port)\n")
  }

  @Test func speaksJSON() throws {
    let (server, port) = try start(["--jsonl"])
    defer { server.kill() }
    let connection = try Connection(port: port)
    #expect(try connection.line()?.hasPrefix("{\"notice\":\"vagvisare\"") == true)
    try connection.write("{\"id\":1,\"verb\":\"ping\"}\n")
    #expect(try connection.line() == "{\"id\":1,\"status\":\"ok\"}")
    connection.closeWriting()
    #expect(try connection.line() == "{\"notice\":\"bye\"}")
    #expect(try connection.line() == nil)
  }

  @Test func answersAThousandAtOnce() throws {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    getrlimit(kind, &limit)
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 4096))
    setrlimit(kind, &limit)
    let (server, port) = try start()
    defer { server.kill() }
    _ = try ask("1 ask hur lång betänketid får man?", Connection(port: port))
    let before = try server.residentKiB()
    let connections = try (0..<1000).map { _ in try Connection(port: port) }
    for (number, connection) in connections.enumerated() {
      try connection.write("\(number) ask hur lång betänketid får man?\n")
    }
    for (number, connection) in connections.enumerated().reversed() {
      let reply = try connection.reply()
      #expect(reply?.first == "\(number) | Betänketiden är 30 dagar.")
      #expect(reply?.last == "\(number) . ok")
    }
    // All have the same knowledge: each takes little of its own.
    #expect(try server.residentKiB() < before + 8 << 10)
  }

  @Test func whoDoesNotReadHoldsNobodyUp() throws {
    let (server, port) = try start()
    defer { server.kill() }
    let stopped = try (0..<20).map { _ in try Connection(port: port) }
    let lines = Array(
      (1...200_000).map { "\($0) ask hur lång betänketid får man?\n" }.joined().utf8)
    var taken: [Int] = []
    for connection in stopped {
      let count = try connection.writeWhatIsTaken(lines)
      // It is not read without end.
      #expect(count < lines.count)
      taken.append(count)
    }
    let other = try Connection(port: port)
    for number in 1...100 {
      #expect(try ask("\(number) ask och vem då?", other).last == "\(number) . ok")
    }
    // Nothing was lost: whoever reads again gets every whole line answered.
    stopped[0].closeWriting()
    let whole = lines[..<taken[0]].count { $0 == UInt8(ascii: "\n") }
    for number in 1...whole { #expect(try stopped[0].reply()?.last == "\(number) . ok") }
  }

  @Test func aWindowOfFullLinesIsAnsweredBeforeAByteIsRead() throws {
    let (server, port) = try start()
    defer { server.kill() }
    let connection = try Connection(port: port)
    let line = "ask hej " + String(repeating: "å", count: 4000) + "\n"
    try connection.write(String(repeating: line, count: 64))
    for _ in 1...64 { #expect(try connection.reply()?.last == "- . ok") }
  }

  @Test func whoIsSilentIsToldAndClosed() throws {
    let (server, port) = try start(["--idle", "1"])
    defer { server.kill() }
    let (silent, halfway) = (try Connection(port: port), try Connection(port: port))
    _ = try silent.line()
    _ = try halfway.line()
    // A line that does not end is no request.
    try halfway.write("1 ask h")
    for connection in [silent, halfway] {
      #expect(try connection.line() == "* bye")
      #expect(try connection.line() == nil)
    }
  }

  @Test func whoIsOneTooManyGetsTheTextThatHelps() throws {
    let (server, port) = try start(["--connections", "2"])
    defer { server.kill() }
    let (first, second) = (try Connection(port: port), try Connection(port: port))
    let hello = try ask("hello", first).filter { $0.hasPrefix("- | ") }.map { $0.dropFirst(4) }
    #expect(hello.count == 2)
    _ = try second.line()
    let third = try Connection(port: port)
    // Also where it has spoken at once.
    try third.write("1 ask hej\n")
    for text in hello { #expect(try third.line() == "* full \(text)") }
    #expect(try third.line() == "* bye")
    #expect(try third.line() == nil)
    #expect(try ask("2 ping", second) == ["2 . ok"])
    _ = try ask("quit", second)
    #expect(try second.line() == "* bye")
    let fourth = try eventually("a place again") { () -> Connection? in
      let connection = try Connection(port: port)
      return try connection.line()?.hasPrefix("* vagvisare") == true ? connection : nil
    }
    #expect(try ask("3 ping", fourth) == ["3 . ok"])
  }

  @Test func answersWhatHadComeBeforeItEnds() throws {
    let (server, port) = try start()
    defer { server.kill() }
    let (busy, idle) = (try Connection(port: port), try Connection(port: port))
    _ = try idle.line()
    _ = try busy.line()
    try busy.write((1...300).map { "\($0) ask hej\n" }.joined())
    server.signal(SIGTERM)
    for number in 1...300 { #expect(try busy.reply()?.last == "\(number) . ok") }
    for connection in [busy, idle] {
      #expect(try connection.line() == "* bye")
      #expect(try connection.line() == nil)
    }
    #expect(try server.waitForEnd() == 0)
  }

  @Test func clientsThatBreakOffTakeNothingWithThem() throws {
    let (server, port) = try start()
    defer { server.kill() }
    let steady = try Connection(port: port)
    for round in 1...50 {
      let leaving = try Connection(port: port)
      try leaving.write((1...round).map { "\($0) ask hej\n" }.joined() + "1 ask h")
      #expect(try ask("\(round) ping", steady) == ["\(round) . ok"])
    }
    #expect(try server.signalAndWait(SIGTERM) == 0)
  }
}
