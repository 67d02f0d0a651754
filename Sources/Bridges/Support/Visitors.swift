/// Who talks with the bridge, as long as they do: how much they ask, and the conversation of each
/// person and place. A conversation is called by a number, so that no name goes to the program.
package struct Visitors {
  /// Somebody and where they speak, both as the server compares names.
  package struct Place: Hashable {
    package var nick: String
    package let target: String

    package init(nick: String, target: String) {
      (self.nick, self.target) = (nick, target)
    }
  }

  private struct Visitor {
    var asked: [Moment] = []
    var alarms: [Moment] = []
    var toldAt: Moment?
  }

  private struct Talk {
    let number: Int
    var last: Moment
    /// What a short answer has left out.
    var rest: [String] = []
    var language: String?
  }

  /// The seconds of silence after which the program has forgotten a conversation too.
  private static let idle = 1800.0
  private static let most = 10_000

  private let prefix: String
  private let questionsPerMinute: Int
  private var visitors: [String: Visitor] = [:]
  private var talks: [Place: Talk] = [:]
  private var count = 0

  /// - Parameter prefix: what the names of conversations begin with.
  package init(prefix: String, questionsPerMinute: Int) {
    (self.prefix, self.questionsPerMinute) = (prefix, questionsPerMinute)
  }

  // MARK: Who asks

  /// Counts a question; whether it is within what one person may ask.
  package mutating func ask(_ nick: String, at now: Moment) -> Bool {
    visitors[nick, default: Visitor()].asked.append(now)
    // Enough to know that it is too much; no list grows with what a program sends.
    let kept = visitors[nick]?.asked.suffix(questionsPerMinute + 1) ?? []
    visitors[nick]?.asked = Array(kept)
    return asked(nick, at: now) <= questionsPerMinute
  }

  /// How many questions somebody has asked within a minute.
  package func asked(_ nick: String, at now: Moment) -> Int {
    visitors[nick]?.asked.count { $0 > now - 60 } ?? 0
  }

  /// How an emergency is answered.
  package enum Alarm {
    case whole, fixedText
    /// Nothing: the text was given a moment ago.
    case repeated
  }

  /// Counts an answer to an emergency. Whoever has had three within a minute gets the fixed text, and
  /// that every ten seconds: an alarm without end must not shut the others out.
  package mutating func alarm(_ nick: String, at now: Moment) -> Alarm {
    var alarms = visitors[nick]?.alarms.filter { $0 > now - 60 } ?? []
    if alarms.count >= 3, let last = alarms.last, last > now - 10 { return .repeated }
    alarms.append(now)
    visitors[nick, default: Visitor()].alarms = alarms
    return alarms.count > 3 ? .fixedText : .whole
  }

  /// Whether to tell somebody that it is too much: once within some minutes.
  package mutating func tellsOff(_ nick: String, at now: Moment) -> Bool {
    if let told = visitors[nick]?.toldAt, told > now - 300 { return false }
    visitors[nick, default: Visitor()].toldAt = now
    return true
  }

  // MARK: Conversations

  /// The name of a conversation.
  package mutating func conversation(_ place: Place, at now: Moment) -> String {
    if talks[place].map({ now - $0.last > Self.idle }) ?? true {
      count += 1
      talks[place] = Talk(number: count, last: now)
    }
    talks[place]?.last = now
    return "\(prefix)\(talks[place]?.number ?? 0)"
  }

  /// Keeps what an answer has left out.
  package mutating func keep(_ rest: [String], language: String?, of place: Place) {
    talks[place]?.rest = rest
    talks[place]?.language = language
  }

  package mutating func takeRest(of place: Place) -> [String]? {
    guard let rest = talks[place]?.rest, !rest.isEmpty else { return nil }
    talks[place]?.rest = []
    return rest
  }

  package func language(of place: Place) -> String? { talks[place]?.language }

  /// Somebody has another nick now; whoever had it before is another.
  package mutating func rename(_ old: String, to new: String) {
    guard old != new else { return }
    leave(new)
    visitors[new] = visitors.removeValue(forKey: old)
    for (place, talk) in talks where place.nick == old {
      talks[place] = nil
      let target = place.target == old ? new : place.target
      talks[Place(nick: new, target: target)] = talk
    }
  }

  /// Somebody is gone: whoever takes the nick is another. What was asked too much stays counted.
  package mutating func leave(_ nick: String) {
    for place in talks.keys where place.nick == nick { talks[place] = nil }
  }

  package mutating func forget(at now: Moment) {
    talks = talks.filter { now - $0.value.last <= Self.idle }
    if talks.count > Self.most {
      let kept = talks.sorted { $0.value.last > $1.value.last }.prefix(Self.most * 9 / 10)
      talks = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
    visitors = visitors.filter {
      ($0.value.asked.last ?? 0) > now - 60 || ($0.value.toldAt ?? 0) > now - 300
        || ($0.value.alarms.last ?? 0) > now - 60
    }
  }
}
