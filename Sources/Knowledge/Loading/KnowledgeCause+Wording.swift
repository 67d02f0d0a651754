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

  static let roles = list(ConceptRole.names(in: ["sv"]))

  static func braced(_ names: [String]) -> String { list(names.map { "{\($0)}" }) }
}
