import Conversation
import Glibc
import Knowledge

/// Reads the command line and hands over to the command.
struct Program {
  let environment: Environment

  /// The one place for it: the manual page and the Debian package ask the program.
  static let version = "0.1.0"
  /// When the version was made.
  static let date = "2026-11-27"

  /// Runs the words after the program's name.
  func run(_ words: [String]) -> ExitCode {
    // Who stops reading ends the program quietly instead of killing it.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow any more is a write that fails.
    signal(SIGXFSZ, SIG_IGN)
    StandardStreams.openMissing()
    if let ending = Learner.run(words, environment) { return ending }
    do {
      let options = try CommandLineOptions(words, implied: impliedCommand)
      return try run(options)
    } catch {
      let language = environment.interface
      let command = words.lazy.compactMap(CommandName.init).first
      Output.message("vagvisare: \(error.description(in: language))")
      Output.message(error.advice(for: command, in: language))
      return .usage
    }
  }

  /// What is done where no command is named.
  private var impliedCommand: CommandName { environment.stdinIsTerminal ? .chat : .serve }

  private func run(_ options: CommandLineOptions) throws(UsageError) -> ExitCode {
    if options.wantsHelp {
      Output.line(Help(language: environment.interface).text(for: options.command))
      return .good
    }
    if options.wantsVersion {
      Output.line("vagvisare \(Self.version)")
      return .good
    }
    let command = options.command ?? impliedCommand
    let context = CommandContext(options: options, environment: environment)
    if command != .new { try context.checkLanguage() }
    if command != .serve { HeldSignals.release() }
    switch command {
    case .ask: return try AskCommand(context: context).run()
    case .explain: return try ExplainCommand(context: context).run()
    case .chat: return try ChatProgram(context: context).run()
    case .topics: return try TopicsCommand(context: context).run()
    case .check: return try CheckCommand(context: context).run()
    case .evaluate: return try EvaluateCommand(context: context).run()
    case .serve: return try ServeCommand(context: context).run()
    case .test: return try TestCommand(context: context).run()
    case .compare: return try CompareCommand(context: context).run()
    case .new: return try NewCommand(context: context).run()
    case .report: return try ReportCommand(context: context).run()
    case .completions: return try CompletionsCommand(context: context).run()
    case .manual:
      Output.answer(Manual(language: context.interface).text)
      return .good
    }
  }
}
