import Conversation
import Knowledge

/// What every command needs: the options, the surroundings, and the knowledge.
struct CommandContext {
  let options: CommandLineOptions
  let environment: Environment

  var interface: InterfaceLanguage { environment.interface }

  /// The language of answers that `--lang` asks for; nil to follow the question.
  var language: LanguageCode? {
    options["--lang"].flatMap { $0 == "auto" ? nil : $0 }
  }

  /// The language for questions that show none: the locale's.
  var fallbackLanguage: LanguageCode { interface.rawValue }

  func checkLanguage() throws(UsageError) {
    if let value = options["--lang"], !["sv", "en", "auto"].contains(value) {
      throw .badValue(option: "--lang", value: value, expected: "sv, en, auto")
    }
  }

  var folder: String? {
    KnowledgeFolder.find(option: options["--knowledge"], environment: environment)
  }

  /// The knowledge; nil after every problem of it has been reported: written to stderr, unless the
  /// caller does otherwise.
  func loadKnowledge(report: (String) -> Void = Output.message) -> KnowledgeBase? {
    guard let folder else {
      report(
        interface == .swedish
          ? "vagvisare: hittar ingen mapp Knowledge; ange en med --knowledge MAPP"
          : "vagvisare: no Knowledge folder found; name one with --knowledge DIR")
      return nil
    }
    let loaded = KnowledgeLoader.load(folder: folder)
    if loaded.base == nil {
      for problem in loaded.problems where problem.severity == .error {
        report(problem.description(in: interface))
      }
    }
    return loaded.base
  }

  /// What answers questions; nil after every problem of the knowledge has been written to stderr.
  func loadResponder(report: (String) -> Void = Output.message) -> Responder? {
    loadKnowledge(report: report).map { Responder(knowledge: $0) }
  }
}
