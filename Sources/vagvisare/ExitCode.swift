/// How the program ends.
enum ExitCode: Int32 {
  case good = 0
  /// A transcript, check or comparison found something, or `ask` had no answer.
  case found = 1
  /// Knowledge or transcripts are unreadable.
  case unreadable = 2
  /// Wrong usage.
  case usage = 64
}
