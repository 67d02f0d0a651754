import Glibc

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
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        // Another program may have taught the terminal not to wait.
        var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&output, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
