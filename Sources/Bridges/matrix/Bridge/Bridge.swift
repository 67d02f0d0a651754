import BridgeSupport
import FoundationEssentials

/// Between a Matrix server and the program, as pure values: what comes goes in with its moment, what
/// is to be asked and requested comes out.
package struct Bridge {
  package struct Settings {
    /// Whether in rooms of more than two only what is addressed to the bridge is answered.
    package var isAddressedOnly = false
    package var questionsPerMinute = 20
    /// Messages a second, and at once, that the server takes; Synapse as shipped takes these.
    package var (rate, burst) = (0.2, 10.0)

    package init() {}
  }

  /// Somebody who waits for the program's answer.
  struct Asker {
    let room: String
    let person: String
    let event: String
    let thread: String?
    let isAllowed: Bool
    let batch: Int
  }

  let settings: Settings
  var visitors: Visitors
  var sender: Sender
  /// The bridge's own name, and what people call it.
  private(set) var user: String?
  private var names: [String] = []
  private var askedNames = false
  /// Up to where everything is answered, as it was kept; nil at the very first start.
  var since: String?
  var batches = Batches()
  /// Rooms by how many are in them, where that was asked.
  var members: [String: Int] = [:]
  var asked: [Int: Asker] = [:]
  var questions: [Question] = []
  private var count = 0
  /// Requests under way.
  var underWay: [Int: Request] = [:]
  /// Requests to make as soon as may be, the first first.
  var pending: [Request.Kind] = []
  /// Requests to make again, and when.
  private var later: [(kind: Request.Kind, at: Moment)] = []
  var toldEncrypted: Set<String> = []
  /// Events that wait until it is known how many are in their room.
  var undecided: [String: [(event: Event, batch: Int)]] = [:]
  /// Earlier events that a gap has left out, by room, the latest first.
  var earlier: [String: Gap] = [:]
  private var syncAt: Moment = 0
  private var failures = 0
  /// The text for when something fails.
  package var fallback: [String] = []
  private var reports: [String] = []
  /// Why the bridge cannot go on at all.
  package private(set) var fatal: String?

  struct Gap {
    var from: String
    let until: String
    let batch: Int
    var events: [Event]
    var pages = 0
  }

  package init(_ settings: Settings, since: String?) {
    (self.settings, self.since) = (settings, since)
    visitors = Visitors(prefix: "matrix-", questionsPerMinute: settings.questionsPerMinute)
    sender = Sender(rate: settings.rate, burst: settings.burst)
  }

  mutating func report(_ text: String) { reports.append(text) }

  package mutating func takeReports() -> [String] {
    defer { reports = [] }
    return reports
  }

  package mutating func takeQuestions() -> [Question] {
    defer { questions = [] }
    return questions
  }

  /// The token to keep now: everything up to there is answered.
  package mutating func takeToken() -> String? { batches.takeToken() }

  mutating func nextNumber() -> Int {
    count += 1
    return count
  }

  // MARK: Requests

  /// The requests to make now.
  package mutating func takeRequests(at now: Moment) -> [Request] {
    var kinds: [Request.Kind] = []
    if now >= syncAt {
      if user == nil {
        if !isUnderWay(.whoAmI) { kinds.append(.whoAmI) }
      } else {
        if !askedNames { kinds.append(.displayName) }
        askedNames = true
        if !isUnderWay(.sync) { kinds.append(.sync) }
      }
    }
    kinds += pending + later.filter { $0.at <= now }.map(\.kind)
    pending = []
    later.removeAll { $0.at <= now }
    visitors.forget(at: now)
    kinds += sender.take(at: now) { [visitors] in visitors.asked($0, at: now) }.map(
      Request.Kind.send)
    return kinds.map { kind in
      let request = request(kind)
      underWay[request.id] = request
      return request
    }
  }

  private func isUnderWay(_ kind: Request.Kind) -> Bool {
    underWay.values.contains { $0.kind == kind }
  }

  /// When `takeRequests` may have more though nothing comes.
  package func deadline(at now: Moment) -> Moment {
    let isSyncing = isUnderWay(user == nil ? .whoAmI : .sync)
    let again = later.map(\.at).min() ?? .infinity
    return min(isSyncing ? .infinity : syncAt, again, sender.deadline(at: now))
  }

  mutating func retry(_ kind: Request.Kind, at moment: Moment) { later.append((kind, moment)) }

  private mutating func request(_ kind: Request.Kind) -> Request {
    let id = nextNumber()
    let client = "/_matrix/client/v3"
    switch kind {
    case .whoAmI: return Request(id: id, kind, "\(client)/account/whoami")
    case .displayName:
      return Request(id: id, kind, "\(client)/profile/\(Outgoing.encoded(user ?? ""))/displayname")
    case .sync:
      let filter =
        #"{"presence":{"types":[]},"account_data":{"types":[]},"room":{"ephemeral":{"types":[]},"account_data":{"types":[]},"state":{"types":["none"]},"timeline":{"limit":50,"types":["m.room.message","m.room.encrypted","m.room.member"]}}}"#
      // The very first time nothing is waited for: what was said before is not for the bridge.
      let from =
        (batches.latest ?? since).map { "&timeout=30000&since=\(Outgoing.encoded($0))" } ?? ""
      return Request(
        id: id, kind, "\(client)/sync?filter=\(Outgoing.encoded(filter))\(from)", patience: 60)
    case .join(let room):
      return Request(
        id: id, kind, "\(client)/join/\(Outgoing.encoded(room))", method: "POST", body: "{}")
    case .members(let room):
      return Request(id: id, kind, "\(client)/rooms/\(Outgoing.encoded(room))/joined_members")
    case .earlier(let room):
      let (from, until) = (earlier[room]?.from ?? "", earlier[room]?.until ?? "")
      let place = "from=\(Outgoing.encoded(from))&to=\(Outgoing.encoded(until))"
      return Request(
        id: id, kind,
        "\(client)/rooms/\(Outgoing.encoded(room))/messages?dir=b&limit=100&\(place)")
    case .send(let message):
      return Request(id: id, kind, message.path, method: "PUT", body: message.body)
    }
  }

  // MARK: Responses

  package mutating func receive(_ id: Int, _ response: Response, at now: Moment) {
    guard let request = underWay.removeValue(forKey: id) else { return }
    if response.status == 401 {
      fatal = "the server does not know the access token"
      return
    }
    switch request.kind {
    case .whoAmI, .sync: receiveSync(request.kind, response, at: now)
    case .displayName:
      struct Profile: Decodable { let displayname: String? }
      if let name = response.decoded(Profile.self)?.displayname { names.insert(name, at: 0) }
    case .join(let room):
      if response.isPassing {
        retry(request.kind, at: now + 2)
      } else if !response.isGood {
        report("could not join a room: \(response.trouble.code ?? "\(response.status)")")
      } else {
        members[room] = nil
      }
    case .members(let room): receiveMembers(of: room, response, at: now)
    case .earlier(let room): receiveEarlier(in: room, response, at: now)
    case .send(let message):
      let isDone = sender.receive(message, response, at: now)
      guard isDone else { return }
      if !response.isGood {
        report("a room takes no message: \(response.trouble.code ?? "\(response.status)")")
      }
      batches.done(message.batch)
    }
  }

  private mutating func receiveSync(_ kind: Request.Kind, _ response: Response, at now: Moment) {
    struct Own: Decodable {
      let user: String
      enum CodingKeys: String, CodingKey { case user = "user_id" }
    }
    if kind == .whoAmI, let own = response.decoded(Own.self) {
      user = own.user
      let local = own.user.dropFirst().prefix { $0 != ":" }
      names = [own.user, String(local)]
    } else if kind == .sync, response.isGood, let sync = response.decoded(Sync.self) {
      take(sync, at: now)
    } else {
      failures += 1
      let pause = min(30, Double(1 << min(failures, 5)))
      syncAt = now + max(pause, (response.trouble.retryAfter ?? 0) / 1000)
      if failures == 1 {
        report(
          response.status == 0
            ? "the server does not answer" : "the server answers with \(response.status)")
      }
      return
    }
    failures = 0
    syncAt = now
  }

  /// Whether something is addressed to the bridge; its name is taken away.
  func isAddressed(_ event: Event, _ text: inout String) -> Bool {
    let isNamed = AskedText.dropAddress(names, from: &text)
    return isNamed || user.map(event.content.mentioned.contains) ?? false
  }
}
