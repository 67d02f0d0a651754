import Conversation
import Glibc
import Knowledge
import LineProtocol
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

  /// The languages of the program itself; a question may always be asked in them, also where the
  /// knowledge speaks another.
  private static let ownLanguages = ["sv", "en"]

  /// Refuses what is no language at all.
  func checkLanguage() throws(UsageError) {
    guard let value = options["--lang"], value != "auto" else { return }
    let isCode = (2...3).contains(value.count) && value.allSatisfy { ("a"..."z").contains($0) }
    if !isCode { throw badLanguage(value, Self.ownLanguages) }
  }

  /// Refuses a language that neither the knowledge nor the program speaks.
  func checkLanguage(of knowledge: KnowledgeBase) throws(UsageError) {
    guard let value = language, !Self.ownLanguages.contains(value),
      !knowledge.languages.contains(value)
    else { return }
    throw badLanguage(value, knowledge.languages.reversed())
  }

  private func badLanguage(_ value: String, _ known: [LanguageCode]) -> UsageError {
    .badValue(
      option: "--lang", value: value, expected: (known + ["auto"]).joined(separator: ", "))
  }

  /// The question that the arguments make, or stdin where they are `-`; on one line.
  func question() throws(UsageError) -> String {
    let asked = options.arguments == ["-"] ? try QuestionInput.read(STDIN_FILENO) : options.question
    let question = asked.withControlsAsSpaces
    guard question.contains(where: { !$0.isWhitespace }) else {
      throw .missingArgument(Bilingual("FRÅGA", "QUESTION")[interface])
    }
    return question
  }

  var folder: String? {
    KnowledgeFolder.find(option: options["--knowledge"], environment: environment)
  }

  /// The knowledge; nil after every problem of it has been reported: written to stderr, unless the
  /// caller does otherwise.
  func loadKnowledge(report: (String) -> Void = Output.message) -> KnowledgeBase? {
    guard let folder = existingFolder(report) else { return nil }
    let loaded = KnowledgeLoader.load(folder: folder)
    if loaded.base == nil { self.report(loaded.problems, report) }
    return loaded.base
  }

  /// The folder; nil after a message where there is none.
  func existingFolder(_ report: (String) -> Void = Output.message) -> String? {
    guard let folder else {
      report(
        interface == .swedish
          ? "vagvisare: hittar ingen mapp Knowledge; ange en med --knowledge MAPP"
          : "vagvisare: no Knowledge folder found; name one with --knowledge DIR")
      return nil
    }
    return folder
  }

  private func report(_ problems: [Problem], _ report: (String) -> Void) {
    for problem in problems where problem.severity == .error {
      report(problem.description(in: interface))
    }
  }

  /// Makes what answers questions of a folder, or finds it in the user's cache.
  var source: InterpreterSource {
    InterpreterSource(environment: environment.variables)
  }

  /// What answers questions; nil after every problem of the knowledge has been reported.
  ///
  /// - Parameters:
  ///   - scope: How much of the knowledge is needed beside what was learnt from it.
  ///   - learning: Learns a folder elsewhere, and keeps what was learnt; nil to do it here.
  ///   - report: Takes each problem; writes it to stderr where nothing else is said.
  func loadResponder(
    _ scope: ByteReader.Scope = .everything, _ learning: InterpreterSource.Learning? = nil,
    report: (String) -> Void = Output.message
  ) -> Responder? {
    guard let folder = existingFolder(report) else { return nil }
    let opened = source.open(folder: folder, scope, learning: learning)
    if opened.interpreter == nil { self.report(opened.problems, report) }
    return opened.interpreter.map { Responder(interpreter: $0) }
  }
}

extension InterpreterSource {
  /// With the cache that the environment names, for this build of the program.
  init(environment: [String: String]) {
    let folder = CompiledCache.folder(environment: environment)
    let program = CompiledCache.program(at: "/proc/self/exe")
    guard let folder, let program else {
      self.init(cache: nil)
      return
    }
    self.init(cache: CompiledCache(folder: folder, program: program))
  }
}
