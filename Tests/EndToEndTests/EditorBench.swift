import Foundation
import Glibc
import TestSupport

/// A folder with a knowledge and transcripts of its own, and the built program run in it.
///
/// Children are started with posix_spawn and pipes that no other child inherits: several tests do so
/// at the same time, and a pipe held by a stranger never ends.
final class EditorBench {
  /// What a run of a command gave.
  struct Outcome: Equatable {
    var status: Int32 = 0
    var out = ""
    var err = ""
  }

  let folder: URL

  /// A bench with files by their paths; the small knowledge where no other is given.
  init(
    _ files: [String: String] = [:], knowledge: [String: String] = SmallKnowledge.plainlyExplained
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    var all = files
    for (path, text) in knowledge { all["Knowledge/\(path)"] = text + "\n" }
    // Below a new folder, whose name no output shows.
    folder = try SmallKnowledge.write(all)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program, as it was built with the tests.
  static let program: String = {
    let beside = CommandLine.arguments.prefix(2).map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("vagvisare").path
    }
    let built = ["release", "debug"].map {
      package.appendingPathComponent(".build/\($0)/vagvisare").path
    }
    return (beside + built).first(where: FileManager.default.isExecutableFile) ?? built[0]
  }()

  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  // MARK: Files

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // In place, as many editors write. A child that starts at this moment must not inherit the open
    // file: to a watch it would stay unfinished until the child ends.
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Missing(text: text, file: name) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try read(name)
    guard text.contains(old) else { throw Missing(text: old, file: name) }
    try write(text.replacing(old, with: new), to: name)
  }

  struct Missing: Error {
    let text: String
    let file: String
  }

  // MARK: Running

  /// Runs a command of the program to its end, at most a minute.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run([Self.program] + arguments, input: input, environment: environment)
  }

  /// Runs any program.
  func run(
    _ words: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let child = try Child(words, folder: folder.path, environment: Self.variables(environment))
    child.write(input)
    child.closeInput()
    return try child.outcome()
  }

  /// Runs git with an author and a date of its own.
  func git(_ arguments: String..., date: String = "2026-01-01T12:00:00") throws {
    let outcome = try run(
      [
        "git", "-c", "user.name=Eva", "-c", "user.email=eva@ort.se", "-c",
        "init.defaultBranch=main",
        "-c", "commit.gpgsign=false",
      ] + arguments,
      environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    guard outcome.status == 0 else { throw Missing(text: outcome.err, file: "git") }
  }

  /// Starts a command that goes on.
  func start(_ arguments: String..., environment: [String: String] = [:]) throws -> Child {
    try Child(
      [Self.program] + arguments, folder: folder.path, environment: Self.variables(environment))
  }

  static func variables(_ more: [String: String]) -> [String: String] {
    // No cache: a test that limits what may be written limits the transcripts, nothing else.
    var variables = [
      "LANG": "en_US.UTF-8", "HOME": "/nonexistent", "TZ": "UTC", "VAGVISARE_CACHE": "/dev/null",
    ]
    for name in ["PATH", "LD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables.merging(more) { $1 }
  }
}

/// A running program, on pipes.
final class Child {
  private let pid: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var outBytes: [UInt8] = []
  private var errBytes: [UInt8] = []
  private var isEnded = false

  enum Failure: Error {
    case start(Int32)
    /// Nothing in time; what had been written until then.
    case timedOut(out: String, err: String)
    case ended(out: String, err: String)
  }

  init(_ words: [String], folder: String, environment: [String: String]) throws {
    var (stdin, stdout, stderr): ([Int32], [Int32], [Int32]) = ([0, 0], [0, 0], [0, 0])
    for result in [Self.pipe(&stdin), Self.pipe(&stdout), Self.pipe(&stderr)] where result != 0 {
      throw Failure.start(errno)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, stdin[0], 0)
    posix_spawn_file_actions_adddup2(&actions, stdout[1], 1)
    posix_spawn_file_actions_adddup2(&actions, stderr[1], 2)
    // env goes to the folder, undoes what signals this process ignores, and becomes the program.
    var arguments =
      (["env", "--default-signal", "--chdir=\(folder)"] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, "env", &actions, nil, &arguments, &variables)
    for end in [stdin[0], stdout[1], stderr[1]] { close(end) }
    (pid, input, output, errors) = (child, stdin[1], stdout[0], stderr[0])
    if failure != 0 {
      isEnded = true
      throw Failure.start(failure)
    }
  }

  /// A pipe that no child inherits, not even one that another thread starts at this moment. The
  /// system's headers hide the call from Swift.
  private static func pipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
    typealias Call = @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32
    return unsafeBitCast(dlsym(nil, "pipe2"), to: Call.self)(ends, O_CLOEXEC)
  }

  deinit {
    closeInput()
    close(output)
    close(errors)
    if !isEnded {
      Glibc.kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  func kill(_ number: Int32) { Glibc.kill(pid, number) }

  private var out: String { String(decoding: outBytes, as: UTF8.self) }
  private var err: String { String(decoding: errBytes, as: UTF8.self) }

  /// Waits until the output has a text, and takes everything up to its end; so the next wait is for
  /// what comes after.
  func wait(for text: String, seconds: Double = ChildProgram.patience) throws -> String {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let range = out.firstRange(of: text) {
        let taken = String(out[..<range.upperBound])
        outBytes.removeFirst(taken.utf8.count)
        return taken
      }
      guard try readMore(until: deadline) else { throw Failure.ended(out: out, err: err) }
    }
  }

  /// Waits until the messages have a text.
  func waitForMessage(_ text: String, seconds: Double = ChildProgram.patience) throws {
    let deadline = Date().addingTimeInterval(seconds)
    while !err.contains(text) {
      guard try readMore(until: deadline) else { throw Failure.ended(out: out, err: err) }
    }
  }

  /// Everything that is written until the end, and how it ended: the exit code, or 128 and more for
  /// a signal.
  func outcome(seconds: Double = ChildProgram.patience) throws -> EditorBench.Outcome {
    let deadline = Date().addingTimeInterval(seconds)
    while try readMore(until: deadline) {}
    var status: Int32 = 0
    while true {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { break }
      if ended < 0, errno != EINTR { break }
      if Date() > deadline { throw Failure.timedOut(out: out, err: err) }
      usleep(1000)
    }
    isEnded = true
    let signal = status & 0x7F
    return EditorBench.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, out: out, err: err)
  }

  private var openEnds: [Int32] { (outIsOpen ? [output] : []) + (errIsOpen ? [errors] : []) }
  private var outIsOpen = true
  private var errIsOpen = true

  /// Reads what comes; false when both ends are closed.
  private func readMore(until deadline: Date) throws -> Bool {
    var polls = openEnds.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if polls.isEmpty { return false }
    let left = deadline.timeIntervalSinceNow
    let count = left > 0 ? poll(&polls, nfds_t(polls.count), Int32(left * 1000) + 1) : 0
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { throw Failure.timedOut(out: out, err: err) }
    for entry in polls where entry.revents != 0 {
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = read(entry.fd, &buffer, buffer.count)
      if entry.fd == output {
        if count > 0 { outBytes += buffer[..<count] } else { outIsOpen = false }
      } else {
        if count > 0 { errBytes += buffer[..<count] } else { errIsOpen = false }
      }
    }
    return true
  }
}
