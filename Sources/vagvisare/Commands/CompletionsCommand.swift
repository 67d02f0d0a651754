import Knowledge

/// `vagvisare completions`: the script by which a shell completes the program's words.
struct CompletionsCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let name = context.options.arguments.first else {
      throw .missingArgument(Shell.synopsis[context.interface])
    }
    guard let shell = Shell(rawValue: name) else {
      throw .badValue(
        option: "completions", value: name, expected: Shell.names.joined(separator: ", "))
    }
    Output.answer(Completions(language: context.interface).script(for: shell))
    return .good
  }
}
