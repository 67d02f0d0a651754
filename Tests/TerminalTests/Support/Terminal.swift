import Glibc
import TestSupport

/// A program in a terminal of its own, typed to and looked at as a person would. Nothing waits
/// beyond its deadline.
final class Terminal {
  enum Trouble: Error, CustomStringConvertible {
    case cannotStart(errno: Int32)
    /// What was waited for did not come; what the screen showed instead.
    case missing(String, screen: [String])
    case stillRunning(screen: [String])

    var description: String {
      switch self {
      case .cannotStart(let code): "cannot start: \(String(cString: strerror(code)))"
      case .missing(let text, let screen):
        "“\(text)” did not come; the screen:\n\(screen.joined(separator: "\n"))"
      case .stillRunning(let screen):
        "the program goes on; the screen:\n\(screen.joined(separator: "\n"))"
      }
    }
  }

  enum Key: String {
    case enter = "\r"
    case tab = "\t"
    case backspace = "\u{7F}"
    case up = "\u{1B}[A"
    case left = "\u{1B}[D"
    case interrupt = "\u{3}"
    case end = "\u{4}"
    case search = "\u{12}"
    case killLine = "\u{15}"
    case toStart = "\u{1}"
  }

  private static let patience = Duration.seconds(ChildProgram.patience)

  /// Every byte that the program wrote to the terminal.
  private(set) var output: [UInt8] = []
  private(set) var screen: Screen
  private var master: Int32
  private let program: pid_t
  private var hasEnded = false

  /// Starts a program with all three streams on the terminal, unless `stdout` names a file or
  /// `stdin` one.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], columns: Int = 80,
    stdin: String? = nil, stdout: String? = nil
  ) throws {
    screen = Screen(columns: columns)
    let name: String
    (master, name) = try Self.open()
    Self.setSize(master, columns)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    program = try Self.spawn(path, arguments, environment, name, stdin: stdin, stdout: stdout)
  }

  deinit {
    if !hasEnded {
      kill(program, SIGKILL)
      waitpid(program, nil, 0)
    }
    if master >= 0 { close(master) }
  }

  /// A new terminal: the end that a person has, and the name of the end that programs have.
  private static func open() throws -> (master: Int32, name: String) {
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, getNumber, &number) == 0
    else { throw Trouble.cannotStart(errno: errno) }
    return (master, "/dev/pts/\(number)")
  }

  /// Starts the program as the leader of a session, whose terminal the first one that it opens is.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String],
    _ terminal: String, stdin: String?, stdout: String?
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    if let stdin { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, stdin, O_RDONLY, 0) }
    if let stdout {
      posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, stdout, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that tests run on block signals; the program must not inherit that.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var program: pid_t = 0
    let code = posix_spawn(&program, path, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Trouble.cannotStart(errno: code) }
    return program
  }

  private static func setSize(_ terminal: Int32, _ columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  // MARK: Typing

  func type(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    let end = ContinuousClock.now + Self.patience
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      guard ContinuousClock.now < end else {
        throw Trouble.missing("room to type", screen: screen.lines)
      }
      if count < 0 { look(10) }
    }
  }

  func press(_ keys: Key...) throws {
    for key in keys { try type(key.rawValue) }
  }

  /// Types a line, waits until it is seen, and enters it.
  func enter(_ line: String) throws {
    try type(line)
    try waitFor(line.suffix(20).description)
    try press(.enter)
  }

  func resize(columns: Int) {
    screen.resize(columns: columns)
    Self.setSize(master, columns)
  }

  // MARK: Looking

  /// Takes what the program wrote; waits for it for some milliseconds.
  private func look(_ milliseconds: Int32) {
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &chunk, chunk.count)
    if count > 0 {
      output += chunk[..<count]
      screen.take(Array(chunk[..<count]))
    } else {
      // The program has left the terminal.
      usleep(1000)
    }
  }

  /// Waits until the screen is as it should be; `what` names that in a failure.
  func wait(for what: String, until holds: (Screen) -> Bool) throws {
    let end = ContinuousClock.now + Self.patience
    while !holds(screen) {
      guard ContinuousClock.now < end else {
        throw Trouble.missing(what, screen: screen.lines)
      }
      look(50)
    }
  }

  /// Waits until a text stands anywhere on the screen, in one line.
  func waitFor(_ text: String) throws {
    try wait(for: text) { $0.lines.contains { $0.contains(text) } }
  }

  /// Waits until the line with the cursor is this one.
  func waitForLine(_ line: String) throws {
    try wait(for: line) { $0.currentLine == line }
  }

  /// Enters a line, waits for the next prompt, and gives the lines between the two.
  func ask(_ line: String, prompt: String = ">") throws -> [String] {
    let start = screen.lines.count
    try enter(line)
    try wait(for: "an answer") { $0.lines.count > start + 1 && $0.currentLine == prompt }
    return Array(screen.lines[start...].dropLast(2))
  }

  /// Waits for the program's end: its exit code, or the signal that ended it as a number below 0.
  func end() throws -> Int32 {
    let end = ContinuousClock.now + Self.patience
    var status: Int32 = 0
    while waitpid(program, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < end else { throw Trouble.stillRunning(screen: screen.lines) }
      look(10)
    }
    hasEnded = true
    look(10)
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  func send(signal number: Int32) { kill(program, number) }

  /// Takes the terminal away, as a window does that is closed.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Whether the terminal is as programs expect it: it shows what is typed, and gives it by lines.
  var echoesAndWaitsForLines: Bool {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { return false }
    let usual = tcflag_t(ECHO | ICANON)
    return modes.c_lflag & usual == usual
  }

  /// Whether the program wrote anything that a dumb terminal would show as rubbish.
  var hasEscapes: Bool { output.contains(0x1B) }

  /// Whether any text was coloured or made bold.
  var hasColor: Bool { String(decoding: output, as: UTF8.self).contains(/\u{1B}\[[0-9;]*m/) }
}
