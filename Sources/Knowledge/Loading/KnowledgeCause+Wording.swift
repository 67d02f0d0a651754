extension KnowledgeCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  static let fileKinds = FileKind.allCases.map { ".\($0.rawValue)" }
    .joined(separator: ", ")

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// The question whether `name` was meant, with a space after it; empty where there is no name.
  static func suggestion(_ name: String?, _ question: String) -> String {
    name.map { question.replacingAll("%", with: $0) + " " } ?? ""
  }

  /// Of names that the program or the folder does not know.
  var namesWording: (swedish: Wording, english: Wording) {
    switch self {
    case .unknownRole(let name, let nearest):
      (
        Wording(
          "begreppsrollen ”\(name)” finns inte",
          Self.suggestion(nearest, "Menade du ”%”?") + "Rollerna: \(Self.roles)."),
        Wording(
          "there is no concept role “\(name)”",
          Self.suggestion(nearest, "Did you mean “%”?") + "The roles: \(Self.roles).")
      )
    case .unknownPhrase(let name, let nearest):
      (
        Wording(
          "frasen ”\(name)” sägs aldrig",
          Self.suggestion(nearest, "Menade du ”%”?") + "Ta bort raden, eller rätta namnet."),
        Wording(
          "the phrase “\(name)” is never said",
          Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or mend the name.")
      )
    case .unusedPhrase(let name, let nearest):
      (
        Wording(
          "frasen ”\(name)” hör till ett namn som mappen inte har",
          Self.suggestion(nearest, "Menade du ”%”?") + "Ta bort raden, eller rätta namnet."),
        Wording(
          "the phrase “\(name)” belongs to a name that the folder does not have",
          Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or mend the name.")
      )
    case .unknownPlaceholder(let name, let phrase, let nearest, let known):
      (
        Wording(
          "{\(name)} fylls inte i, i frasen ”\(phrase)”",
          Self.suggestion(nearest, "Menade du {%}?")
            + (known.isEmpty ? "Här fylls bara uppgifter i." : "Här finns: \(Self.braced(known)).")),
        Wording(
          "{\(name)} is not filled in, in the phrase “\(phrase)”",
          Self.suggestion(nearest, "Did you mean {%}?")
            + (known.isEmpty
              ? "Only facts are filled in here." : "There are: \(Self.braced(known))."))
      )
    case .unsaidPlaceholder(let name, let phrase):
      (
        Wording("frasen ”\(phrase)” säger inte {\(name)}", "Skriv {\(name)} där det ska stå."),
        Wording("the phrase “\(phrase)” does not say {\(name)}", "Write {\(name)} where it goes.")
      )
    case .lackingPhrases(let names, let code):
      (
        Wording(
          "fraser saknas på \(code.languageName.swedish): \(Self.list(names))",
          "Lägg till dem under == \(code); annars sägs inget, eller bara tecken."),
        Wording(
          "phrases are missing in \(code.languageName.english): \(Self.list(names))",
          "Add them below == \(code); else nothing is said, or signs only.")
      )
    case .sharedArea(let area, let topic, let position):
      (
        Wording(
          "\(area) täcks också av \(topic)",
          "Den står i \(position.description); låt området stå i ett ämne."),
        Wording(
          "\(area) is covered by \(topic) too",
          "It stands in \(position.description); let the area stand in one topic.")
      )
    default: (Wording("", ""), Wording("", ""))
    }
  }

  private static let roles = list(ConceptRole.names(in: ["sv"]))

  private static func braced(_ names: [String]) -> String { list(names.map { "{\($0)}" }) }
}
