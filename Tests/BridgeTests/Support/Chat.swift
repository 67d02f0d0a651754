import Foundation
import TestSupport

/// An IRC server, and the bridge on it.
final class Chat {
  static let nick = "vagvisare"
  /// As fast as can be.
  private static let unpaced = ["-r", "1000", "-b", "1000", "-w", "1000000"]

  let server: IRCServer
  let bridge: LaunchedProgram

  /// On a server that takes all the bridge is not paced; on the others as it is by itself.
  init(
    _ work: WorkFolder, on kind: IRCServer.Kind = .patient, channels: [String] = ["#hjalp"],
    options: [String] = []
  ) throws {
    server = try IRCServer(kind, in: work)
    bridge = try work.launch(
      [Bridges.built("vagvisare-irc"), "-p", "\(server.port)"]
        + (kind == .patient ? Self.unpaced : []) + options + channels)
  }

  deinit {
    bridge.kill()
    server.stop()
  }

  /// Somebody who has entered the channels and sees the bridge there.
  func user(_ name: String, in channels: [String] = ["#hjalp"]) throws -> ChatUser {
    let user = try ChatUser(name, port: server.port)
    for channel in channels {
      try user.send("JOIN \(channel)")
      try user.waitForBridge(in: channel)
    }
    return user
  }
}

extension Chat {
  /// Many people in the channel at once, each from an address of its own, as servers count them.
  func crowd(_ names: [String]) throws -> [ChatUser] {
    let users = try names.enumerated().map {
      try ChatUser($1, port: server.port, from: [127, 0, UInt8($0 + 1), 1])
    }
    for user in users {
      try user.send("JOIN #hjalp")
      try user.waitForBridge(in: "#hjalp")
    }
    return users
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

  init(_ name: String, port: Int, from address: [UInt8] = [127, 0, 0, 1]) throws {
    self.name = name
    connection = try Connection(port: port, from: address)
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
    _ = try eventually("the bridge in \(channel)") {
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
  func message(within seconds: Double = ChildProgram.patience) throws -> Message {
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

  private func line(within seconds: Double = ChildProgram.patience) throws -> String {
    while true {
      guard let line = try connection.line(within: seconds) else {
        throw BridgeFailure("\(name) was put out")
      }
      guard line.hasPrefix("PING") else { return line }
      try send("PONG" + line.dropFirst(4))
    }
  }
}
