import Chat
import Conversation
import Glibc
import Knowledge
import LineProtocol

/// `vagvisare chat`: a conversation in the terminal, or with whatever stands at stdin.
struct ChatProgram {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let responder = context.loadResponder() else { return .unreadable }
    try context.checkLanguage(of: responder.knowledge)
    let session = ChatSession(
      responder: responder, interface: context.interface, language: context.language,
      fallback: context.fallbackLanguage)
    // Readline echoes into its output: it is for a terminal at both ends.
    if let terminal = context.environment.editingTerminal { return converse(session, on: terminal) }
    return converse(session)
  }

  // MARK: The two ways to type

  /// Reads lines with the editor; what it shows goes to the terminal, the answers to stdout.
  private func converse(_ session: ChatSession, on terminal: Int32) -> ExitCode {
    var session = session
    var history: LineHistory
    do {
      history = try LineHistory(file: context.options["--history"])
    } catch {
      Output.message(
        "vagvisare: "
          + FileWording.cannotOpen(context.options["--history"] ?? "", error.code)[
            context.interface])
      return .unreadable
    }
    LineEditor.prepare(output: terminal)
    completeWith(session)
    let welcome = session.welcome(keepsHistory: context.options.has("--history"))
    let lines = context.environment.layout(for: terminal).render(welcome)
    _ = Output.write(lines.joined(separator: "\n") + "\n\n", to: terminal)
    while true {
      switch LineEditor.read(prompt: session.prompt) {
      case .interrupted: continue
      case .end:
        _ = Output.write("\n", to: terminal)
        return .good
      case .line(let typed):
        let line = typed.withControlsAsSpaces
        if line.allSatisfy(\.isWhitespace) { continue }
        if !session.isPrivate { history.add(line) }
        guard answer(line, &session) else { return .good }
      }
    }
  }

  /// Reads lines as they come.
  private func converse(_ session: ChatSession) -> ExitCode {
    var session = session
    while let typed = Typed.line() {
      let line = typed.withControlsAsSpaces
      if line.allSatisfy(\.isWhitespace) { continue }
      guard answer(line, &session) else { break }
    }
    return .good
  }

  private func completeWith(_ session: ChatSession) {
    let completer = Completer(
      knowledge: session.responder.knowledge, interface: context.interface)
    LineEditor.complete = completer.completion
  }

  // MARK: Effects

  /// Answers a line; false where it ends the talk.
  private func answer(_ line: String, _ session: inout ChatSession) -> Bool {
    switch session.take(line) {
    case .show(let lines): show(lines)
    case .save(let path, let text): show([ReplyLine(.note, save(text, to: path))])
    case .reload:
      show(session.take(reload()))
      completeWith(session)
    case .quit: return false
    }
    return true
  }

  /// The window may have changed since the last answer.
  private func show(_ lines: [ReplyLine]) {
    let rendered = context.environment.layout.render(lines)
    Output.answer(rendered.map { $0 + "\n" }.joined() + "\n")
  }

  /// Writes a file that must be new, for its owner alone; what came of it.
  private func save(_ text: String, to typed: String) -> String {
    var path = typed
    if path.hasPrefix("~/"), let home = context.environment.variables["HOME"] {
      path = home + path.dropFirst()
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return FileWording.cannotWrite(typed, errno)[context.interface] }
    defer { close(descriptor) }
    if let code = Output.write(text, to: descriptor) {
      unlink(path)
      return FileWording.cannotWrite(typed, code)[context.interface]
    }
    return FileWording.saved(typed)[context.interface]
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
