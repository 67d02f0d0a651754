import Foundation

/// An IRC server on a free port, and the bridge on it.
final class Chat {
  static let nick = "vagvisare"

  let port: Int
  private(set) var server: LaunchedProgram
  let bridge: LaunchedProgram
  /// Where the bridge keeps what it needs.
  let runFolder: URL
  private let work: WorkFolder
  private let configuration: URL

  init(_ work: WorkFolder, channels: [String] = ["#hjalp"], options: [String] = []) throws {
    self.work = work
    runFolder = work.url.appendingPathComponent("run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: runFolder, withIntermediateDirectories: true)
    port = try Connection.freePort()
    configuration = work.url.appendingPathComponent("ngircd.conf")
    // Without penalties: else the server holds back lines that come quickly.
    let text = """
      [Global]
      Name = irc.test.local
      Info = loopback
      Listen = 127.0.0.1
      Ports = \(port)
      [Limits]
      MaxConnectionsIP = 0
      MaxPenaltyTime = 0
      [Options]
      PAM = no
      DNS = no
      Ident = no

      """
    try Data(text.utf8).write(to: configuration)
    server = try work.launch(["ngircd", "-n", "-f", configuration.path])
    bridge = try work.launch(
      [Bridges.path("irc/vagvisare-irc"), "-p", "\(port)"] + options + channels,
      environment: ["XDG_RUNTIME_DIR": runFolder.path])
  }

  deinit {
    bridge.kill()
    server.kill()
  }

  func restartServer() throws {
    server.kill()
    server = try work.launch(["ngircd", "-n", "-f", configuration.path])
  }

  /// Somebody who has entered the channels and sees the bridge there.
  func user(_ name: String, in channels: [String] = ["#hjalp"]) throws -> ChatUser {
    let user = try ChatUser(name, port: port)
    for channel in channels {
      try user.send("JOIN \(channel)")
      try user.waitForBridge(in: channel)
    }
    return user
  }
}

/// Somebody on IRC, without any client's help.
final class ChatUser {
  /// Something that was said where this user hears it.
  struct Message: Equatable {
    let from: String
    /// The channel, or this user's own nick.
    let to: String
    let text: String
  }

  let name: String
  private let connection: Connection

  init(_ name: String, port: Int) throws {
    self.name = name
    connection = try Connection(port: port)
    try send("NICK \(name)")
    try send("USER person 0 * :\(name)")
    while true {
      let words = try line().split(separator: " ")
      if words.count > 1, ["376", "422"].contains(words[1]) { return }
    }
  }

  func send(_ line: String) throws { try connection.write(line + "\r\n") }

  func send(_ bytes: [UInt8]) throws { try connection.write(bytes + Array("\r\n".utf8)) }

  func say(_ text: String, to target: String = "#hjalp") throws {
    try send("PRIVMSG \(target) :\(text)")
  }

  /// Waits until the bridge is in a channel, which may take some tries.
  func waitForBridge(in channel: String) throws {
    _ = try eventually(within: 30, "the bridge in \(channel)") {
      try send("NAMES \(channel)")
      var isThere = false
      while true {
        let words = try line().split(separator: " ").map(String.init)
        if words.count > 1, words[1] == "353" {
          isThere = words.contains { $0.hasSuffix(Chat.nick) } || isThere
        }
        if words.count > 1, words[1] == "366" { return isThere ? true : nil }
      }
    }
  }

  /// The next thing said; throws `Connection.Silence` where nothing is.
  func message(within seconds: Double = 20) throws -> Message {
    while true {
      let line = try line(within: seconds)
      guard line.hasPrefix(":"), let command = line.range(of: " PRIVMSG "),
        let text = line.range(of: " :", range: command.upperBound..<line.endIndex)
      else { continue }
      return Message(
        from: String(line.dropFirst().prefix { $0 != "!" && $0 != " " }),
        to: String(line[command.upperBound..<text.lowerBound]),
        text: String(line[text.upperBound...]))
    }
  }

  /// All that is said until nobody has said anything for some seconds.
  func messages(silence seconds: Double = 1) throws -> [Message] {
    var messages: [Message] = []
    do { while true { messages.append(try message(within: seconds)) } } catch is Connection.Silence
    {}
    return messages
  }

  private func line(within seconds: Double = 20) throws -> String {
    while true {
      guard let line = try connection.line(within: seconds) else {
        throw BridgeFailure("\(name) was put out")
      }
      guard line.hasPrefix("PING") else { return line }
      try send("PONG" + line.dropFirst(4))
    }
  }
}
