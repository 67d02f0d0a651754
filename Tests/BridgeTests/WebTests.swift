import Foundation
import Glibc
import TestSupport
import Testing

/// The chat page and its websocket.
@Suite(.serialized) struct WebTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private struct Reply: Decodable {
    var id: Int?
    var notice: String?
    var status: String?
    var code: String?
    var text: [String]?
    var ctx: String?
    var new: Bool?
  }

  private func start(port: Int, environment: [String: String] = [:]) throws -> LaunchedProgram {
    try work.launch(
      [Bridges.path("web/vagvisare-web"), "-p", "\(port)"],
      environment: ["XDG_RUNTIME_DIR": work.url.path].merging(environment) { $1 })
  }

  private func reply(
    _ socket: WebSocketConnection, within seconds: Double = ChildProgram.patience
  ) throws -> Reply? {
    try socket.receive(within: seconds).map {
      try JSONDecoder().decode(Reply.self, from: Data($0.utf8))
    }
  }

  private func ask(_ text: String, ctx: String, _ socket: WebSocketConnection) throws -> Reply {
    try socket.send(#"{"id":7,"verb":"ask","ctx":"\#(ctx)","text":"\#(text)"}"#)
    guard let reply = try reply(socket), reply.id == 7 else {
      throw BridgeFailure("no reply to \(text)")
    }
    return reply
  }

  @Test(.needs("websocketd", "socat")) func carriesATalkOverASocketThatBreaks() throws {
    let port = try Connection.freePort()
    let server = try start(port: port)
    defer { server.kill() }
    let first = try WebSocketConnection(port: port, origin: "http://127.0.0.1:\(port)")
    #expect(first.status == "HTTP/1.1 101 Switching Protocols")
    #expect(try reply(first)?.notice == "vagvisare")
    let time = try ask("hur lång betänketid får man?", ctx: "", first)
    #expect(time.text?.first == "Betänketiden är 30 dagar.")
    #expect(time.new == true)
    // A message longer than one small frame, and one that is no request.
    let long = try ask(String(repeating: "ö ", count: 700), ctx: "", first)
    #expect(long.status == "ok")
    try first.send("hej")
    let refused = try reply(first)
    #expect(refused?.status == "error" && refused?.code == "bad-json")

    let served = server.children("--listen")
    #expect(served.count == 1)
    for process in served { kill(process, SIGKILL) }
    #expect(try first.receive() == nil)
    // It is started again; until then a page is let go and tries anew.
    let second = try eventually("a socket that greets") { () -> WebSocketConnection? in
      let socket = try WebSocketConnection(port: port, origin: "http://127.0.0.1:\(port)")
      return try reply(socket)?.notice == "vagvisare" ? socket : nil
    }
    let who = try ask("vem ansöker?", ctx: time.ctx ?? "", second)
    #expect(who.text?.first == "Förundersökningsledaren ansöker.")
    #expect(who.new == nil)
    #expect(!server.outputText.contains("betänketid"))
  }

  /// As shipped, with nothing learnt yet: ten pages at once are answered by one process.
  @Test(.needs("websocketd", "socat")) func answersManyPagesFromAColdStart() throws {
    let port = try Connection.freePort()
    let server = try start(
      port: port,
      environment: [
        "VAGVISARE_KNOWLEDGE": Bridges.package.appendingPathComponent("Knowledge").path,
        "VAGVISARE_CACHE": work.url.path + "/cache",
      ])
    defer { server.kill() }
    let pages = try (0..<10).map { _ in
      try WebSocketConnection(port: port, origin: "http://127.0.0.1:\(port)")
    }
    for page in pages { #expect(try reply(page)?.notice == "vagvisare") }
    #expect(server.children("--listen").count == 1)
    for page in pages {
      #expect(try ask("vem betalar boendet?", ctx: "", page).status == "ok")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: work.url.path + "/cache").count == 1)
    server.signal(SIGTERM)
    #expect(try server.waitForEnd() == 0)
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: work.url.path)
        .contains { $0.hasPrefix("vagvisare-web-") })
  }

  @Test(.needs("websocketd", "socat")) func servesThePageAndRefusesOtherSites() throws {
    let port = try Connection.freePort()
    let server = try start(port: port)
    defer { server.kill() }
    let connection = try Connection(port: port)
    try connection.write("GET / HTTP/1.0\r\n\r\n")
    #expect(try connection.line() == "HTTP/1.0 200 OK")
    var lines: [String] = []
    while let line = try connection.line() { lines.append(line) }
    #expect(lines.contains("<title>Vägvisare</title>"))
    // What it is about stands in it, once.
    let about = lines.filter { $0.hasPrefix("<script type=\"application/json\" id=\"about\">{") }
    #expect(about.count == 1)
    #expect(about.first?.contains(#""telephones":["112","020-39 00 00"]"#) == true)
    let other = try WebSocketConnection(port: port, origin: "https://elsewhere.example")
    #expect(other.status == "HTTP/1.1 403 Forbidden")
  }

  /// What the page knows is its knowledge's, and it speaks with nobody but its own socket.
  @Test func thePageLoadsNothingAndNamesNobody() throws {
    let page = try String(
      contentsOf: Bridges.folder.appendingPathComponent("web/page/index.html"), encoding: .utf8)
    for told in ["href=\"tel:", "020-39", "människohandel", "trafficking", "2018"] {
      #expect(!page.contains(told))
    }
    for loading in [" src=", "@import", "url(", "<link rel=\"stylesheet", "fetch(", "XMLHttp"] {
      #expect(!page.contains(loading))
    }
    for markup in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
      #expect(!page.contains(markup))
    }
    #expect(page.contains("default-src 'none'"))
  }
}
