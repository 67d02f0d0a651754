@preconcurrency import CReadline
import Glibc

/// Reads lines with readline: editing, history and completion as every terminal user knows them.
///
/// Readline keeps its state in globals, and calls back through pointers that can carry none; so
/// does this, from the one thread that talks to the terminal.
enum LineEditor {
  // Safe: set before the first line is read, and called by readline in the thread that reads.
  nonisolated(unsafe) private static var complete: (String) -> [String] = { _ in [] }

  /// Prepares readline; `complete` says what a typed line may become.
  static func prepare(complete: @escaping (String) -> [String]) {
    self.complete = complete
    useUTF8()
    rl_readline_name = UnsafePointer(strdup("vagvisare"))
    // A whole line is completed, so that titles of several words can be.
    rl_completer_word_break_characters = UnsafePointer(strdup(""))
    rl_attempted_completion_function = { text, _, _ in
      LineEditor.matches(text.map { String(cString: $0) } ?? "")
    }
    catchInterrupt()
  }

  /// The next line; nil at the end of the input. `prompt` is plain text.
  static func read(prompt: String) -> String? {
    guard let line = readline(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
  }

  static func remember(_ line: String) { add_history(line) }

  /// Reads a history file; false where it cannot be opened for its owner alone.
  static func loadHistory(_ path: String) -> Bool {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { return false }
    read_history(path)
    return true
  }

  /// Adds the last line to a history file.
  static func appendHistory(_ path: String) { append_history(1, path) }

  /// Editing across å, ä, ö and emoji needs a locale that knows UTF-8, whatever the user's is.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Ctrl-C clears the line instead of ending the program.
  private static func catchInterrupt() {
    LineEditorSignals.install()
    rl_catch_signals = 1
    rl_signal_event_hook = {
      // A changed window calls too.
      if LineEditorSignals.wasInterrupted() {
        rl_replace_line("", 0)
        rl_crlf()
        rl_on_new_line()
        rl_redisplay()
      }
      return 0
    }
  }

  private static func matches(_ text: String) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  {
    // Nothing found must not make readline offer the names of files.
    rl_attempted_completion_over = 1
    rl_completion_append_character = 0
    let found = complete(text)
    guard !found.isEmpty else { return nil }
    let entries = found.count == 1 ? found : [commonPrefix(found)] + found
    // Readline frees the list with free(3), so it must come from malloc(3).
    let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let result = memory.bindMemory(
      to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (index, entry) in entries.enumerated() { result[index] = strdup(entry) }
    result[entries.count] = nil
    return result
  }

  private static func commonPrefix(_ texts: [String]) -> String {
    guard var prefix = texts.first else { return "" }
    for text in texts {
      while !text.lowercased().hasPrefix(prefix.lowercased()) { prefix.removeLast() }
    }
    return prefix
  }
}
