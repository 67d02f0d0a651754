import Glibc

/// A call that the system refused.
package struct SystemError: Error, Equatable, Sendable {
  /// The system's error number: `ENOENT` and its like.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// What the call that has just failed left in `errno`.
  package static var last: SystemError { SystemError(code: errno) }

  /// Whether the call is only to be made again later.
  package var isPassing: Bool { code == EINTR || code == EAGAIN }
}
