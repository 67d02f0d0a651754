import Glibc

/// A program that the bridge has started and speaks to through pipes, never waiting for it.
package final class Child {
  private let identifier: pid_t
  private var input: Int32
  private var output: Int32
  private var unwritten: [UInt8] = []
  private var closesWhenWritten = false
  /// Whether the output has come to its end.
  package private(set) var hasEnded = false

  /// Starts a program found by `PATH`; nil where it cannot be started.
  package init?(_ words: [String], environment more: [String: String] = [:]) {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0 else { return nil }
    guard pipe(&fromChild) == 0 else {
      for end in toChild { close(end) }
      return nil
    }
    // No other child may hold these open.
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (input, output) = (toChild[1], fromChild[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    // The bridge blocks the signals that it reads from a descriptor; its children must hear them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = Self.variables(with: more).map { strdup($0) } + [nil]
    var process: pid_t = 0
    let failure = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
    for text in arguments + variables { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(toChild[0])
    close(fromChild[1])
    identifier = process
    guard failure == 0 else {
      close(input)
      close(output)
      return nil
    }
    for end in [input, output] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  private static func variables(with more: [String: String]) -> [String] {
    var variables: [String] = []
    var place = environ
    while let text = place.pointee {
      let variable = String(cString: text)
      if more[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      place += 1
    }
    return variables + more.map { "\($0.key)=\($0.value)" }
  }

  /// What to watch for reading, and for writing where something waits to be written.
  package var readable: Int32 { output }
  package var writable: Int32? { unwritten.isEmpty || input < 0 ? nil : input }
  /// How many bytes the program has not taken yet.
  package var unwrittenCount: Int { unwritten.count }

  /// Writes what is taken at once; the rest follows with `flush`.
  package func write(_ bytes: some Sequence<UInt8>) {
    unwritten += bytes
    flush()
  }

  package func flush() {
    while !unwritten.isEmpty, input >= 0 {
      let count = unwritten.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      // Nobody reads any more; the end of the output will tell.
      guard count > 0 else {
        unwritten = []
        return
      }
      unwritten.removeFirst(count)
    }
    if closesWhenWritten { closeInput() }
  }

  /// Ends the program's input after what waits to be written.
  package func closeInputWhenWritten() {
    closesWhenWritten = true
    flush()
  }

  /// What has come; nil at the end.
  package func read() -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return [] }
      if count > 0 { return Array(chunk[..<count]) }
      hasEnded = true
      return nil
    }
  }

  package func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Ends the program: by the end of its input where it heeds that, else by force.
  /// - Parameter patience: the seconds that it has.
  package func end(within patience: Double = 0) {
    guard output >= 0 else { return }
    closeInput()
    let deadline = currentMoment() + patience
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      if currentMoment() >= deadline {
        kill(identifier, SIGKILL)
        waitpid(identifier, &status, 0)
        break
      }
      usleep(5000)
    }
    close(output)
    output = -1
  }

  deinit { end() }
}
