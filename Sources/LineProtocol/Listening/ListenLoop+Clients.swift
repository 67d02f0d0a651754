import Conversation
import Glibc
import System

/// How clients come and go.
extension ListenLoop {
  /// How many clients are let in before those already there are looked after.
  private static let admittedAtOnce = 64

  // MARK: Coming

  mutating func accept() {
    for listening in listener.descriptors {
      for _ in 0..<Self.admittedAtOnce {
        let descriptor = Glibc.accept(listening, nil, nil)
        if descriptor >= 0 {
          admit(descriptor)
        } else if errno == EMFILE || errno == ENFILE {
          guard refuseWithoutDescriptor(listening) else { break }
        } else if errno != EINTR && errno != ECONNABORTED {
          break
        }
      }
    }
  }

  private mutating func admit(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    // A Unix socket knows nothing of the first.
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, size)
    setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &one, size)
    let isServed = servedCount < limits.connections
    guard isServed || departingCount < Self.refusedAtOnce else { return refuse(descriptor) }
    generation = (generation + 1) & 0x7FFF_FFFF
    let place = free.popLast() ?? clients.endIndex
    if place == clients.endIndex { clients.append(nil) }
    let key = generation << 32 | UInt64(place)
    guard readiness.add(descriptor, key) else {
      free.append(place)
      return refuse(descriptor)
    }
    var connection = Connection(encoding: encoding, session: blank)
    if isServed { connection.greet() } else { connection.refuse() }
    let now = Self.now
    clients[place] = Client(
      descriptor: descriptor, key: key, connection: connection,
      phase: isServed ? .serving : .dismissed, now: now)
    if isServed { servedCount += 1 } else { departingCount += 1 }
    nextCheck = min(nextCheck, now + patience(isServed ? .serving : .dismissed))
    enqueue(place)
  }

  /// Sends the text that helps, as far as it is taken at once.
  private func refuse(_ descriptor: Int32) {
    var connection = Connection(encoding: encoding, session: blank)
    connection.refuse()
    var client = Client(
      descriptor: descriptor, key: 0, connection: connection, phase: .dismissed, now: 0)
    _ = try? client.write()
    Glibc.close(descriptor)
  }

  /// Takes one more connection where no descriptor is left, and refuses it; false where none came.
  private mutating func refuseWithoutDescriptor(_ listening: Int32) -> Bool {
    Glibc.close(spare)
    defer { spare = open("/dev/null", O_RDONLY | O_CLOEXEC) }
    let descriptor = Glibc.accept(listening, nil, nil)
    guard descriptor >= 0 else { return false }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    refuse(descriptor)
    return true
  }

  // MARK: Going

  /// Lets a client go that has been told the end: closes when it does.
  mutating func leave(_ place: Int) {
    guard let client = clients[place] else { return }
    guard !client.hasSaidAll, departingCount < 4 * Self.refusedAtOnce else {
      return close(place)
    }
    depart(place, .leaving)
    shutdown(client.descriptor, Int32(SHUT_WR))
  }

  private mutating func depart(_ place: Int, _ phase: Client.Phase) {
    if clients[place]?.phase == .serving {
      servedCount -= 1
      departingCount += 1
    }
    clients[place]?.phase = phase
    let now = Self.now
    clients[place]?.lastActivity = now
    nextCheck = min(nextCheck, now + patience(phase))
  }

  /// The milliseconds without anything after which a client is let go.
  private func patience(_ phase: Client.Phase) -> Int64 {
    switch phase {
    case .serving: Int64(limits.idleSeconds) * 1000
    case .dismissed: Self.farewell
    // Who is not heard of when all are let go need not be waited for.
    case .leaving: end == nil ? Self.farewell : Self.farewell / 10
    }
  }

  mutating func close(_ place: Int) {
    guard let client = clients[place] else { return }
    if client.phase == .serving { servedCount -= 1 } else { departingCount -= 1 }
    waitingInput -= client.countedInput
    Glibc.close(client.descriptor)
    clients[place] = nil
    free.append(place)
  }

  /// Says good-bye to those that were silent too long, and closes those that did not hear it.
  mutating func closeOverdue(_ now: Int64) {
    nextCheck = .max
    for place in clients.indices {
      guard let client = clients[place] else { continue }
      let deadline = client.lastActivity + patience(client.phase)
      if now < deadline {
        nextCheck = min(nextCheck, deadline)
      } else if client.phase == .serving, !client.connection.isFinished {
        clients[place]?.connection.finish()
        depart(place, .dismissed)
        enqueue(place)
      } else {
        close(place)
      }
    }
  }

  /// Lets nobody in any more; answers what has come, and tells all the end.
  mutating func drain() {
    end = Self.now + Self.farewell
    listener.close()
    for place in clients.indices {
      guard let client = clients[place], client.phase == .serving else { continue }
      do {
        while !client.connection.isFinished {
          let room = room(place)
          guard try clients[place]?.read(room: room) == true else { break }
        }
      } catch {
        close(place)
        continue
      }
      clients[place]?.connection.takeEnd()
      enqueue(place)
    }
  }

  // MARK: Knowledge

  mutating func startReload() {
    guard !reload.isUnderWay, end == nil else { return }
    let isSignalled = signals.takeReload()
    guard isSignalled || !reloadsNext.isEmpty else { return }
    (reloadsFor, reloadsNext) = (reloadsNext, [])
    if let outcome = reload.start(isRequested: !isSignalled) { return finishReload(outcome) }
    _ = readiness.add(reload.descriptor, Self.reloadKey)
  }

  mutating func finishReload(_ outcome: Session.Reload) {
    defer { Reloading.giveBack() }
    let asked = Set(reloadsFor)
    reloadsFor = []
    if case .good(let new) = outcome { blank.adopt(new) }
    if case .broken(let problems) = outcome, !reload.isRequested {
      for problem in problems { report(problem) }
    }
    for place in clients.indices {
      guard let key = clients[place]?.key else { continue }
      if asked.contains(key) {
        clients[place]?.connection.finishReload(outcome)
      } else if case .good(let new) = outcome {
        clients[place]?.connection.adopt(new)
        clients[place]?.connection.notify(.reloaded)
      } else if !reload.isRequested {
        clients[place]?.connection.notify(.reloadFailed)
      }
      enqueue(place)
    }
  }
}
