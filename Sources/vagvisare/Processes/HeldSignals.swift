import Glibc

/// The signals that `serve` answers in its own way, from the program's first step on: blocked until
/// the command is known.
enum HeldSignals {
  static func hold() { change(SIG_BLOCK) }

  /// For every command that lets them do what they do to any program.
  static func release() { change(SIG_UNBLOCK) }

  private static func change(_ how: Int32) {
    var held = sigset_t()
    sigemptyset(&held)
    for number in [SIGTERM, SIGHUP] { sigaddset(&held, number) }
    pthread_sigmask(how, &held, nil)
  }
}
