import Conversation
import Knowledge
import Understanding

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

  /// The knowledge; nil after every problem of it has been written to stderr.
  func loadKnowledge() -> KnowledgeBase? {
    guard let folder = existingFolder() else { return nil }
    let loaded = KnowledgeLoader.load(folder: folder)
    if loaded.base == nil { report(loaded.problems) }
    return loaded.base
  }

  /// The folder; nil after a message where there is none.
  private func existingFolder() -> String? {
    guard let folder else {
      Output.message(
        interface == .swedish
          ? "vagvisare: hittar ingen mapp Knowledge; ange en med --knowledge MAPP"
          : "vagvisare: no Knowledge folder found; name one with --knowledge DIR")
      return nil
    }
    return folder
  }

  private func report(_ problems: [Problem]) {
    for problem in problems where problem.severity == .error {
      Output.message(problem.description(in: interface))
    }
  }

  /// Makes what answers questions of a folder, or finds it in the user's cache.
  var source: InterpreterSource {
    let folder = CompiledCache.folder(environment: environment.variables)
    let program = CompiledCache.program(at: "/proc/self/exe")
    guard let folder, let program else { return InterpreterSource(cache: nil) }
    return InterpreterSource(cache: CompiledCache(folder: folder, program: program))
  }

  /// What answers questions; nil after every problem of the knowledge has been written to stderr.
  ///
  /// - Parameter scope: how much of the knowledge is needed beside what was learnt from it.
  func loadResponder(_ scope: ByteReader.Scope = .everything) -> Responder? {
    guard let folder = existingFolder() else { return nil }
    let opened = source.open(folder: folder, scope)
    if opened.interpreter == nil { report(opened.problems) }
    return opened.interpreter.map { Responder(interpreter: $0) }
  }
}
