import Knowledge

/// What can be typed after a colon, with its Swedish and English names.
package enum ChatCommand: CaseIterable, Sendable {
  case help, why, source, topics, language, new, reload, save, `private`, quit

  package var name: Bilingual {
    switch self {
    case .help: Bilingual("hjälp", "help")
    case .why: Bilingual("varför", "why")
    case .source: Bilingual("källa", "source")
    case .topics: Bilingual("ämnen", "topics")
    case .language: Bilingual("språk", "language")
    case .new: Bilingual("ny", "new")
    case .reload: Bilingual("ladda", "reload")
    case .save: Bilingual("spara", "save")
    case .private: Bilingual("privat", "private")
    case .quit: Bilingual("avsluta", "quit")
    }
  }

  /// What may stand after the name; empty for most.
  package var argument: Bilingual {
    switch self {
    case .language: Bilingual("sv|en|auto", "sv|en|auto")
    case .save: Bilingual("FIL", "FILE")
    default: Bilingual("", "")
    }
  }

  package var meaning: Bilingual {
    switch self {
    case .help: Bilingual("de här raderna", "these lines")
    case .why: Bilingual("varför det senaste svaret valdes", "why the last answer was chosen")
    case .source: Bilingual("var det senaste svaret står", "where the last answer comes from")
    case .topics: Bilingual("allt du kan fråga om", "everything you can ask about")
    case .language: Bilingual("svarens språk; auto: frågans", "language of answers; auto: yours")
    case .new: Bilingual("börja ett nytt samtal", "start a new conversation")
    case .reload: Bilingual("läs kunskapen på nytt", "read the knowledge again")
    case .save: Bilingual("spara samtalet i en ny fil", "save the conversation in a new file")
    case .private:
      Bilingual(
        "spara inget från och med nu; igen stänger av",
        "save nothing from now on; again turns it off")
    case .quit: Bilingual("avsluta; även Ctrl-D", "quit; also Ctrl-D")
    }
  }

  /// The command of a name in either language; å, ä and ö may be left out.
  package init?(name: some StringProtocol) {
    let typed = name.lowercased()
    let command = Self.allCases.first {
      $0.name.english == typed || $0.name.swedish == typed
        || $0.name.swedish.withoutAccents == typed
    }
    guard let command else { return nil }
    self = command
  }

  /// The command that ends the talk where a line is nothing but its name, even without a colon: so
  /// it is in other programs, and no question is made of that word alone.
  package static func isFarewell(_ line: String) -> Bool {
    ["quit", "exit", "avsluta"].contains(line.lowercased())
  }

  /// The names in one language, or in both where none is named; sorted.
  package static func names(in language: InterfaceLanguage? = nil) -> [String] {
    allCases.flatMap { command in
      language.map { [command.name[$0]] } ?? [command.name.english, command.name.swedish]
    }.sorted()
  }

  /// The name that was probably meant: one that begins with what was typed, or differs from it by
  /// little.
  package static func nearest(to typed: String, in language: InterfaceLanguage) -> String? {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return nil }
    let own = names(in: language)
    if let begun = (own + names()).first(where: {
      $0.hasPrefix(typed) || $0.withoutAccents.hasPrefix(typed)
    }) {
      return begun
    }
    for names in [own, names()] {
      // A letter with its dots forgotten is not far.
      let plain = nearestName(to: typed.withoutAccents, in: names.map(\.withoutAccents))
      if let plain { return names.first { $0.withoutAccents == plain } }
    }
    return nil
  }
}
