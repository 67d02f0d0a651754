import Glibc

/// `vagvisare serve --jsonl` as a child: questions go in as they come, answers come out under the
/// question's number. When it dies or is silent, what it was asked has failed, and it starts again.
package final class Assistant {
  /// What became of a question; nil where it failed.
  package typealias Outcome = (question: Int, answer: Answer?)

  /// Seconds that an answer may take; that the first one may, for which the knowledge is read; and
  /// until what has failed is started again.
  private static let (patience, startPatience, pause) = (10.0, 30.0, 5.0)
  /// What the protocol allows to be unanswered.
  private static let window = 64

  private let program: String
  private let report: (String) -> Void
  private var child: Child?
  private var lines = LineBuffer()
  private var startAgain: Moment = 0
  /// Asked and not answered, the oldest first, each with the moment when patience ends.
  private var asked: [(id: Int, deadline: Moment)] = []
  /// Not asked yet, as the window is full.
  private var waiting: [(request: ServedRequest, since: Moment)] = []
  private var failed: [Outcome] = []

  /// The text for when something fails; asked for while nothing has.
  package private(set) var fallback: [String] = []

  package init(program: String, report: @escaping (String) -> Void) {
    (self.program, self.report) = (program, report)
  }

  /// The number of the request for the fixed text; questions have others.
  private static let hello = 0

  /// Starts the program where it does not run and may be started.
  package func start(at now: Moment) {
    guard child == nil, now >= startAgain else { return }
    startAgain = now + Self.pause
    lines = LineBuffer()
    guard let started = Child([program, "serve", "--jsonl"]) else {
      return report("\(program) cannot be started")
    }
    child = started
    asked = [(Self.hello, now + Self.startPatience)]
    started.write(ServedRequest(id: Self.hello, verb: "hello").line)
  }

  /// Starts the program and waits for its fixed text; false where none comes.
  package func startAndWait() -> Bool {
    start(at: currentMoment())
    while let child, fallback.isEmpty {
      _ = wait(reading: [child.readable], writing: [], until: deadline)
      _ = outcomes(at: currentMoment())
    }
    return !fallback.isEmpty
  }

  package func ask(_ question: Int, _ text: String, in conversation: String, at now: Moment) {
    guard child != nil else { return failed.append((question, nil)) }
    waiting.append(
      (
        ServedRequest(
          id: question, verb: "ask", conv: conversation, text: ServedRequest.question(text)), now
      ))
    send(at: now)
  }

  private func send(at now: Moment) {
    while asked.count < Self.window, !waiting.isEmpty, let child {
      let request = waiting.removeFirst().request
      // While the knowledge is read, nobody answers; afterwards each has its own patience.
      asked.append((request.id, max(now + Self.patience, asked.first?.deadline ?? 0)))
      child.write(request.line)
    }
  }

  /// What has come of the questions by now.
  package func outcomes(at now: Moment) -> [Outcome] {
    var outcomes = failed
    failed = []
    guard let child else { return outcomes }
    child.flush()
    while let bytes = child.read() {
      if bytes.isEmpty { break }
      for line in lines.add(bytes) { take(line, into: &outcomes) }
    }
    send(at: now)
    if child.hasEnded {
      fail("\(program) has ended", into: &outcomes)
    } else if let first = asked.first, now >= first.deadline {
      fail("no answer from \(program)", into: &outcomes)
    }
    return outcomes
  }

  private func take(_ line: [UInt8], into outcomes: inout [Outcome]) {
    switch ServedLine(line) {
    case .answer(Self.hello, let answer):
      fallback = answer.text
      asked.removeAll { $0.id == Self.hello }
    case .answer(let id, let answer):
      asked.removeAll { $0.id == id }
      outcomes.append((id, answer))
    case .failure(let id):
      asked.removeAll { $0.id == id }
      if id != Self.hello { outcomes.append((id, nil)) }
    case .other: break
    }
  }

  private func fail(_ why: String, into outcomes: inout [Outcome]) {
    report(why)
    child?.end()
    child = nil
    outcomes += asked.filter { $0.id != Self.hello }.map { ($0.id, nil) }
    outcomes += waiting.map { ($0.request.id, nil) }
    (asked, waiting) = ([], [])
  }

  package func stop() {
    child?.end(within: 1)
    child = nil
  }

  // MARK: For the loop

  package var reading: [Int32] { child.map { [$0.readable] } ?? [] }
  package var writing: [Int32] { child?.writable.map { [$0] } ?? [] }

  /// When to look again though nothing has come.
  package var deadline: Moment {
    if !failed.isEmpty { return 0 }
    return child == nil ? startAgain : asked.first?.deadline ?? .infinity
  }
}
