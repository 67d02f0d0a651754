import Glibc
import System

/// Writes to the standard streams: answers to one, messages to the other, each piece whole.
enum Output {
  /// Writes an answer.
  ///
  /// A reader that has gone ends the program quietly; any other failure ends it with a message.
  static func answer(_ text: String) {
    guard let code = write(text, to: STDOUT_FILENO) else { return }
    if code == EPIPE { exit(ExitCode.good.rawValue) }
    message("vagvisare: stdout: \(String(cString: strerror(code)))")
    exit(ExitCode.unreadable.rawValue)
  }

  /// Writes a line of an answer.
  static func line(_ text: String) { answer(text + "\n") }

  /// Writes a line to those who run the program.
  static func message(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

  /// Writes to a descriptor; an error number of the system where that fails.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    do {
      try Descriptor.write(text.utf8, to: descriptor)
      return nil
    } catch {
      return error.code
    }
  }
}
