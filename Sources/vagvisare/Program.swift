import Conversation
import Glibc
import Knowledge

/// Reads the command line and hands over to the command.
struct Program {
  let environment: Environment

  static let version = "0.1.0"

  func run(_ words: [String]) -> ExitCode {
    // Who stops reading ends the program quietly instead of killing it.
    signal(SIGPIPE, SIG_IGN)
    let options: CommandLineOptions
    do {
      options = try CommandLineOptions(words)
      return try run(options)
    } catch {
      let help =
        environment.interface == .swedish ? "Hjälp: vagvisare --help" : "Help: vagvisare --help"
      Output.message("vagvisare: \(error.description(in: environment.interface))\n\(help)")
      return .usage
    }
  }

  private func run(_ options: CommandLineOptions) throws(UsageError) -> ExitCode {
    if options.wantsHelp {
      Output.line(Help.text(for: options.command, in: environment.interface))
      return .good
    }
    if options.wantsVersion {
      Output.line("vagvisare \(Self.version)")
      return .good
    }
    let command = options.command ?? (environment.stdinIsTerminal ? .chat : .serve)
    let context = CommandContext(options: options, environment: environment)
    try context.checkLanguage()
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
    case .report: return try ReportCommand(context: context).run()
    }
  }
}
