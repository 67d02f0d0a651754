import Foundation
import TestSupport
import Testing

/// IRC through TLS: an authority of the test's own, and socat in front of a real server.
@Suite(.serialized, .needs("ngircd", "socat", "openssl")) struct IRCSecureTests {
  private let work: WorkFolder
  private let server: IRCServer

  init() throws {
    work = try WorkFolder()
    server = try IRCServer(.patient, in: work)
  }

  private func path(_ name: String) -> String { work.url.appendingPathComponent(name).path }

  private func openssl(_ arguments: [String]) throws {
    let program = try work.launch(["openssl"] + arguments)
    guard try program.waitForEnd() == 0 else { throw BridgeFailure(program.errorText) }
  }

  /// Makes an authority, and a certificate that it signs for a name.
  private func makeCertificate(for name: String) throws {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    try openssl(
      ["req", "-x509", "-subj", "/CN=Test authority", "-days", "1"] + key
        + ["-keyout", path("ca.key"), "-out", path("ca.pem")])
    try openssl(
      ["req", "-x509", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)"] + key + [
        "-days", "1", "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
        "-keyout", path("server.key"), "-out", path("server.pem"),
      ])
  }

  /// What listens with that certificate, and its port.
  private func listen() throws -> (LaunchedProgram, port: Int) {
    let port = try Connection.freePort()
    let files = "cert=\(path("server.pem")),key=\(path("server.key"))"
    let relay = try work.launch([
      "socat", "OPENSSL-LISTEN:\(port),bind=127.0.0.1,reuseaddr,fork,verify=0,\(files)",
      "TCP:127.0.0.1:\(server.port)",
    ])
    // A bridge that comes before it listens says so.
    _ = try Connection(port: port)
    return (relay, port)
  }

  private func bridge(to port: Int, trusting authority: String?) throws -> LaunchedProgram {
    try work.launch(
      [
        Bridges.built("vagvisare-irc"), "-s", "localhost", "-p", "\(port)", "-t", "#hjalp",
      ], environment: authority.map { ["SSL_CERT_FILE": $0] } ?? [:])
  }

  @Test func answersThroughTLSWhereTheCertificateIsTrusted() throws {
    try makeCertificate(for: "localhost")
    let (relay, port) = try listen()
    let bridge = try bridge(to: port, trusting: path("ca.pem"))
    defer { for program in [bridge, relay] { program.kill() } }
    let anna = try ChatUser("anna", port: server.port)
    try anna.send("JOIN #hjalp")
    try anna.waitForBridge(in: "#hjalp")
    try anna.say("betänketid", to: Chat.nick)
    #expect(try anna.message().text == "Betänketiden är 30 dagar.")
    #expect(bridge.errorText == "")
  }

  @Test(arguments: [("localhost", false), ("irc.example.org", true)])
  func comesToNoServerThatItCannotTrust(_ name: String, knowsTheAuthority: Bool) throws {
    try makeCertificate(for: name)
    let (relay, port) = try listen()
    let bridge = try bridge(to: port, trusting: knowsTheAuthority ? path("ca.pem") : nil)
    defer { for program in [bridge, relay] { program.kill() } }
    _ = try eventually("a second try") {
      bridge.errorText.components(separatedBy: "the connection has ended").count > 2 ? true : nil
    }
    // Nobody has come in by that name.
    let squatter = try ChatUser(Chat.nick, port: server.port)
    #expect(squatter.name == Chat.nick)
  }
}
