import Glibc
import Knowledge

/// What a person typed, as text: also where a terminal or a program sends another encoding than UTF-8.
enum Typed {
  /// The words after the program's name.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { place in
      CommandLine.unsafeArgv[place].map(text)
    }
  }

  // Safe: opened once, read by the one thread that takes what is typed.
  nonisolated(unsafe) private static let input = fdopen(STDIN_FILENO, "r")

  /// The next line of stdin without its end; nil where there is none.
  static func line() -> String? {
    var memory: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(memory) }
    guard let input else { return nil }
    let count = getline(&memory, &size, input)
    guard count > 0, let memory else { return nil }
    var bytes = UnsafeRawBufferPointer(start: memory, count: count)[...]
    if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    return String(decodingTyped: bytes)
  }

  /// The text of a string of C.
  static func text(_ string: UnsafeMutablePointer<CChar>) -> String {
    String(decodingTyped: UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }
}
