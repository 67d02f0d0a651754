import Knowledge

/// A command of the program.
enum CommandName: String, CaseIterable {
  case chat, ask, serve, explain, topics, check, test, evaluate, compare, report
  case new, completions, manual
}

/// What may stand for a value, as far as a shell can offer it.
enum ValueKind: Equatable {
  /// Anything; nothing is offered.
  case text
  case file, folder
  /// The id of a topic of the knowledge.
  case topic
  case words([String])
}

/// An option: what the parser accepts and what the help says, so that the two cannot drift apart.
struct OptionSpecification {
  let name: String
  /// What stands for the value in the help; nil for an option that takes none.
  let value: Bilingual?
  let kind: ValueKind
  let meaning: Bilingual

  /// The name, with what stands for its value.
  var synopsis: Bilingual {
    guard let value else { return Bilingual(name, name) }
    return Bilingual("\(name) \(value.swedish)", "\(name) \(value.english)")
  }

  static func flag(_ name: String, _ swedish: String, _ english: String) -> Self {
    Self(name: name, value: nil, kind: .text, meaning: Bilingual(swedish, english))
  }

  static func value(
    _ name: String, _ value: Bilingual, _ kind: ValueKind, _ swedish: String,
    _ english: String
  ) -> Self {
    Self(name: name, value: value, kind: kind, meaning: Bilingual(swedish, english))
  }
}

/// The arguments of a command that are no options.
struct ArgumentSpecification {
  /// How they are written in the usage line; empty where there are none.
  let synopsis: Bilingual
  var kind = ValueKind.text
  let most: Int

  static let none = Self(synopsis: Bilingual("", ""), most: 0)
}

extension CommandName {
  var arguments: ArgumentSpecification {
    switch self {
    case .chat, .serve, .check, .manual: .none
    case .ask, .explain: .init(synopsis: Bilingual("FRÅGA…|-", "QUESTION…|-"), most: .max)
    case .topics: .init(synopsis: Bilingual("[ID]", "[ID]"), kind: .topic, most: 1)
    case .test, .compare, .report:
      .init(synopsis: Bilingual("[SÖKVÄG…]", "[PATH…]"), kind: .file, most: .max)
    case .new: .init(synopsis: Bilingual("MAPP", "DIR"), kind: .folder, most: 1)
    case .evaluate:
      .init(synopsis: Bilingual("FIL.jsonl…", "FILE.jsonl…"), kind: .file, most: .max)
    case .completions: .init(synopsis: Shell.synopsis, kind: .words(Shell.names), most: 1)
    }
  }

  /// The options that the command knows beside the common ones.
  var options: [OptionSpecification] {
    let file = Bilingual("FIL", "FILE")
    return switch self {
    case .chat:
      [
        .value(
          "--history", file, .file, "spara frågorna till nästa gång i FIL, som bara du kan läsa",
          "save the questions for next time in FILE, which only you can read")
      ]
    case .ask:
      [
        .flag(
          "--json", "ett JSON-objekt med protokollets fält",
          "one JSON object with the protocol's fields")
      ]
    case .serve:
      [
        .flag(
          "--jsonl", "ett JSON-objekt på varje rad, i båda riktningar",
          "one JSON object on each line, in both directions"),
        .value(
          "--listen", Bilingual("ADRESS", "ADDRESS"), .text,
          "en process för många anslutningar: 127.0.0.1:7400, unix:SÖKVÄG, eller systemd",
          "one process for many connections: 127.0.0.1:7400, unix:PATH, or systemd"),
        .value(
          "--connections", Bilingual("ANTAL", "NUMBER"), .text,
          "högst så många på en gång med --listen; annars 4096",
          "at most this many at once with --listen; default 4096"),
        .value(
          "--idle", Bilingual("SEKUNDER", "SECONDS"), .text,
          "stäng en anslutning som har varit tyst så länge; annars 1800",
          "close a connection that has been silent this long; default 1800"),
      ]
    case .topics, .new, .completions, .manual: []
    case .explain:
      [
        .value(
          "--after", Bilingual("ÄMNE[#DEL]", "TOPIC[#PART]"), .topic,
          "som följdfråga, efter svaret om ämnet eller delen",
          "as a follow-up, after the answer on that topic or part")
      ]
    case .check:
      [
        .flag("--strict", "räkna varningar som fel", "treat warnings as errors"),
        .flag(
          "--all", "visa varje varning för sig, även likadana",
          "show every warning by itself, even if others say the same"),
        .flag("--json", "som JSON, för andra program", "as JSON, for other programs"),
        .flag(
          "--fix", "ordna filernas block, nycklar och mellanrum",
          "put the blocks, keys and spaces of the files in order"),
      ]
    case .test:
      [
        .flag(
          "--accept", "föreslå nya rader med @ och <, en i taget; inget skrivs när CI är satt",
          "propose new @ and < lines, one by one; nothing is written when CI is set"),
        .flag(
          "--watch", "kör om det som en ändring berör, tills inmatningen tar slut",
          "rerun what a change affects, until the input ends"),
        .value("--junit", file, .file, "skriv en JUnit-rapport", "write a JUnit report"),
        .flag("--tap", "skriv i TAP-format", "write in the TAP format"),
        .flag(
          "--coverage", "visa vilka ämnen och uppgifter som inget samtal prövar",
          "show which topics and facts no transcript tests"),
      ]
    case .evaluate:
      [
        .flag("--json", "som JSON, för andra program", "as JSON, for other programs"),
        .value(
          "--least", Bilingual("PROCENT", "PERCENT"), .text,
          "slutkod 1 om färre är rätt, för automatiska prov",
          "exit code 1 if fewer are right, for automatic checks"),
      ]
    case .compare:
      [
        .value(
          "--against", Bilingual("VERSION", "VERSION"), .folder,
          "den andra versionen: en mapp eller en git-revision",
          "the other version: a folder or a git revision")
      ]
    case .report:
      [.value("--html", file, .file, "skriv sidan i FIL", "write the page to FILE")]
    }
  }

  /// The options that every command knows.
  static let commonOptions: [OptionSpecification] = [
    .value(
      "--knowledge", Bilingual("MAPP", "DIR"), .folder,
      "kunskapsmappen; annars $VAGVISARE_KNOWLEDGE, annars närmaste mapp Knowledge",
      "the knowledge folder; by default $VAGVISARE_KNOWLEDGE or the nearest folder Knowledge"),
    .value(
      "--lang", Bilingual("sv|en|auto", "sv|en|auto"), .words(["sv", "en", "auto"]),
      "svarens språk; auto: samma som frågans",
      "the language of the answers; auto: that of the question"),
    .flag("--help", "den här hjälpen", "this help"),
    .flag("--version", "programmets version", "the program's version"),
  ]
}
