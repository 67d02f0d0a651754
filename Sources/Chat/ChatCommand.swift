import Knowledge

/// What can be typed after a colon, with its Swedish and English names.
package enum ChatCommand: CaseIterable, Sendable {
  case help, why, source, topics, language, new, reload, save, `private`, quit

  package var swedish: String {
    switch self {
    case .help: "hjälp"
    case .why: "varför"
    case .source: "källa"
    case .topics: "ämnen"
    case .language: "språk"
    case .new: "ny"
    case .reload: "ladda"
    case .save: "spara"
    case .private: "privat"
    case .quit: "avsluta"
    }
  }

  package var english: String {
    switch self {
    case .help: "help"
    case .why: "why"
    case .source: "source"
    case .topics: "topics"
    case .language: "language"
    case .new: "new"
    case .reload: "reload"
    case .save: "save"
    case .private: "private"
    case .quit: "quit"
    }
  }

  /// The command of a name in either language; å, ä and ö may be left out.
  package init?(name: some StringProtocol) {
    let typed = name.lowercased()
    let command = Self.allCases.first {
      $0.english == typed || $0.swedish == typed || $0.swedish.withoutAccents == typed
    }
    guard let command else { return nil }
    self = command
  }

  package static var allNames: [String] {
    allCases.flatMap { [$0.english, $0.swedish] }.sorted()
  }

  package func name(in language: InterfaceLanguage) -> String {
    language == .swedish ? swedish : english
  }

  /// What the command does, and what may stand after its name.
  package func description(in language: InterfaceLanguage) -> (argument: String, text: String) {
    switch (self, language) {
    case (.help, .swedish): ("", "de här raderna")
    case (.help, .english): ("", "these lines")
    case (.why, .swedish): ("", "varför det senaste svaret valdes")
    case (.why, .english): ("", "why the last answer was chosen")
    case (.source, .swedish): ("", "var det senaste svaret står")
    case (.source, .english): ("", "where the last answer stands")
    case (.topics, .swedish): ("", "allt du kan fråga om")
    case (.topics, .english): ("", "everything you can ask about")
    case (.language, .swedish): ("sv|en|auto", "svarens språk")
    case (.language, .english): ("sv|en|auto", "the language of the answers")
    case (.new, .swedish): ("", "börja ett nytt samtal")
    case (.new, .english): ("", "begin a new conversation")
    case (.reload, .swedish): ("", "läs kunskapsbasen igen")
    case (.reload, .english): ("", "read the knowledge again")
    case (.save, .swedish): ("FIL", "spara samtalet som utskrift")
    case (.save, .english): ("FILE", "save the session as a transcript")
    case (.private, .swedish): ("", "inget mer i historik eller utskrift; en gång till: åter på")
    case (.private, .english): ("", "nothing more in history or transcript; once more: on again")
    case (.quit, .swedish): ("", "avsluta (eller Ctrl-D)")
    case (.quit, .english): ("", "quit (or Ctrl-D)")
    }
  }
}

extension String {
  fileprivate var withoutAccents: String {
    String(map { ["å": "a", "ä": "a", "ö": "o"][$0] ?? $0 })
  }
}
