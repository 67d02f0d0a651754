import Glibc
import System

/// How `serve --listen` bears many connections: a thousand that are open, a hundred of them asking, as
/// fast as they are answered or each twice a second, as people at their busiest would.
struct Listening {
  let program: String
  let folder: String
  let cache: String

  private static let connections = 1000
  private static let asking = 100
  private static let rounds = 40

  func run(_ questions: [String]) {
    let path = cache + "/socket"
    let words = [program, "serve", "--listen", path, "--knowledge", folder]
    guard let child = Child(words, environment: ["VAGVISARE_CACHE=" + cache]) else { return }
    defer {
      kill(child.process, SIGTERM)
      close(child.input)
      print("… greatest memory \(child.wait().memory) KiB")
    }
    raiseLimit()
    let requests = questions.map { Array("ctx= ask \($0)\n".utf8) }
    let begin = ContinuousClock.now
    var clients: [Client] = []
    while clients.count < Self.connections {
      guard let client = Client(path: path) else { return print("cannot connect") }
      clients.append(client)
    }
    var first = Timing()
    exchange(&clients, 0..<clients.count, rounds: 1, pause: 0, requests, &first)
    let took = Timing.nanoseconds(ContinuousClock.now - begin)
    print("\(clients.count) connections, each answered once: \(took / 1_000_000) ms")
    for pause in [500_000_000, 0] {
      var timing = Timing()
      let rounds = pause > 0 ? Self.rounds / 4 : Self.rounds
      exchange(&clients, 0..<Self.asking, rounds: rounds, pause: pause, requests, &timing)
      let how = pause > 0 ? "twice a second" : "without a pause"
      timing.show("… \(Self.asking) of them ask \(how)")
    }
  }

  private func raiseLimit() {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(kind, &limit)
  }

  private struct Client {
    let descriptor: Int32
    var tail: [UInt8] = []
    var left = 0
    var sent = 0
    /// When it asks next, where nothing is under way.
    var next: Int?

    init?(path: String) {
      for _ in 0..<5000 {
        let own = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafeMutablePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(own, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
          }
        }
        if code == 0 {
          descriptor = own
          return
        }
        close(own)
        // It does not listen yet.
        usleep(2000)
      }
      return nil
    }

    /// Reads what has come; whether a reply has ended.
    mutating func read() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      tail = Array((tail + buffer[..<max(0, count)]).suffix(7))
      return tail == Array("- . ok\n".utf8)
    }
  }

  private static var now: Int { Int(monotonicNanoseconds()) }

  /// Each of some clients asks so many times, so long after its last question at the earliest.
  private func exchange(
    _ clients: inout [Client], _ range: Range<Int>, rounds: Int, pause: Int,
    _ requests: [[UInt8]], _ timing: inout Timing
  ) {
    let start = Self.now
    for place in range {
      clients[place].left = rounds
      // Spread over the first pause.
      clients[place].next = start + pause * place / range.count
    }
    var left = range.count
    var waits = range.map { pollfd(fd: clients[$0].descriptor, events: Int16(POLLIN), revents: 0) }
    while left > 0 {
      let now = Self.now
      for place in range {
        guard let next = clients[place].next, next <= now else { continue }
        let request = requests[(place * 131 + clients[place].left * 17) % requests.count]
        clients[place].next = nil
        clients[place].tail = []
        clients[place].sent = Self.now
        let count = write(clients[place].descriptor, request, request.count)
        guard count == request.count else { return }
      }
      guard poll(&waits, nfds_t(waits.count), 1) >= 0 else { return }
      let read = Self.now
      for (number, place) in range.enumerated() where waits[number].revents != 0 {
        guard clients[place].read() else { continue }
        timing.add(read - clients[place].sent)
        clients[place].left -= 1
        if clients[place].left > 0 {
          clients[place].next = clients[place].sent + pause
        } else {
          left -= 1
        }
      }
    }
  }
}
