import Glibc

/// Writes to the standard streams: answers to one, messages to the other, each piece whole.
enum Output {
  /// Writes an answer; a reader that has gone ends the program quietly.
  static func answer(_ text: String) {
    if !write(text, to: STDOUT_FILENO) { exit(ExitCode.good.rawValue) }
  }

  /// Writes a line of an answer.
  static func line(_ text: String) { answer(text + "\n") }

  /// Writes a line to those who run the program.
  static func message(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
