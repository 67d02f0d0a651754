import Glibc

/// How long the built program takes: from its start to its answer, and through its pipe.
struct ProgramSpeed {
  let program: String
  let folder: String
  let cache: String

  /// So many requests are under way at once, as the protocol's greeting allows.
  private static let window = 64

  private var environment: [String] { ["LANG=sv_SE.UTF-8", "VAGVISARE_CACHE=" + cache] }

  /// A first start, which learns; then many, which find what was learnt.
  func start() {
    var timing = Timing()
    var processor = Timing()
    var memory = 0
    for round in 0..<41 {
      let begin = ContinuousClock.now
      guard let used = ask() else {
        print("cannot run \(program)")
        return
      }
      let took = Timing.nanoseconds(ContinuousClock.now - begin)
      if round == 0 {
        print("vagvisare ask, first start: \(took / 1_000_000) ms, \(used.memory / 1024) MiB")
        // Files changed within the last second are read again at the next start.
        sleep(2)
      } else if round > 1 {
        timing.add(took)
        processor.add(used.processor)
        memory = max(memory, used.memory)
      }
    }
    timing.show("vagvisare ask, later starts")
    processor.show("… of processor time")
    print("vagvisare ask, greatest memory: \(memory) KiB")
  }

  private func ask() -> (memory: Int, processor: Int)? {
    let words = [program, "ask", "--knowledge", folder, "Vem betalar boendet?"]
    guard let child = Child(words, environment: environment) else { return nil }
    close(child.input)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while read(child.output, &buffer, buffer.count) > 0 {}
    return child.wait()
  }

  /// Asks all questions, so many at once; each as the first of its conversation, or one after the other
  /// in one.
  func serve(_ questions: [String], inOneConversation: Bool) {
    let words = [program, "serve", "--knowledge", folder]
    guard let child = Child(words, environment: environment) else { return }
    let requests = questions.map {
      Array(((inOneConversation ? "" : "ctx= ") + "ask \($0)\n").utf8)
    }
    var (sent, answered) = (0, 0)
    var waiting: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var line: [UInt8] = []
    var begin: ContinuousClock.Instant?
    while answered < requests.count {
      while begin != nil, sent < requests.count, sent - answered < Self.window {
        waiting += requests[sent]
        sent += 1
      }
      if !waiting.isEmpty {
        let count = write(child.input, waiting, waiting.count)
        guard count > 0 else { break }
        waiting.removeFirst(count)
      }
      let count = read(child.output, &buffer, buffer.count)
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        guard byte == UInt8(ascii: "\n") else {
          line.append(byte)
          continue
        }
        // The greeting starts the clock; "- . ok" ends a reply.
        if begin == nil { begin = ContinuousClock.now }
        if line.starts(with: "- . ".utf8) { answered += 1 }
        line.removeAll(keepingCapacity: true)
      }
    }
    guard let begin else { return }
    let nanoseconds = Timing.nanoseconds(ContinuousClock.now - begin)
    close(child.input)
    let used = child.wait()
    let name = inOneConversation ? "in one conversation" : "each in its own"
    print(
      "vagvisare serve, \(name): \(answered * 1_000_000_000 / max(1, nanoseconds)) questions a second, \(used.processor / max(1, answered) / 1000) µs of processor time each, greatest memory \(used.memory) KiB"
    )
  }
}
