import BridgeSupport

/// Being on a server: the nick, the channels, and keeping both.
package struct Presence {
  /// Seconds until a channel, or the nick, is asked for again.
  private static let (rejoinPause, nickPause) = (60.0, 60.0)

  private let wantedNick: String
  private let password: String?
  /// The channels as they were named, by what the server takes for their name.
  private let channels: [String]
  private var joinAt: Moment = .infinity
  private var regainAt: Moment = .infinity
  private var tries = 0

  package private(set) var nick: String
  package private(set) var mapping = CaseMapping.rfc1459
  package private(set) var isRegistered = false
  private var joined: Set<String> = []
  /// `user@host` as others see it, once it is known.
  private var address: String?
  /// What went wrong, for whoever runs the bridge.
  private var reports: [String] = []

  package init(nick: String, channels: [String], password: String?) {
    (wantedNick, self.nick, self.channels, self.password) = (nick, nick, channels, password)
  }

  /// A connection is there: what to say first.
  package mutating func connected() -> [String] {
    (nick, isRegistered, joined, address, tries) = (wantedNick, false, [], nil, 0)
    (joinAt, regainAt) = (.infinity, .infinity)
    return (password.map { ["PASS :\($0)"] } ?? [])
      + ["NICK \(nick)", "USER vagvisare 0 * :\(wantedNick)"]
  }

  package func isOwn(_ name: String) -> Bool { mapping.fold(name) == mapping.fold(nick) }

  package func isIn(_ channel: String) -> Bool { joined.contains(mapping.fold(channel)) }

  /// Whether a line could be said to a channel or a nick.
  package func canReach(_ target: String) -> Bool {
    isRegistered && (!target.isChannel || isIn(target))
  }

  /// The bytes that a message to a target may hold: of 512, what the server and IRC need is taken.
  package func room(to target: String) -> Int {
    let source = ":\(nick)!\(address ?? String(repeating: "x", count: 74)) "
    return min(400, 510 - source.utf8.count - "PRIVMSG \(target) :".utf8.count)
  }

  /// Takes a line from the server.
  /// - Returns: what must be said to it.
  package mutating func receive(_ message: Message, at now: Moment) -> [String] {
    switch message.command {
    case "PING": return ["PONG :\(message.parameters.last ?? "")"]
    case "001":
      if !message[0].isEmpty { nick = message[0] }
      isRegistered = true
      if !isOwn(wantedNick) {
        reports.append("the nick \(wantedNick) is taken: \(nick) for now")
        regainAt = now + Self.nickPause
      }
      return join(at: now)
    case "005":
      for word in message.parameters where word.hasPrefix("CASEMAPPING=") {
        mapping = CaseMapping(name: String(word.dropFirst("CASEMAPPING=".count)))
      }
    case "431", "432", "433", "436", "437": return refusedNick(message, at: now)
    case "NICK" where isOwn(message.nick):
      nick = message[0]
      if isOwn(wantedNick) { regainAt = .infinity }
    case "JOIN" where isOwn(message.nick):
      joined.insert(mapping.fold(message[0]))
      address =
        message.source.contains("!")
        ? String(message.source.drop { $0 != "!" }.dropFirst()) : nil
    case "PART" where isOwn(message.nick): left(message[0], "left", at: now)
    case "KICK" where isOwn(message[1]): left(message[0], "put out of", at: now)
    case "403", "405", "471", "473", "474", "475", "476", "477", "489":
      reports.append("not let into \(message[1]): \(message.parameters.last ?? "")")
    case "404": reports.append("may not speak in \(message[1])")
    case "ERROR": reports.append("the server says: \(message.parameters.last ?? "")")
    default: break
    }
    return []
  }

  private mutating func refusedNick(_ message: Message, at now: Moment) -> [String] {
    // What is refused may be a channel.
    guard !message[1].isChannel else { return [] }
    guard !isRegistered else {
      regainAt = now + Self.nickPause
      return []
    }
    tries += 1
    guard tries < 6 else { return ["QUIT"] }
    // Of at most nine letters, which every server takes.
    let marks = tries < 3 ? String(repeating: "_", count: tries) : "\(tries)"
    nick = wantedNick.prefix(9 - marks.count) + marks
    return ["NICK \(nick)"]
  }

  private mutating func left(_ channel: String, _ how: String, at now: Moment) {
    joined.remove(mapping.fold(channel))
    reports.append("\(how) \(channel)")
    joinAt = now + 5
  }

  private mutating func join(at now: Moment) -> [String] {
    let missing = channels.filter { !isIn($0) }
    joinAt = missing.isEmpty ? .infinity : now + Self.rejoinPause
    return missing.map { "JOIN \($0)" }
  }

  /// What is to be said as time has passed.
  package mutating func tick(at now: Moment) -> [String] {
    guard isRegistered else { return [] }
    var lines: [String] = []
    if now >= joinAt { lines += join(at: now) }
    if now >= regainAt {
      regainAt = now + Self.nickPause
      lines.append("NICK \(wantedNick)")
    }
    return lines
  }

  package mutating func takeReports() -> [String] {
    defer { reports = [] }
    return reports
  }

  package var deadline: Moment { isRegistered ? min(joinAt, regainAt) : .infinity }
}
