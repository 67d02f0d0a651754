import Knowledge

/// `vagvisare check`: errors and warnings in the knowledge base.
struct CheckCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let folder = context.folder else {
      return context.loadKnowledge() == nil ? .unreadable : .good
    }
    let loaded = KnowledgeLoader.load(folder: folder)
    for problem in loaded.problems { Output.line(problem.description(in: context.interface)) }
    let errors = loaded.problems.count { $0.severity == .error }
    let warnings = loaded.problems.count - errors
    Output.line(
      context.interface == .swedish
        ? "\(errors) fel, \(warnings) varningar" : "\(errors) errors, \(warnings) warnings")
    if loaded.base == nil { return .unreadable }
    return context.options.has("--strict") && warnings > 0 ? .found : .good
  }
}
