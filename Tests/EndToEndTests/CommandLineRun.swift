import Glibc
import Synchronization
import TestSupport

/// The program run from a command line to its end, its streams pipes or files.
struct CommandLineRun {
  enum Trouble: Error {
    case cannotStart(errno: Int32)
    /// The program had not ended when the deadline passed; what it had written.
    case hangs(out: String, err: String)
  }

  /// The exit code; below 0 the number of the signal that ended the program.
  let status: Int32
  let out: String
  let err: String

  private static let patience = Duration.seconds(ChildProgram.patience)

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - variables: Beside PATH; what stands here is all that the program knows of its surroundings.
  ///   - stdout: A file instead of a pipe, as `/dev/full`; empty for a stream that is closed.
  ///   - reads: Whether anybody reads what the program answers.
  init(
    _ arguments: [String], input: String = "", knowledge: String?,
    variables: [String: String] = ["LANG": "en_GB.UTF-8"], stdout: String? = nil,
    reads: Bool = true, folder: String? = nil
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    let pipes = try Self.openPipes()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0][0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[2][1], STDERR_FILENO)
    switch stdout {
    case nil: posix_spawn_file_actions_adddup2(&actions, pipes[1][1], STDOUT_FILENO)
    case "": posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO)
    case let file?: posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY, 0)
    }
    let environment = BuiltCommand.environment(knowledge: knowledge, variables)
    // `env` changes the folder and becomes the program.
    let start = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [BuiltCommand.path]
    var words = (start + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var program: pid_t = 0
    let code = spawning.withLock { _ in
      posix_spawn(&program, start[0], &actions, nil, &words, &settings)
    }
    for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) }
    guard code == 0 else { throw Trouble.cannotStart(errno: code) }
    var open = [pipes[0][1], pipes[1][0], pipes[2][0]]
    defer { for descriptor in open where descriptor >= 0 { close(descriptor) } }
    if !reads {
      close(open[1])
      open[1] = -1
    }
    (status, out, err) = try Self.exchange(program, &open, input)
  }

  /// A pipe for each standard stream, which no program inherits unless it is laid there.
  private static func openPipes() throws -> [[Int32]] {
    try spawning.withLock { _ in
      try (0..<3).map { _ in
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Trouble.cannotStart(errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
      }
    }
  }

  /// Writes the input and reads both outputs, all at once, then waits for the end.
  private static func exchange(
    _ program: pid_t, _ open: inout [Int32], _ input: String
  ) throws -> (Int32, String, String) {
    let deadline = ContinuousClock.now + patience
    var rest = Array(input.utf8)[...]
    var outputs: [[UInt8]] = [[], [], []]
    _ = fcntl(open[0], F_SETFL, O_NONBLOCK)
    var status: Int32 = 0
    while open.contains(where: { $0 >= 0 }) || waitpid(program, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(program, SIGKILL)
        waitpid(program, nil, 0)
        throw Trouble.hangs(
          out: String(decoding: outputs[1], as: UTF8.self),
          err: String(decoding: outputs[2], as: UTF8.self))
      }
      var polls = open.enumerated().map { index, descriptor in
        pollfd(fd: descriptor, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      poll(&polls, 3, 20)
      if polls[0].revents != 0 {
        let count = rest.withUnsafeBytes { write(open[0], $0.baseAddress, $0.count) }
        rest = count < 0 && errno != EAGAIN ? [] : rest.dropFirst(max(0, count))
        if rest.isEmpty { end(&open[0]) }
      }
      for index in 1...2 where polls[index].revents != 0 {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = read(open[index], &chunk, chunk.count)
        if count > 0 { outputs[index] += chunk[..<count] } else { end(&open[index]) }
      }
    }
    let signal = status & 0x7F
    return (
      signal == 0 ? status >> 8 & 0xFF : -signal, String(decoding: outputs[1], as: UTF8.self),
      String(decoding: outputs[2], as: UTF8.self)
    )
  }

  private static func end(_ descriptor: inout Int32) {
    close(descriptor)
    descriptor = -1
  }
}

/// Between the opening of a pipe and its mark to be closed no other run may start its program.
private let spawning = Mutex(())
