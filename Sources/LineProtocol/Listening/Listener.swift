import Glibc

/// Sockets on which clients are waited for.
package struct Listener {
  package enum Failure: Error, Equatable {
    /// An error number of the system.
    case cannotListen(Int32)
    /// No socket was handed over, or not to this process, or what was is none that listens.
    case nothingHandedOver
  }

  let descriptors: [Int32]
  /// What one connects to, to be shown; empty for sockets that were handed over.
  package let shown: String
  /// The file of a Unix socket, and what it was when it was made.
  private let file: (path: String, inode: UInt64)?

  /// Begins to listen.
  ///
  /// - Parameter environment: Where systemd says what it hands over.
  package init(
    _ address: ListenAddress, environment: [String: String]
  ) throws(Failure) {
    switch address {
    case .systemd:
      descriptors = try Self.handedOver(environment)
      (shown, file) = ("", nil)
    case .ipv4(let host, let port):
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_port = port.bigEndian
      inet_pton(AF_INET, host, &place.sin_addr)
      descriptors = [try Self.listen(AF_INET, &place)]
      (shown, file) = ("\(host):\(UInt16(bigEndian: place.sin_port))", nil)
    case .ipv6(let host, let port):
      var place = sockaddr_in6()
      place.sin6_family = sa_family_t(AF_INET6)
      place.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &place.sin6_addr)
      descriptors = [try Self.listen(AF_INET6, &place)]
      (shown, file) = ("[\(host)]:\(UInt16(bigEndian: place.sin6_port))", nil)
    case .unix(let path):
      var place = sockaddr_un()
      place.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8) }
      Self.removeLeft(path, &place)
      descriptors = [try Self.listen(AF_UNIX, &place)]
      var status = stat()
      stat(path, &status)
      (shown, file) = (path, (path, UInt64(status.st_ino)))
    }
    for descriptor in descriptors {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
  }

  /// Lets nobody in any more.
  package func close() {
    for descriptor in descriptors { Glibc.close(descriptor) }
    var status = stat()
    if let file, lstat(file.path, &status) == 0, status.st_ino == file.inode { unlink(file.path) }
  }

  // MARK: Sockets

  /// Listens at an address, which is told the port where it leaves that to the system.
  private static func listen<Address>(
    _ family: Int32, _ address: inout Address
  ) throws(Failure) -> Int32 {
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .cannotListen(errno) }
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    if family != AF_UNIX { setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, size) }
    let isBound = withSocketAddress(&address) { bind(descriptor, $0, $1) } == 0
    // As many as the system lets wait: a thousand that come at once are not to be refused.
    guard isBound, Glibc.listen(descriptor, 1 << 16) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      throw .cannotListen(code)
    }
    withSocketAddress(&address) { address, size in
      var size = size
      _ = getsockname(descriptor, address, &size)
    }
    return descriptor
  }

  /// Removes a socket that a process which has ended left behind: nobody answers there.
  private static func removeLeft(_ path: String, _ address: inout sockaddr_un) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
    let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard probe >= 0 else { return }
    defer { Glibc.close(probe) }
    _ = fcntl(probe, F_SETFL, O_NONBLOCK)
    if withSocketAddress(&address, { connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED {
      unlink(path)
    }
  }

  private static func withSocketAddress<Address, Result>(
    _ address: inout Address, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  /// The descriptors from 3 on, as sd_listen_fds(3) has it.
  private static func handedOver(_ environment: [String: String]) throws(Failure) -> [Int32] {
    guard environment["LISTEN_PID"].flatMap({ pid_t($0) }) == getpid(),
      let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), (1...64).contains(count)
    else { throw .nothingHandedOver }
    let descriptors = Array(3..<(3 + count))
    for descriptor in descriptors {
      var listens: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens == 1
      else { throw .nothingHandedOver }
    }
    return descriptors
  }
}
