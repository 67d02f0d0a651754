import BridgeSupport

extension Bridge {
  /// How many pages of what was said in the meantime are read, of a hundred events each.
  private static let mostPages = 20
  /// How many answers may wait for one person in one room.
  private static let answersWaiting = 3

  mutating func take(_ sync: Sync, at now: Moment) {
    let isFirst = since == nil && batches.latest == nil
    let until = batches.latest ?? since
    let batch = batches.begin(sync.next)
    for room in sync.invited where !pending.contains(.join(room: room)) {
      pending.append(.join(room: room))
    }
    for (room, news) in isFirst ? [] : sync.joined.sorted(by: { $0.key < $1.key }) {
      let joinedAt = entry(in: news.events)
      if joinedAt == nil, let gap = news.gap, let until, earlier[room] == nil {
        batches.open(batch)
        earlier[room] = Gap(
          from: gap, until: until, batch: batch, events: news.events.reversed())
        pending.append(.earlier(room: room))
      } else {
        for event in news.events.dropFirst(joinedAt ?? 0) {
          take(event, in: room, batch: batch, at: now)
        }
      }
    }
    batches.done(batch)
  }

  /// Where what is for the bridge begins in a room that it has just entered: after the invitation, as
  /// the question may stand there before it has come in.
  private func entry(in events: [Event]) -> Int? {
    func place(_ membership: String) -> Int? {
      events.lastIndex {
        $0.type == "m.room.member" && $0.stateKey == user && $0.content.membership == membership
      }
    }
    guard let joined = place("join") else { return nil }
    return (place("invite") ?? joined) + 1
  }

  mutating func receiveEarlier(in room: String, _ response: Response, at now: Moment) {
    guard var gap = earlier[room] else { return }
    if response.isPassing { return retry(.earlier(room: room), at: now + 2) }
    let page = response.decoded(Page.self)
    gap.events += page?.events ?? []
    gap.pages += 1
    if let end = page?.end, page?.events.isEmpty == false, gap.pages < Self.mostPages {
      gap.from = end
      earlier[room] = gap
      return pending.append(.earlier(room: room))
    }
    earlier[room] = nil
    for event in gap.events.reversed() { take(event, in: room, batch: gap.batch, at: now) }
    batches.done(gap.batch)
  }

  private mutating func take(_ event: Event, in room: String, batch: Int, at now: Moment) {
    guard event.sender != user, let id = event.id else { return }
    switch event.type {
    case "m.room.member":
      members[room] = nil
      if event.content.membership == "leave" || event.content.membership == "ban" {
        visitors.leave(event.stateKey ?? "")
      }
    case "m.room.encrypted": tellEncrypted(room, id, event.sender, batch: batch, at: now)
    default:
      guard var text = AskedText.of(event) else { return }
      let isAddressed = isAddressed(event, &text)
      guard text.contains(where: { !$0.isWhitespace }) else { return }
      if settings.isAddressedOnly, !isAddressed {
        guard let count = members[room] else { return decideLater(event, room, batch: batch) }
        if count > 2 { return }
      }
      ask(text, event, id, in: room, batch: batch, at: now)
    }
  }

  private mutating func decideLater(_ event: Event, _ room: String, batch: Int) {
    batches.open(batch)
    if undecided[room] == nil { pending.append(.members(room: room)) }
    undecided[room, default: []].append((event, batch))
  }

  mutating func receiveMembers(of room: String, _ response: Response, at now: Moment) {
    struct Members: Decodable {
      struct Member: Decodable {}
      let joined: [String: Member]
    }
    if response.isPassing { return retry(.members(room: room), at: now + 2) }
    members[room] = response.decoded(Members.self)?.joined.count ?? .max
    for (event, batch) in undecided.removeValue(forKey: room) ?? [] {
      take(event, in: room, batch: batch, at: now)
      batches.done(batch)
    }
  }

  // MARK: Asking and answering

  private mutating func ask(
    _ text: String, _ event: Event, _ id: String, in room: String, batch: Int, at now: Moment
  ) {
    let isAllowed = visitors.ask(event.sender, at: now)
    let conversation = visitors.conversation(.init(nick: event.sender, target: room), at: now)
    let number = nextNumber()
    let relation = event.content.relation
    batches.open(batch)
    asked[number] = Asker(
      room: room, person: event.sender, event: id,
      thread: relation?.type == "m.thread" ? relation?.event : nil, isAllowed: isAllowed,
      batch: batch)
    questions.append(Question(number: number, conversation: conversation, text: text))
  }

  /// Takes what the program has answered; nil where it failed.
  package mutating func answer(_ number: Int, _ answer: Answer?, at now: Moment) {
    guard let asker = asked.removeValue(forKey: number) else { return }
    if answer?.isEmergency ?? true { return warn(asker, answer, at: now) }
    let waits = sender.waits(for: asker.person, in: asker.room, isEmergency: false)
    if asker.isAllowed, waits < Self.answersWaiting {
      return say(answer?.text ?? fallback, to: asker, at: now)
    }
    guard visitors.tellsOff(asker.person, at: now) else { return batches.done(asker.batch) }
    say([SharedWords.tooMuch(answer?.lang)], to: asker, at: now)
  }

  /// Somebody is in danger, or nobody knows. Also who asks too much is answered.
  private mutating func warn(_ asker: Asker, _ answer: Answer?, at now: Moment) {
    guard sender.waits(for: asker.person, in: asker.room, isEmergency: true) == 0 else {
      return batches.done(asker.batch)
    }
    switch visitors.alarm(asker.person, at: now) {
    case .repeated: batches.done(asker.batch)
    case .whole where asker.isAllowed:
      say(answer?.text ?? fallback, to: asker, isEmergency: true, at: now)
    case .whole, .fixedText: say(fallback, to: asker, isEmergency: true, at: now)
    }
  }

  private mutating func say(
    _ text: [String], to asker: Asker, isEmergency: Bool = false, at now: Moment
  ) {
    sender.add(
      Outgoing(
        room: asker.room, asker: asker.person, event: asker.event, thread: asker.thread, text: text,
        isEmergency: isEmergency, transaction: "answer-\(asker.event)", batch: asker.batch,
        since: now))
  }

  /// Once in a room: the server takes the same transaction once.
  private mutating func tellEncrypted(
    _ room: String, _ event: String, _ person: String, batch: Int, at now: Moment
  ) {
    guard toldEncrypted.insert(room).inserted else { return }
    batches.open(batch)
    sender.add(
      Outgoing(
        room: room, asker: person, event: event, thread: nil, text: Words.encrypted + fallback,
        isEmergency: false, transaction: "encrypted-\(room)", batch: batch, since: now))
  }
}

/// What the bridge says of its own.
enum Words {
  static let encrypted = [
    "Det här rummet är krypterat, och det kan jag inte läsa. Skriv till mig i ett okrypterat rum.",
    "This room is encrypted, and I cannot read it. Please write to me in an unencrypted room.",
  ]
}
