import BridgeSupport

/// Between an IRC server and the program, as pure values: what comes goes in with its moment, what
/// is to be asked and written comes out.
package struct Bridge {
  package struct Settings {
    package var nick = "vagvisare"
    package var channels: [String] = []
    package var password: String?
    /// Whether in channels only what is addressed to the nick is answered.
    package var isAddressedOnly = false
    package var pace = Pace()
    package var questionsPerMinute = 20

    package init() {}
  }

  /// Somebody who waits for the program's answer.
  struct Asker {
    var place: Visitors.Place
    /// As it is written.
    var nick: String
    var target: String
    let isAllowed: Bool
    let isUTF8: Bool
    let isAction: Bool
    var isChannel: Bool { target.isChannel }
  }

  /// Usual lines that waited longer are not said any more: who asked has gone on.
  private static let patience = 300.0
  /// Seconds that a server has to let the bridge in.
  private static let registerPatience = 60.0
  /// How many answers may wait for one person.
  static let answersWaiting = 5

  let settings: Settings
  package var presence: Presence
  var sender: Sender
  var visitors: Visitors
  var outbox = Outbox()
  var waiting: [Int: Asker] = [:]
  private var count = 0
  private var questions: [Question] = []
  private var cleanedAt: Moment = 0
  /// Channels that are to hear that the bridge was away.
  private var awayFrom: Set<String> = []
  private var toldAwayAt: [String: Moment] = [:]
  private var connectedAt: Moment = 0
  /// What the bridge has said of late, so that it does not answer who says it after it.
  private var spoken: [String] = []
  /// The text for when something fails.
  package var fallback: [String] = []

  package init(_ settings: Settings) {
    self.settings = settings
    presence = Presence(
      nick: settings.nick, channels: settings.channels, password: settings.password)
    sender = Sender(settings.pace)
    visitors = Visitors(prefix: "irc-", questionsPerMinute: settings.questionsPerMinute)
  }

  // MARK: The connection

  package mutating func connected(at now: Moment) {
    connectedAt = now
    sender = Sender(settings.pace)
    sender.control(presence.connected())
  }

  /// What may not have arrived is said again after the next connection.
  package mutating func disconnected(at now: Moment) {
    outbox.putBack(sender.lost())
    awayFrom.formUnion(settings.channels.filter(presence.isIn).map(presence.mapping.fold))
  }

  package mutating func receive(_ line: [UInt8], at now: Moment) {
    guard let message = Message(line) else { return }
    sender.heard(at: now)
    sender.control(presence.receive(message, at: now))
    switch message.command {
    case "PONG": sender.pong(at: now)
    case "PRIVMSG": take(message, at: now)
    case "JOIN" where presence.isOwn(message.nick): tellAway(message[0], at: now)
    case "NICK": rename(message.nick, to: message[0])
    case "QUIT": leave(message.nick)
    case "PART": leave(message.nick, from: message[0])
    case "KICK": leave(message[1], from: message[0])
    case "401": outbox.drop(presence.mapping.fold(message[1])) { !$0.target.isChannel }
    default: break
    }
  }

  private mutating func tellAway(_ channel: String, at now: Moment) {
    let channel = presence.mapping.fold(channel)
    guard awayFrom.remove(channel) != nil, now - (toldAwayAt[channel] ?? -.infinity) > 300 else {
      return
    }
    toldAwayAt[channel] = now
    outbox.add([
      OutgoingLine(
        target: channel, asker: "", text: Words.away, isNotice: true, isLast: true, since: now)
    ])
  }

  private mutating func rename(_ old: String, to new: String) {
    let (from, to) = (presence.mapping.fold(old), presence.mapping.fold(new))
    visitors.rename(from, to: to)
    if from != to { outbox.rename(from, to: to, nick: new) }
    for (number, asker) in waiting where asker.place.nick == from {
      var asker = asker
      let isPrivate = !asker.isChannel
      asker.place = Visitors.Place(nick: to, target: isPrivate ? to : asker.place.target)
      if isPrivate { asker.target = new }
      asker.nick = new
      waiting[number] = asker
    }
  }

  private mutating func leave(_ nick: String) {
    let nick = presence.mapping.fold(nick)
    visitors.leave(nick)
    outbox.drop(nick)
    waiting = waiting.filter { $0.value.place.nick != nick }
  }

  private mutating func leave(_ nick: String, from channel: String) {
    let channel = presence.mapping.fold(channel)
    outbox.drop(presence.mapping.fold(nick)) { [mapping = presence.mapping] in
      mapping.fold($0.target) == channel
    }
  }

  // MARK: What is asked

  private mutating func take(_ message: Message, at now: Moment) {
    guard message.source.contains("!"), !presence.isOwn(message.nick),
      var said = Said(message.parameters.last ?? "")
    else { return }
    let isChannel = message[0].isChannel
    guard isChannel || presence.isOwn(message[0]) else { return }
    let isAddressed = said.dropAddress(presence.nick, presence.mapping)
    if isChannel, settings.isAddressedOnly, !isAddressed { return }
    guard said.hasWords, !isEcho(said.text) else { return }
    let nick = presence.mapping.fold(message.nick)
    let target = isChannel ? message[0] : message.nick
    let place = Visitors.Place(nick: nick, target: presence.mapping.fold(target))
    let isAllowed = visitors.ask(nick, at: now)
    let conversation = visitors.conversation(place, at: now)
    let asker = Asker(
      place: place, nick: message.nick, target: target, isAllowed: isAllowed,
      isUTF8: message.isUTF8, isAction: said.isAction)
    if said.asksForMore, isAllowed, let rest = visitors.takeRest(of: place) {
      return say(rest, to: asker, at: now)
    }
    count += 1
    waiting[count] = asker
    questions.append(Question(number: count, conversation: conversation, text: said.text))
  }

  /// Whether somebody repeats what the bridge has said: another program, perhaps another bridge.
  private func isEcho(_ text: String) -> Bool {
    // A greeting may be the same.
    spoken.contains {
      $0.utf8.count > 20 && text.hasSuffix($0) && text.utf8.count < $0.utf8.count + 40
    }
  }

  /// What to ask the program now.
  package mutating func takeQuestions() -> [Question] {
    defer { questions = [] }
    return questions
  }

  // MARK: What is written

  /// The lines to write now, each with its end left out.
  package mutating func takeLines(at now: Moment) -> [String] {
    if now - cleanedAt > 10 {
      cleanedAt = now
      visitors.forget(at: now)
      outbox.forget(sentBefore: now - 60, waitingSince: now - Self.patience)
    }
    sender.control(presence.tick(at: now))
    let sent = sender.lines(
      from: &outbox, at: now, isReady: presence.isRegistered,
      weight: { [visitors] in visitors.asked($0, at: now) },
      canReach: { [presence] in presence.canReach($0.target) })
    spoken = Array((spoken + sent.lines.map(\.text)).suffix(100))
    return sent.controls + sent.lines.map(\.wire) + sent.ping
  }

  /// When to look again though nothing comes.
  package func deadline(at now: Moment) -> Moment {
    guard presence.isRegistered else { return connectedAt + Self.registerPatience }
    return min(presence.deadline, sender.deadline(hasLines: !outbox.isEmpty, at: now))
  }

  /// Whether the server does not let the bridge in, or is silent for so long that the connection must
  /// be dead.
  package func isDead(at now: Moment) -> Bool {
    presence.isRegistered
      ? sender.isDead(at: now) : now - connectedAt >= Self.registerPatience
  }
}
