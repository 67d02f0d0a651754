@preconcurrency import CReadline
import Chat
import Glibc

/// Reads lines with readline: editing, history and completion as every terminal user knows them.
///
/// Readline keeps its state in globals, and calls back through pointers that can carry none; so
/// does this, from the one thread that talks to the terminal.
enum LineEditor {
  enum Input {
    case line(String)
    /// Ctrl-C: the line was thrown away.
    case interrupted
    case end
  }

  // Safe: set before a line is read, and called by readline in the thread that reads.
  nonisolated(unsafe) static var complete: (String) -> Completer.Completion = { _ in .words([]) }
  nonisolated(unsafe) private static var wasInterrupted = false

  /// Lets readline edit on a terminal, by its descriptor.
  static func prepare(output: Int32) {
    useUTF8()
    rl_readline_name = UnsafePointer(strdup("vagvisare"))
    // Readline writes to stdout of itself.
    if output != STDOUT_FILENO, let stream = fdopen(dup(output), "w") { rl_outstream = stream }
    rl_completer_word_break_characters = UnsafePointer(strdup(" "))
    rl_attempted_completion_function = { _, _, end in
      let line = UnsafeRawBufferPointer(start: rl_line_buffer, count: Int(end))
      return LineEditor.matches(String(decoding: line, as: UTF8.self))
    }
    InterruptFlag.install()
    ContinueFlag.install()
    rl_catch_signals = 1
    rl_getc_function = { _ in LineEditor.nextByte() }
  }

  /// The next line; `prompt` is plain text.
  static func read(prompt: String) -> Input {
    wasInterrupted = false
    InterruptFlag.clear()
    guard let line = readline(prompt) else { return .end }
    defer { free(line) }
    return wasInterrupted ? .interrupted : .line(Typed.text(line))
  }

  /// Editing across å, ä, ö and emoji needs a locale that knows UTF-8, whatever the user's is.
  private static func useUTF8() {
    if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" {
      return
    }
    // Readline sets the locale again by the environment.
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  // MARK: Keys and interrupts

  /// States in which a key belongs to something else than the line: a search, a question of
  /// readline's own, an unfinished key sequence.
  private static let inner =
    RL_STATE_MOREINPUT | RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG
    | RL_STATE_MULTIKEY
    | RL_STATE_VIMOTION | RL_STATE_COMPLETING | RL_STATE_CHARSEARCH | RL_STATE_METANEXT

  /// The next byte typed. Ctrl-C leaves whatever is under way, then ends the line, which nobody
  /// takes.
  private static func nextByte() -> Int32 {
    let abort: Int32 = 0x07
    let accept: Int32 = 0x0A
    while true {
      rl_check_signals()
      // Ctrl-Z and a shell's fg have left other lines on the screen. Readline may have stopped the
      // program itself, while it drew the last key.
      if ContinueFlag.take() { rl_forced_update_display() }
      if InterruptFlag.isSet {
        // Once: what is aborted may leave its state behind.
        let isInner = rl_readline_state & UInt(inner) != 0
        if isInner, !wasInterrupted {
          wasInterrupted = true
          return abort
        }
        InterruptFlag.clear()
        wasInterrupted = true
        return accept
      }
      guard waitForInput() else { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return Int32(byte) }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return EOF }
    }
  }

  /// Waits for a key; false where a signal came first, even if it came before the wait began.
  private static func waitForInput() -> Bool {
    var caught = sigset_t()
    var before = sigset_t()
    sigemptyset(&caught)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT] {
      sigaddset(&caught, signal)
    }
    sigprocmask(SIG_BLOCK, &caught, &before)
    var input = fd_set()
    input.__fds_bits.0 = 1 << STDIN_FILENO
    let isReady =
      rl_pending_signal() == 0 && !ContinueFlag.isSet
      && pselect(STDIN_FILENO + 1, &input, nil, nil, nil, &before) > 0
    sigprocmask(SIG_SETMASK, &before, nil)
    // A key that came after a signal waits its turn.
    return isReady && rl_pending_signal() == 0
  }

  // MARK: Completion

  private static func matches(_ line: String) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  {
    guard case .words(let found, let thenSpace) = complete(line) else { return nil }
    // Nothing found must not make readline offer the names of files.
    rl_attempted_completion_over = 1
    rl_completion_append_character = thenSpace ? Int32(UInt8(ascii: " ")) : 0
    guard !found.isEmpty else { return nil }
    let entries = found.count == 1 ? found : [Completer.commonBeginning(of: found)] + found
    // Readline frees the list with free(3), so it must come from malloc(3).
    let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let result = memory.bindMemory(
      to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (index, entry) in entries.enumerated() { result[index] = strdup(entry) }
    result[entries.count] = nil
    return result
  }
}
