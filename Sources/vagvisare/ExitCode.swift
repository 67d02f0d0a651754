/// How the program ends.
enum ExitCode: Int32 {
  case good = 0
  /// A transcript, check or comparison found something, or `ask` had no answer.
  case found = 1
  /// Knowledge, a transcript or another file cannot be read or written.
  case unreadable = 2
  /// Wrong usage.
  case usage = 64
}
