import Chat
import Conversation
import Glibc
import Knowledge
import LineProtocol

/// `vagvisare chat`: a conversation in the terminal.
struct ChatProgram {
  let context: CommandContext

  private static let prompt = "> "
  private static let narrowest = 20

  func run() throws(UsageError) -> ExitCode {
    if let surplus = context.options.arguments.first { throw .surplusArgument(surplus) }
    guard let responder = context.loadResponder() else { return .unreadable }
    var session = ChatSession(
      responder: responder, interface: context.interface, language: context.language,
      fallback: context.fallbackLanguage)
    // Readline echoes into its output: it is for a terminal at both ends.
    let isInteractive = context.environment.stdinIsTerminal && context.environment.stdoutIsTerminal
    if isInteractive, !prepareEditor(session) { return .unreadable }
    show(session.welcome)
    while let typed = isInteractive ? LineEditor.read(prompt: Self.prompt) : Swift.readLine() {
      let line = typed.withControlsAsSpaces
      if line.allSatisfy(\.isWhitespace) { continue }
      if isInteractive, !session.isPrivate { remember(line) }
      switch session.take(line) {
      case .show(let lines): show(lines)
      case .save(let path, let text): show([ReplyLine(.note, save(text, to: path))])
      case .reload: show(session.take(reload()))
      case .quit: return .good
      }
    }
    if isInteractive { Output.line("") }
    return .good
  }

  // MARK: The editor

  private func prepareEditor(_ session: ChatSession) -> Bool {
    LineEditor.prepare { session.completions(of: $0) }
    guard let path = context.options["--history"], !LineEditor.loadHistory(path) else {
      return true
    }
    Output.message(
      context.interface == .swedish
        ? "vagvisare: historikfilen \(path) kan inte öppnas"
        : "vagvisare: the history file \(path) cannot be opened")
    return false
  }

  private func remember(_ line: String) {
    LineEditor.remember(line)
    if let path = context.options["--history"] { LineEditor.appendHistory(path) }
  }

  // MARK: Effects

  private func show(_ lines: [ReplyLine]) {
    let styling = Styling(environment: context.environment)
    var out = ""
    for line in lines {
      let wrapped = TextWrapping.wrap([line.text], width: width, measure: .columns)
      for text in wrapped { out += styling.render(text, line.style) + "\n" }
    }
    Output.answer(out + "\n")
  }

  /// The window's width now: it may have changed since the last answer.
  private var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(Self.narrowest, Int(size.ws_col))
  }

  private func save(_ text: String, to path: String) -> String {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let isSwedish = context.interface == .swedish
    guard descriptor >= 0 else {
      if errno == EEXIST {
        return isSwedish
          ? "Filen finns redan; välj ett annat namn."
          : "The file exists already; choose another name."
      }
      return isSwedish ? "Filen kan inte skrivas." : "The file cannot be written."
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      return isSwedish ? "Filen kan inte skrivas." : "The file cannot be written."
    }
    return isSwedish ? "Sparat i \(path)." : "Saved in \(path)."
  }

  private func reload() -> Result<Responder, ReloadFailure> {
    guard let folder = context.folder else { return .failure(ReloadFailure(problems: [])) }
    let opened = context.source.open(folder: folder)
    if let interpreter = opened.interpreter { return .success(Responder(interpreter: interpreter)) }
    let problems = opened.problems.filter { $0.severity == .error }
      .map { $0.headline(in: context.interface) }
    return .failure(ReloadFailure(problems: problems))
  }
}
