import Glibc
import System

/// Another program, with pipes to its input and from its output.
struct Child {
  let process: pid_t
  let input: Int32
  let output: Int32

  /// Starts a program; nil where it cannot be started.
  init?(_ words: [String], environment: [String]) {
    guard let toChild = Descriptor.pipe(), let fromChild = Descriptor.pipe() else { return nil }
    let started = StartedProgram(
      words, environment: environment, input: .descriptor(toChild.reading),
      output: .descriptor(fromChild.writing))
    close(toChild.reading)
    close(fromChild.writing)
    guard let started else {
      close(toChild.writing)
      close(fromChild.reading)
      return nil
    }
    (process, input, output) = (started.identifier, toChild.writing, fromChild.reading)
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
