import FoundationEssentials
import Glibc

/// Mixed load for a long time: people who ask, go on from an answer, leave and come back, on two replicas
/// behind HAProxy, of which one is killed each minute, as soon as the other serves, and on a third that lives
/// through it all. All read their knowledge again every ten seconds, and learn anew every five minutes.
struct Soak {
  private static let (behindBalancer, besideIt) = (40, 10)
  private static let second = 1_000_000_000

  let program: String
  let folder: String
  let cache: String
  let minutes: Int

  /// What was counted, of one minute or of all.
  private struct Tally {
    var (askedAgain, stale, wrong, double, lost) = (0, 0, 0, 0, 0)
    /// Of those behind the balancer, and of those beside it.
    var waits: [[Int]] = [[], []]

    mutating func count(_ event: SoakClient.Event, _ side: Int) {
      switch event {
      case .answered(let nanoseconds): waits[side].append(nanoseconds)
      case .askedAgain: askedAgain += 1
      case .stale: stale += 1
      case .wrong: wrong += 1
      case .double: double += 1
      case .lost: lost += 1
      }
    }

    mutating func add(_ other: Tally) {
      askedAgain += other.askedAgain
      stale += other.stale
      wrong += other.wrong
      double += other.double
      lost += other.lost
      for side in waits.indices { waits[side] += other.waits[side] }
    }

    private static func milliseconds(_ nanoseconds: Int) -> String {
      let hundredths = nanoseconds / 10_000
      return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    var answered: Int { waits[0].count + waits[1].count }

    func percentiles(_ side: Int) -> String {
      let sorted = waits[side].sorted()
      guard let longest = sorted.last else { return "-" }
      let (half, most) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
      return [half, most, longest].map(Self.milliseconds).joined(separator: " ")
    }
  }

  /// Whether nothing was lost, answered twice or otherwise.
  func run() -> Bool {
    signal(SIGPIPE, SIG_IGN)
    let knowledge = cache + "/Knowledge"
    guard (try? FileManager.default.copyItem(atPath: folder, toPath: knowledge)) != nil,
      let talks = SoakTalks(
        transcripts: folder + "/../Transcripts", program: program, folder: folder, cache: cache)
    else {
      print("no talks: \(folder)/../Transcripts")
      return false
    }
    defer { try? FileManager.default.removeItem(atPath: knowledge) }
    let ports = (0..<4).map { _ in SoakNetwork.freePort() }
    var servers = ports[1...].map { serve(on: $0, knowledge) }
    let balancer = balance(ports)
    defer { for child in servers + [balancer] { end(child) } }

    guard ports.reversed().allSatisfy(SoakNetwork.waitForGreeting) else {
      print("nobody greets")
      return false
    }
    print("\(talks.all.count) talks; of each minute, in ms: median, 99 %, longest")
    print("minute, answers, through HAProxy, beside it, asked again, stale, wrong, double, lost,")
    print("  MiB of the three, load of the machine")
    let begin = SoakNetwork.now
    var clients = (0..<Self.behindBalancer + Self.besideIt).map {
      SoakClient(
        port: $0 < Self.behindBalancer ? ports[0] : ports[3], start: begin + $0 * Self.second / 50)
    }
    var (all, last) = (Tally(), Tally())
    var (reload, minute) = (1, 0)
    /// Which of the two is killed next, and when; which of them is started again, and when.
    var (victim, killAt) = (0, begin + 60 * Self.second)
    var restartAt: (place: Int, time: Int)?
    while minute < minutes {
      let now = SoakNetwork.now
      for place in clients.indices {
        let side = place < Self.behindBalancer ? 0 : 1
        clients[place].advance(at: now, talks) { last.count($0, side) }
      }
      if now - begin >= reload * 10 * Self.second {
        if reload % 30 == 0 { change(knowledge) }
        for case let server? in servers { kill(server.process, SIGHUP) }
        reload += 1
      }
      if let (place, time) = restartAt, now >= time {
        servers[place] = serve(on: ports[place + 1], knowledge)
        restartAt = nil
      }
      if now - begin >= (minute + 1) * 60 * Self.second {
        report(minute + 1, last, servers)
        all.add(last)
        last = Tally()
        minute += 1
      }
      if now >= killAt {
        // To kill the only one that serves would show nothing.
        if restartAt == nil, SoakNetwork.greets(ports[2 - victim]) {
          end(servers[victim])
          servers[victim] = nil
          restartAt = (victim, now + 3 * Self.second)
          victim = 1 - victim
          killAt = max(killAt + 60 * Self.second, now + 10 * Self.second)
        } else {
          killAt = now + Self.second
        }
      }
      wait(&clients, talks, &last)
    }
    report(0, all, servers)
    return all.wrong + all.double + all.lost == 0 && all.answered > 0
  }

  private func wait(_ clients: inout [SoakClient], _ talks: SoakTalks, _ tally: inout Tally) {
    var waits = clients.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    guard poll(&waits, nfds_t(waits.count), 5) > 0 else { return }
    let now = SoakNetwork.now
    for place in clients.indices where waits[place].revents != 0 {
      let side = place < Self.behindBalancer ? 0 : 1
      clients[place].read(at: now, talks) { tally.count($0, side) }
    }
  }

  // MARK: Programs

  private func start(_ words: [String], _ environment: [String]) -> Child? {
    // What they say of their beginning is not shown.
    Child(
      ["/bin/sh", "-c", "exec \"$0\" \"$@\" 2>/dev/null"] + words,
      environment: ["VAGVISARE_CACHE=" + cache, "PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/bin"]
        + environment)
  }

  private func serve(on port: UInt16, _ knowledge: String) -> Child? {
    start([program, "serve", "--listen", "127.0.0.1:\(port)", "--knowledge", knowledge], [])
  }

  private func balance(_ ports: [UInt16]) -> Child? {
    let configuration = folder + "/../Sources/Bridges/balancer/haproxy.cfg"
    let names = ["FRONT", "FIRST", "SECOND"]
    return start(
      ["haproxy", "-db", "-f", configuration],
      zip(names, ports).map { "VAGVISARE_\($0)=127.0.0.1:\($1)" })
  }

  private func end(_ child: Child?) {
    guard let child else { return }
    kill(child.process, SIGKILL)
    close(child.input)
    _ = child.wait()
  }

  /// The same knowledge with other bytes: it is learnt anew, and tokens are stale.
  private func change(_ knowledge: String) {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: knowledge)) ?? []
    guard let topic = paths.sorted().first(where: { $0.hasSuffix(".topic") }) else { return }
    let descriptor = open(knowledge + "/" + topic, O_WRONLY | O_APPEND | O_CLOEXEC)
    let line = Array("\n# soak\n".utf8)
    _ = write(descriptor, line, line.count)
    close(descriptor)
  }

  // MARK: Reports

  private func report(_ minute: Int, _ tally: Tally, _ servers: [Child?]) {
    let memory = servers.map { child in
      child.flatMap { Self.memory(of: $0.process) }.map { "\($0 / 1024)" } ?? "-"
    }
    let load = Self.words(of: "/proc/loadavg").first ?? "-"
    let name = minute == 0 ? "all" : "\(minute)"
    print(
      "\(name): \(tally.answered) | \(tally.percentiles(0)) | \(tally.percentiles(1)) | again \(tally.askedAgain), stale \(tally.stale), wrong \(tally.wrong), double \(tally.double), lost \(tally.lost) | \(memory.joined(separator: " ")) | load \(load)"
    )
    fflush(nil)
  }

  /// What is resident, in KiB.
  private static func memory(of process: pid_t) -> Int? {
    let words = words(of: "/proc/\(process)/status")
    return words.firstIndex(of: "VmRSS:").flatMap { Int(words[$0 + 1]) }
  }

  private static func words(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
  }
}
