import BridgeSupport

extension Bridge {
  /// Takes what the program has answered; nil where it failed.
  package mutating func answer(_ number: Int, _ answer: Answer?, at now: Moment) {
    guard let asker = waiting.removeValue(forKey: number) else { return }
    guard let answer else { return fail(asker, at: now) }
    if answer.isEmergency { return warn(asker, answer, at: now) }
    guard asker.isAllowed, outbox.answersWaiting(for: asker.place.nick) < Self.answersWaiting else {
      return tellOff(asker, answer.lang, at: now)
    }
    guard asker.isUTF8 else { return say(fallback, to: asker, at: now) }
    // What somebody does in a channel is seldom meant for the bridge.
    if asker.isAction, asker.isChannel, answer.isDialogue { return }
    guard asker.isChannel else { return say(answer.text, to: asker, at: now) }
    let short = ShortAnswer(answer, room: room(for: asker))
    visitors.keep(short.rest, language: answer.lang, of: asker.place)
    say(short.lines, to: asker, at: now)
  }

  /// Somebody is in danger. Also who asks too much is answered, as long as no answer is on its way.
  private mutating func warn(_ asker: Asker, _ answer: Answer, at now: Moment) {
    guard let alarm = alarm(asker, at: now) else { return }
    let text = alarm == .whole && asker.isAllowed ? answer.text : fallback
    // What follows the first lines is no emergency: another question that was asked beside it.
    let most = 4
    say(Array(text.prefix(most)), to: asker, isEmergency: true, at: now)
    if text.count > most { say(Array(text.dropFirst(most)), to: asker, at: now) }
  }

  /// The text for all that fails: nobody knows whether it was an emergency.
  private mutating func fail(_ asker: Asker, at now: Moment) {
    if alarm(asker, at: now) != nil { say(fallback, to: asker, isEmergency: true, at: now) }
  }

  /// Nil where the answer to the last one has just been given, or goes out in a moment.
  private mutating func alarm(_ asker: Asker, at now: Moment) -> Visitors.Alarm? {
    guard !outbox.hasEmergency(for: asker.place.nick, in: asker.target) else { return nil }
    let alarm = visitors.alarm(asker.place.nick, at: now)
    return alarm == .repeated ? nil : alarm
  }

  /// Privately and as a notice, which no program answers.
  private mutating func tellOff(_ asker: Asker, _ language: String?, at now: Moment) {
    guard visitors.tellsOff(asker.place.nick, at: now) else { return }
    let text = SharedWords.tooMuch(language)
    // Before what waits for it, which the notice is about.
    outbox.putBack([
      OutgoingLine(
        target: asker.nick, asker: asker.place.nick, text: text, isNotice: true, since: now)
    ])
  }

  private func address(of asker: Asker) -> String { asker.isChannel ? "\(asker.nick): " : "" }

  private func room(for asker: Asker) -> Int {
    max(40, presence.room(to: asker.target) - address(of: asker).utf8.count)
  }

  mutating func say(
    _ text: [String], to asker: Asker, isEmergency: Bool = false, at now: Moment
  ) {
    let room = room(for: asker)
    var lines = TextPieces.lines(text, most: room).map {
      OutgoingLine(
        target: asker.target, asker: asker.place.nick, address: address(of: asker), text: $0,
        isEmergency: isEmergency, since: now)
    }
    if !lines.isEmpty { lines[lines.count - 1].isLast = true }
    outbox.add(lines)
  }
}
