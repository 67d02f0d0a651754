import Knowledge

extension UsageError {
  /// What was wrong, and what was probably meant; one line.
  func description(in language: InterfaceLanguage) -> String {
    wording[language] + (nearest.map { Self.didYouMean($0)[language] } ?? "")
  }

  private var wording: Bilingual {
    switch self {
    case .unknownCommand(let name):
      Bilingual("okänt kommando ”\(name)”", "unknown command “\(name)”")
    case .unknownOption(let name, let command, _):
      if let command {
        Bilingual(
          "\(command.rawValue) har inget val ”\(name)”",
          "\(command.rawValue) has no option “\(name)”")
      } else {
        Bilingual("okänt val ”\(name)”", "unknown option “\(name)”")
      }
    case .missingValue(let option):
      Bilingual(
        "\(option.name) behöver ett värde: \(option.synopsis.swedish)",
        "\(option.name) needs a value: \(option.synopsis.english)")
    case .surplusValue(let name): Bilingual("\(name) tar inget värde", "\(name) takes no value")
    case .badValue(let option, let value, let expected):
      Bilingual(
        "\(option) kan inte vara ”\(value)”; skriv \(expected)",
        "\(option) cannot be “\(value)”; write \(expected)")
    case .missingArgument(let name): Bilingual("\(name) saknas", "\(name) is missing")
    case .longQuestion(let limit):
      Bilingual(
        "frågan på stdin är längre än \(limit) byte",
        "the question on stdin is longer than \(limit) bytes")
    case .surplusArgument(let text):
      Bilingual("”\(text)” är ett argument för mycket", "“\(text)” is one argument too many")
    case .excludingOptions(let a, let b):
      Bilingual(
        "\(a) och \(b) kan inte användas tillsammans", "\(a) and \(b) cannot be used together")
    case .missingCompanion(let option, let needed):
      Bilingual("\(option) gäller bara med \(needed)", "\(option) only works with \(needed)")
    case .contentFile(let option, let file):
      Bilingual(
        "\(option) skriver inte över \(file); välj ett annat namn på rapporten",
        "\(option) will not overwrite \(file); choose another name for the report")
    case .refusedInCI(let name):
      Bilingual("\(name) skriver inget när CI är satt", "\(name) writes nothing when CI is set")
    }
  }

  /// What was probably meant.
  private var nearest: String? {
    switch self {
    case .unknownCommand(let name): nearestName(to: name, in: CommandName.allCases.map(\.rawValue))
    case .unknownOption(let name, _, let known): nearestName(to: name, in: known)
    default: nil
    }
  }

  private static func didYouMean(_ name: String) -> Bilingual {
    Bilingual("; menade du ”\(name)”?", "; did you mean “\(name)”?")
  }

  /// Where the right usage stands; for a command that nobody knows also how a question is asked,
  /// since the word may be the first of one.
  func advice(for command: CommandName?, in language: InterfaceLanguage) -> String {
    let words = ["vagvisare", command?.rawValue, "--help"].compactMap { $0 }
    var advice = Bilingual("Hjälp: ", "Help: ")[language] + words.joined(separator: " ")
    if case .unknownCommand = self, nearest == nil {
      let ask = Bilingual(
        "En fråga ställs så här: vagvisare ask Vem betalar boendet?",
        "A question is asked like this: vagvisare ask Who pays for the housing?")
      advice = ask[language] + "\n" + advice
    }
    return advice
  }
}
