import CEpoll
import Glibc
import Knowledge
import Synchronization
import System
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
    // Nothing of what it does is anybody's input or output.
    let program = StartedProgram(
      ["vagvisare", word.rawValue, folder], path: "/proc/self/exe", input: .nowhere,
      output: .nowhere, errors: .nowhere)
    guard let program else { return false }
    running.store(program.identifier, ordering: .sequentiallyConsistent)
    defer { running.store(0, ordering: .sequentiallyConsistent) }
    return program.wait() == 0
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
