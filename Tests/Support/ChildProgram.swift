import Glibc
import Synchronization

/// A program that a test has started and speaks to through pipes. Nothing waits beyond its deadline,
/// so that no test can hang.
///
/// Not Foundation's `Process`: its children inherit the signal mask of the thread that starts them,
/// and the threads that tests run on block nearly every signal, so that SIGTERM and SIGHUP would
/// never reach the program; and a pipe's end that a child has inherited by chance keeps it open.
package final class ChildProgram {
  /// What one of the program's standard streams is.
  package enum Stream {
    case pipe, null, closed
    /// A descriptor of the test's own.
    case descriptor(Int32)
  }

  /// How the program ended.
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  package enum Trouble: Error {
    case cannotStart(path: String, errno: Int32)
    /// The deadline has passed; what was read until then.
    case silent(String)
    /// The output has ended where more was expected; the unfinished rest.
    case ended(String)
    /// Nobody reads the program's input any more.
    case deaf
  }

  /// The most seconds that anything is waited for, unless a test says otherwise.
  package static let patience = 600.0

  package let identifier: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var ending: Ending?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - blocking: Signals that the program finds blocked, as under a careless parent.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String? = nil,
    stdin: Stream = .pipe, stdout: Stream = .pipe, stderr: Stream = .null,
    blocking: [Int32] = []
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    let (code, identifier, streams) = spawning.withLock { _ in
      var spawn = SpawnActions()
      defer { spawn.finish() }
      let streams = (spawn.stream(0, stdin), spawn.stream(1, stdout), spawn.stream(2, stderr))
      // `env` changes the folder and becomes the program.
      let words = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [path] + arguments
      var identifier: pid_t = 0
      let code = spawn.run(
        words, environment.map { "\($0.key)=\($0.value)" }, blocking, &identifier)
      return (code, identifier, streams)
    }
    (input, output, errors) = streams
    self.identifier = identifier
    guard code == 0 else {
      ending = .exited(127)
      throw Trouble.cannotStart(path: path, errno: code)
    }
  }

  deinit {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    if ending == nil {
      kill(identifier, SIGKILL)
      waitpid(identifier, nil, 0)
    }
  }

  // MARK: Writing

  /// Writes everything, however slowly it is taken.
  package func write(_ bytes: [UInt8], within seconds: Double = patience) throws {
    let deadline = Deadline(seconds)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = writeSome(rest)
      guard written >= 0 else { throw Trouble.deaf }
      rest = rest.dropFirst(written)
      if written == 0, !deadline.wait(for: input, Int16(POLLOUT)) { throw Trouble.silent("") }
    }
  }

  /// Writes as much as is taken until nothing has been for a while; how many bytes that were.
  package func writeWhatIsTaken(_ bytes: [UInt8], patience seconds: Double) throws -> Int {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = writeSome(rest)
      guard written >= 0 else { throw Trouble.deaf }
      rest = rest.dropFirst(written)
      if written == 0, !Deadline(seconds).wait(for: input, Int16(POLLOUT)) { break }
    }
    return bytes.count - rest.count
  }

  /// Writes what is taken at once: 0 where nothing is, below 0 where nobody reads.
  private func writeSome(_ bytes: ArraySlice<UInt8>) -> Int {
    let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : count
  }

  package func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  package func closeOutput() {
    if output >= 0 { close(output) }
    output = -1
  }

  // MARK: Reading

  /// The next bytes of the output; nil at its end.
  package func readSome(within seconds: Double = patience) throws -> [UInt8]? {
    guard Deadline(seconds).wait(for: output, Int16(POLLIN)) else { throw Trouble.silent("") }
    return Self.read(output)
  }

  /// Nil at the end.
  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return [] }
    return count > 0 ? Array(chunk[..<count]) : nil
  }

  /// Writes everything and ends the input, and reads both outputs to their end, all at once.
  package func exchange(
    _ bytes: [UInt8] = [], within seconds: Double = patience
  ) throws -> (out: [UInt8], err: [UInt8]) {
    let deadline = Deadline(seconds)
    var rest = bytes[...]
    var (out, err): ([UInt8], [UInt8]) = ([], [])
    if rest.isEmpty { closeInput() }
    while output >= 0 || errors >= 0 {
      var waits = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, 3, deadline.milliseconds) > 0 else {
        throw Trouble.silent(String(decoding: out, as: UTF8.self))
      }
      if waits[0].revents != 0 {
        let written = writeSome(rest)
        rest = written < 0 ? [] : rest.dropFirst(written)
        if rest.isEmpty { closeInput() }
      }
      if waits[1].revents != 0 {
        if let more = Self.read(output) { out += more } else { closeOutput() }
      }
      if waits[2].revents != 0 {
        if let more = Self.read(errors) {
          err += more
        } else {
          close(errors)
          errors = -1
        }
      }
    }
    return (out, err)
  }

  // MARK: Ending

  package func send(signal number: Int32) { kill(identifier, number) }

  /// Waits for the program's end; kills it, and throws, where the deadline passes.
  package func wait(within seconds: Double = patience) throws -> Ending {
    if let ending { return ending }
    let deadline = Deadline(seconds)
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      guard deadline.milliseconds > 0 else { throw Trouble.silent("") }
      usleep(1000)
    }
    let number = status & 0x7F
    let ending = number == 0 ? Ending.exited(status >> 8 & 0xFF) : .killed(signal: number)
    self.ending = ending
    return ending
  }
}

/// Opens a pipe that no child inherits unless it is laid there.
package func openPipe(_ ends: inout [Int32]) -> Bool {
  guard pipe(&ends) == 0 else { return false }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return true
}

/// One at a time: between the opening of a pipe and its mark to be closed, no other child may start.
private let spawning = Mutex(())

/// A moment by which something must have happened.
private struct Deadline {
  private let end: ContinuousClock.Instant

  init(_ seconds: Double) {
    end = ContinuousClock.now + .seconds(seconds)
  }

  /// What is left, for `poll`; 0 when it has passed.
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: end)
    return left <= .zero ? 0 : Int32(left / .milliseconds(1)) + 1
  }

  /// Whether the descriptor became ready in time.
  func wait(for descriptor: Int32, _ events: Int16) -> Bool {
    var one = pollfd(fd: descriptor, events: events, revents: 0)
    while true {
      let count = poll(&one, 1, milliseconds)
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }
}

/// What is done between `fork` and `exec`.
private struct SpawnActions {
  private var actions = posix_spawn_file_actions_t()
  private var childEnds: [Int32] = []

  init() { posix_spawn_file_actions_init(&actions) }

  /// Lays a stream of the child; the test's end of the pipe, or -1 where there is none.
  mutating func stream(_ number: Int32, _ stream: ChildProgram.Stream) -> Int32 {
    switch stream {
    case .null:
      posix_spawn_file_actions_addopen(
        &actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
      return -1
    case .closed:
      posix_spawn_file_actions_addclose(&actions, number)
      return -1
    case .descriptor(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      return -1
    case .pipe:
      var ends: [Int32] = [-1, -1]
      guard openPipe(&ends) else { return -1 }
      let (own, childs) = number == 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
      _ = fcntl(own, F_SETFL, O_NONBLOCK)
      posix_spawn_file_actions_adddup2(&actions, childs, number)
      childEnds.append(childs)
      return own
    }
  }

  mutating func run(
    _ words: [String], _ environment: [String], _ blocked: [Int32], _ identifier: inout pid_t
  ) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in blocked { sigaddset(&mask, number) }
    posix_spawnattr_setsigmask(&attributes, &mask)
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawn(
      &identifier, words[0], &actions, &attributes, &arguments, &variables)
  }

  mutating func finish() {
    posix_spawn_file_actions_destroy(&actions)
    for descriptor in childEnds { close(descriptor) }
  }
}
