import Glibc

/// How many files and connections the process may have open.
enum DescriptorLimit {
  /// What the program needs beside its connections.
  private static let reserve = 400

  /// Raises the limit as far as the connections need and the system allows.
  /// - Returns: How many connections there may be.
  static func raise(to connections: Int) -> Int {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0 else { return connections }
    let needed = rlim_t(connections + reserve)
    if limit.rlim_cur < needed {
      limit.rlim_cur = min(needed, limit.rlim_max)
      setrlimit(kind, &limit)
    }
    return max(16, Int(clamping: limit.rlim_cur) - reserve)
  }
}
