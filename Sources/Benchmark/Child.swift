import Glibc

/// Another program, with pipes to its input and from its output.
struct Child {
  let process: pid_t
  let input: Int32
  let output: Int32

  /// Starts a program; nil where it cannot be started.
  init?(_ words: [String], environment: [String]) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
    for end in [toChild[1], fromChild[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, &variables)
    close(toChild[0])
    close(fromChild[1])
    guard failure == 0 else {
      close(toChild[1])
      close(fromChild[0])
      return nil
    }
    (self.process, input, output) = (process, toChild[1], fromChild[0])
  }

  /// Waits for its end: its greatest memory in KiB and its processor time in nanoseconds.
  func wait() -> (memory: Int, processor: Int) {
    var usage = rusage()
    var status: Int32 = 0
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    close(output)
    let time =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000_000
      + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000
    return (Int(usage.ru_maxrss), time)
  }
}
