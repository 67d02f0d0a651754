@preconcurrency import CReadline
import Glibc

/// The lines that arrow up and Ctrl-R find: in memory, and in a file where one is named.
struct LineHistory {
  /// Why a history file cannot be used: an error number of the system.
  struct Failure: Error {
    let code: Int32
  }

  private let path: String?
  /// Whether the path leads to a file; a device or a pipe is written to, not read.
  private var isFile = true
  private var last: String?

  /// Reads the file where there is one, and makes it its owner's alone; makes it where there is
  /// none. What is no file stays as it is.
  init(file path: String?) throws(Failure) {
    self.path = path
    using_history()
    guard let path else { return }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(code: EISDIR) }
      isFile = false
      return
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0, read_history(path) == 0 else {
      throw Failure(code: errno)
    }
  }

  /// Adds a line, unless it is the one before again.
  mutating func add(_ line: String) {
    guard line != last else { return }
    last = line
    add_history(line)
    guard let path else { return }
    if isFile { append_history(1, path) } else { write(line + "\n", to: path) }
  }

  /// Writes what a pipe that somebody reads, or a device, takes at once.
  private func write(_ text: String, to path: String) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = Glibc.write(descriptor, text, text.utf8.count)
  }
}
