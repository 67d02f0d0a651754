import CEpoll
import Glibc
import Knowledge
import Synchronization
import Understanding

/// The program started once more, to learn a folder and to keep what was learnt in the cache.
///
/// To learn takes ten times the memory that answering does, in many small pieces that a process which
/// lives on would never quite give back; and it takes every processor.
enum Learner {
  /// What such a program is told; not for people.
  private enum Word: String {
    case first = "learn before serving"
    /// Those who ask come first.
    case again = "learn beside serving"
  }

  // MARK: Here

  /// Has a folder learnt that nobody can be answered without; whether it is in the cache now.
  static let first: InterpreterSource.Learning = { learn($0, .first) }

  /// The same while the old knowledge serves on.
  static let again: InterpreterSource.Learning = { learn($0, .again) }

  private static func learn(_ folder: String, _ word: Word) -> Bool {
    let command = ["vagvisare", word.rawValue, folder]
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    words.append(nil)
    defer { for text in words { free(text) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Nothing of what it does is anybody's input or output.
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let own = "/proc/self/exe"
    guard posix_spawn(&process, own, &actions, &attributes, &words, environ) == 0 else {
      return false
    }
    running.store(process, ordering: .sequentiallyConsistent)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    running.store(0, ordering: .sequentiallyConsistent)
    return status == 0
  }

  /// Gives back to the system what reading, or learning where it was done here, has let go of.
  static func tidy() { malloc_trim(0) }

  /// Ends it where it is at work: nobody waits for what it learns any more.
  static func stop() {
    let process = running.load(ordering: .sequentiallyConsistent)
    if process > 0 { kill(process, SIGKILL) }
  }

  // MARK: There

  /// Learns, where the words say that this is what the program was started for.
  static func run(_ words: [String], _ environment: Environment) -> ExitCode? {
    guard words.count == 2, let word = Word(rawValue: words[0]) else { return nil }
    HeldSignals.release()
    if word == .again { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
    let source = InterpreterSource(environment: environment.variables)
    return source.open(folder: words[1], .answers).interpreter == nil ? .unreadable : .good
  }
}

private let running = Atomic<pid_t>(0)
