import Foundation
import Glibc
import TestSupport
import Testing

/// Synapse on a free port, with the limits for messages that it ships with.
final class MatrixServer {
  /// A Python with Synapse and a client's library, as `.ci/run` makes it.
  static let python = Bridges.package.appendingPathComponent(".build/synapse/bin/python").path
  static let isThere = FileManager.default.isExecutableFile(atPath: python)

  let address: String
  private let work: WorkFolder
  private let configuration: URL
  private var process: LaunchedProgram

  init(in work: WorkFolder) throws {
    self.work = work
    let port = try Connection.freePort()
    address = "http://127.0.0.1:\(port)"
    let folder = work.url.appendingPathComponent("synapse")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    configuration = folder.appendingPathComponent("homeserver.yaml")
    let text = """
      server_name: test.local
      report_stats: false
      listeners:
        - port: \(port)
          bind_addresses: [127.0.0.1]
          type: http
          resources: [{names: [client]}]
      database: {name: sqlite3, args: {database: "\(folder.path)/homeserver.db"}}
      media_store_path: "\(folder.path)/media"
      signing_key_path: "\(folder.path)/signing.key"
      pid_file: "\(folder.path)/pid"
      trusted_key_servers: []
      macaroon_secret_key: macaroon
      form_secret: form
      enable_registration: true
      enable_registration_without_verification: true
      rc_registration: {per_second: 100, burst_count: 100}

      """
    try Data(text.utf8).write(to: configuration)
    let words = [Self.python, "-m", "synapse.app.homeserver", "--config-path", configuration.path]
    let keys = try work.launch(words + ["--generate-keys"])
    guard try keys.waitForEnd() == 0 else { throw BridgeFailure(keys.errorText) }
    process = try work.launch(words)
    _ = try Connection(port: port)
  }

  deinit { process.kill() }
}

/// Somebody on Matrix, with a real client's library.
final class MatrixPerson {
  private struct News: Decodable {
    let user, token, created, sent, room, sender, id, type: String?
    let content: Content?
  }

  struct Content: Decodable {
    let body, msgtype, formattedBody: String?

    enum CodingKeys: String, CodingKey {
      case body, msgtype
      case formattedBody = "formatted_body"
    }
  }

  private(set) var user = ""
  private(set) var token = ""
  private let program: ChildProgram
  private var bytes: [UInt8] = []
  private var heard: [Message] = []

  struct Message {
    let room: String
    let sender: String
    let content: Content
  }

  init(_ name: String, on server: MatrixServer) throws {
    let script = Bridges.package
      .appendingPathComponent("Tests/BridgeTests/Support/matrix-person.py").path
    program = try ChildProgram(
      MatrixServer.python, [script, server.address, name],
      environment: BuiltCommand.environment(knowledge: nil, ["LANG": "C.UTF-8"]))
    let account = try next { $0.token != nil }
    user = account.user ?? ""
    token = account.token ?? ""
    try command(["do": "listen"])
  }

  private func command(_ words: [String: Any]) throws {
    try program.write(Array(JSONSerialization.data(withJSONObject: words)) + [0x0A])
  }

  /// The next thing of a kind; what others say is kept.
  private func next(
    within seconds: Double = ChildProgram.patience, _ isWanted: (News) -> Bool
  ) throws -> News {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      while let end = bytes.firstIndex(of: 0x0A) {
        let line = Data(bytes[..<end])
        bytes.removeFirst(end + 1)
        let news = try JSONDecoder().decode(News.self, from: line)
        if let room = news.room, let sender = news.sender, let content = news.content,
          news.type == "m.room.message"
        {
          heard.append(Message(room: room, sender: sender, content: content))
        }
        if isWanted(news) { return news }
      }
      let left = deadline.timeIntervalSinceNow
      guard left > 0, let more = try program.readSome(within: left) else {
        throw BridgeFailure("\(user) hears nothing")
      }
      bytes += more
    }
  }

  /// Makes a room and invites somebody; its name.
  func room(inviting others: [String], isEncrypted: Bool = false) throws -> String {
    try command(["do": "create", "invite": others, "encrypted": isEncrypted])
    return try next { $0.created != nil }.created ?? ""
  }

  /// Says something; the name of the event.
  @discardableResult func send(
    _ body: String, to room: String, type: String = "m.room.message", more: [String: Any] = [:]
  ) throws -> String {
    let content = ["msgtype": "m.text", "body": body].merging(more) { $1 }
    try command(["do": "send", "room": room, "type": type, "content": content])
    return try next { $0.sent != nil }.sent ?? ""
  }

  /// The next message of somebody in a room.
  func message(of sender: String, in room: String, within seconds: Double = ChildProgram.patience)
    throws -> Content
  {
    func take() -> Content? {
      guard let place = heard.firstIndex(where: { $0.sender == sender && $0.room == room }) else {
        return nil
      }
      return heard.remove(at: place).content
    }
    while true {
      if let content = take() { return content }
      _ = try next(within: seconds) { $0.sender == sender && $0.room == room }
    }
  }

  /// Whether somebody says nothing for some seconds.
  func isSilent(_ sender: String, in room: String, for seconds: Double = 4) -> Bool {
    (try? message(of: sender, in: room, within: seconds)) == nil
  }
}
