import Foundation
import Glibc
import TestSupport

/// A program that runs beside the test, in a process group of its own: all that it started ends
/// with it.
///
/// Its streams are files: there is no pipe that another program could hold open.
final class LaunchedProgram {
  let identifier: pid_t
  let output: URL
  let errors: URL
  private var status: Int32?

  /// Starts a program that is found by PATH.
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - folder: where the files of its streams are made.
  init(
    _ words: [String], environment: [String: String] = [:], input: String? = nil, folder: URL
  ) throws {
    let name = "\(UUID().uuidString)"
    output = folder.appendingPathComponent("\(name).out")
    errors = folder.appendingPathComponent("\(name).err")
    var inputPath = "/dev/null"
    if let input {
      let file = folder.appendingPathComponent("\(name).in")
      try Data(input.utf8).write(to: file)
      inputPath = file.path
    }
    let program = words[0].contains("/") ? words[0] : Tool.path(words[0])
    guard let program else { throw BridgeFailure("\(words[0]) is not installed") }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    let write = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output.path, write, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, write, 0o600)
    // Other tests' pipes are none of its business.
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let variables = Self.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    var arguments = words.map { strdup($0) } + [nil]
    var environ = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + environ { free(text) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, &actions, &attributes, &arguments, &environ)
    guard failure == 0 else {
      throw BridgeFailure("\(words[0]): \(String(cString: strerror(failure)))")
    }
    identifier = child
  }

  private static let environment: [String: String] = {
    let own = ProcessInfo.processInfo.environment
    var variables = ["LANG": "C.UTF-8", "VAGVISARE": Bridges.program.path]
    variables["PATH"] = (own["PATH"] ?? "") + ":/usr/sbin:/sbin"
    variables["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH"]
    variables["HOME"] = own["HOME"]
    return variables
  }()

  deinit { kill() }

  var isRunning: Bool { ended() == nil }

  /// What it has written so far.
  var outputText: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
  var errorText: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

  func signal(_ number: Int32) { _ = Glibc.kill(identifier, number) }

  /// Sends a signal; its exit code once it has ended.
  func signalAndWait(_ number: Int32) throws -> Int32 {
    signal(number)
    return try waitForEnd()
  }

  /// Ends it and all that it started.
  func kill() {
    guard ended() == nil else { return killGroup() }
    killGroup()
    var raw: Int32 = 0
    while waitpid(identifier, &raw, 0) < 0, errno == EINTR {}
    status = raw
  }

  private func killGroup() { _ = Glibc.kill(-identifier, SIGKILL) }

  /// Its exit code once it has ended by itself, or the signal's number and 128.
  @discardableResult func waitForEnd(within seconds: Double = ChildProgram.patience) throws -> Int32
  {
    try eventually(within: seconds, "the end of a program: \(errorText)") { ended() }
  }

  private func ended() -> Int32? {
    if status == nil {
      var raw: Int32 = 0
      if waitpid(identifier, &raw, WNOHANG) == identifier { status = raw }
    }
    return status.map { $0 & 0x7F == 0 ? ($0 >> 8) & 0xFF : 128 + ($0 & 0x7F) }
  }

  /// Its living children, and theirs, whose command line holds a text.
  func children(_ part: String) -> [pid_t] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.filter { process in
      guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return false }
      // After the name, which may hold anything: the state.
      let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
      return fields.first != nil && fields[0] != "Z"
        && getpgid(process) == identifier && process != identifier
        && String(decoding: line, as: UTF8.self).contains(part)
    }
  }

  /// Its memory that is resident.
  func residentKiB() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
    guard let line = status.firstMatch(of: /VmRSS:\s+([0-9]+) kB/), let count = Int(line.output.1)
    else { throw BridgeFailure("no memory in \(status)") }
    return count
  }

  /// How many living processes are of its group.
  var groupSize: Int {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.count { getpgid($0) == identifier && $0 != 0 }
  }
}
