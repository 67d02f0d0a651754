import Conversation
import Glibc
import Knowledge
import Understanding

/// How long things take, on this machine, with this knowledge.
struct Speed {
  let folder: String

  func run() {
    let (loaded, load) = best(of: 5) { KnowledgeLoader.load(folder: folder) }
    guard let knowledge = loaded.base else {
      for problem in loaded.problems { print(problem.description(in: .english)) }
      return
    }
    let questions = Self.examples(of: knowledge)
    print("\(knowledge.topics.count) topics, \(questions.count) example questions")
    show("load the folder", load)
    let (interpreter, compile) = best(of: 3) { Interpreter(knowledge: knowledge) }
    show("learn", compile)
    startFromCache()
    ask(questions, Responder(interpreter: interpreter))
  }

  /// Every example question of a knowledge.
  static func examples(of knowledge: KnowledgeBase) -> [String] {
    knowledge.topics.flatMap { topic in
      topic.texts.sorted { $0.key < $1.key }.flatMap { $0.value.examples.map(\.text) }
    }
  }

  private func startFromCache() {
    var template = Array("/tmp/vagvisare-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return }
    let cache = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let source = InterpreterSource(cache: CompiledCache(folder: cache, program: 1))
    // Files changed within the last second have no stamp yet.
    _ = source.open(folder: folder)
    let (opened, start) = best(of: 20) { source.open(folder: folder) }
    if let interpreter = opened.interpreter {
      show("start from the cache", start)
      let (_, prepare) = best(of: 20) { Responder(interpreter: interpreter) }
      show("prepare answering", prepare)
    }
    let files = (FolderListing(folder: cache)?.files() ?? []).filter {
      $0.path.hasSuffix(".compiled")
    }
    for file in files {
      print("the cache's file: \((file.bytes?.count ?? 0) / 1024) KiB")
      unlink(cache + "/" + file.path)
    }
    rmdir(cache)
  }

  private func ask(_ questions: [String], _ responder: Responder) {
    var interpretation = Timing()
    var reply = Timing()
    for round in 0..<4 {
      for question in questions {
        let start = processorTime()
        let found = responder.interpreter.interpret(question)
        let middle = processorTime()
        let turn = responder.reply(to: question, language: nil)
        let end = processorTime()
        precondition(!found.candidates.isEmpty && !turn.reply.topics.isEmpty)
        // The first round warms the caches.
        guard round > 0 else { continue }
        interpretation.add(middle - start)
        reply.add(end - middle)
      }
    }
    interpretation.show("understand a question")
    reply.show("answer a question, understanding included")
  }
}

/// Durations of the same thing, many times over.
struct Timing {
  private var nanoseconds: [Int] = []

  mutating func add(_ time: Int) { nanoseconds.append(time) }

  func show(_ name: String) {
    let sorted = nanoseconds.sorted()
    guard !sorted.isEmpty else { return }
    let mean = sorted.reduce(0, +) / sorted.count
    let ninetyNine = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    print(
      "\(name): mean \(Self.micro(mean)) µs, median \(Self.micro(sorted[sorted.count / 2])) µs, 99 % below \(Self.micro(ninetyNine)) µs, \(1_000_000_000 / max(1, mean)) a second"
    )
  }

  static func nanoseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }

  static func micro(_ nanoseconds: Int) -> String {
    "\(nanoseconds / 1000).\(nanoseconds % 1000 / 100)"
  }
}

/// The nanoseconds that this thread has had of a processor: other programs make it no longer.
func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The result, and the shortest of several times.
func best<Result>(of count: Int, _ body: () -> Result) -> (Result, Duration) {
  var shortest = Duration.seconds(1 << 30)
  var result = body()
  for _ in 0..<count {
    let start = ContinuousClock.now
    result = body()
    shortest = min(shortest, ContinuousClock.now - start)
  }
  return (result, shortest)
}

func show(_ name: String, _ duration: Duration) {
  print("\(name): \(Timing.micro(Timing.nanoseconds(duration) / 1000)) ms")
}
