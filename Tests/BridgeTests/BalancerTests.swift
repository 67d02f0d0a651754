import Foundation
import Glibc
import TestSupport
import Testing

/// Two replicas behind HAProxy, one with a socket of its own and one with systemd's, and clients that
/// carry their conversation themselves.
@Suite(.serialized, .needs("haproxy", "systemd-socket-activate")) struct BalancerTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func replicaOnTCP(port: Int) throws -> LaunchedProgram {
    try work.launch([Bridges.path("tcp/vagvisare-tcp"), "-p", "\(port)"])
  }

  /// As vagvisare.socket has systemd do it.
  private func replicaBySystemd(port: Int) throws -> LaunchedProgram {
    try work.launch([
      "systemd-socket-activate", "-E", "VAGVISARE_KNOWLEDGE=\(work.knowledge.path)", "-l",
      "127.0.0.1:\(port)", Bridges.program.path, "serve", "--listen", "systemd",
    ])
  }

  /// A client as the protocol wants it: when its connection breaks it connects again, and asks
  /// again with the token that it has.
  private final class Client {
    private let port: Int
    private var connection: Connection?
    private var token = ""
    private(set) var reconnections = -1

    init(port: Int) { self.port = port }

    func ask(_ text: String) throws -> [String] {
      try eventually("an answer to \(text)") {
        do {
          if connection == nil {
            connection = try Connection(port: port)
            reconnections += 1
          }
          try connection?.write("ctx=\(token) ask \(text)\n")
          if let reply = try connection?.reply() {
            let field = "- : ctx "
            token = reply.first { $0.hasPrefix(field) }.map { String($0.dropFirst(8)) } ?? ""
            return reply
          }
        } catch is BridgeFailure {}
        connection = nil
        return nil
      }
    }
  }

  private func balancer(_ ports: [Int]) throws -> LaunchedProgram {
    let names = ["FRONT", "FIRST", "SECOND"]
    return try work.launch(
      ["haproxy", "-db", "-f", Bridges.path("balancer/haproxy.cfg")],
      environment: Dictionary(
        uniqueKeysWithValues: zip(names, ports).map { ("VAGVISARE_\($0)", "127.0.0.1:\($1)") }))
  }

  @Test func theTalkGoesOnWhenAReplicaIsKilled() throws {
    let ports = try (0..<3).map { _ in try Connection.freePort() }
    var first = try replicaOnTCP(port: ports[1])
    let second = try replicaBySystemd(port: ports[2])
    let balancer = try balancer(ports)
    defer { for program in [first, second, balancer] { program.kill() } }

    let client = Client(port: ports[0])
    let begun = try client.ask("hur lång betänketid får man?")
    #expect(begun.first == "- | Betänketiden är 30 dagar.")
    #expect(begun.contains("- : new yes"))
    // Whichever holds the connection, one of the two deaths breaks it.
    first.kill()
    try checkGoesOn(client)
    first = try replicaOnTCP(port: ports[1])
    _ = try eventually("the first again") { try Connection(port: ports[1]).line() }
    second.kill()
    try checkGoesOn(client)
    #expect(client.reconnections > 0)
  }

  /// A replica that answers nothing any more is passed over, and its talks are let go.
  @Test func theTalkGoesOnWhenAReplicaHangs() throws {
    let ports = try (0..<3).map { _ in try Connection.freePort() }
    let replicas = try [replicaOnTCP(port: ports[1]), replicaOnTCP(port: ports[2])]
    for port in ports[1...] { _ = try Connection(port: port).line() }
    let balancer = try balancer(ports)
    defer { for program in replicas + [balancer] { program.kill() } }
    let client = Client(port: ports[0])
    _ = try client.ask("hur lång betänketid får man?")
    for replica in replicas {
      replica.signal(SIGSTOP)
      let start = Date()
      try checkGoesOn(client)
      print("an answer beside a replica that hangs: \(Int(Date().timeIntervalSince(start))) s")
      replica.signal(SIGCONT)
      if client.reconnections > 0 { return }
    }
    Issue.record("neither replica had the talk")
  }

  private func checkGoesOn(_ client: Client) throws {
    let reply = try client.ask("vem ansöker?")
    #expect(reply.first == "- | Förundersökningsledaren ansöker.")
    #expect(!reply.contains { $0.contains(" : new ") || $0.contains(" : note ") })
  }
}
