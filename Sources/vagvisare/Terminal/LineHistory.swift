@preconcurrency import CReadline
import Glibc

/// The lines that arrow up and Ctrl-R find: in memory, and in a file where one is named.
struct LineHistory {
  /// Why a history file cannot be used: an error number of the system.
  struct Failure: Error {
    let code: Int32
  }

  private let path: String?
  private var last: String?

  /// Reads the file where there is one, and makes it its owner's alone; makes it where there is
  /// none.
  init(file path: String?) throws(Failure) {
    self.path = path
    using_history()
    guard let path else { return }
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
    if let path { append_history(1, path) }
  }
}
