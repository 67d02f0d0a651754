import Knowledge

/// The help texts of the program and its commands, at most 80 columns wide.
struct Help {
  let language: InterfaceLanguage

  private static let width = 80
  /// Where the explanations of a table begin, unless what they explain is longer.
  private static let column = 24

  /// The help of a command; nil for the program's own.
  func text(for command: CommandName?) -> String {
    let lines = command.map(lines) ?? overview
    return lines.joined(separator: "\n")
  }

  // MARK: The program

  private var overview: [String] {
    [
      text(
        "Vägvisare svarar på frågor om människohandel i Sverige ur den nationella",
        "Vägvisare answers questions on human trafficking in Sweden from the national"),
      text(
        "broschyren från 2018. Akut fara: ring 112. Stödtelefonen: 020-39 00 00.",
        "brochure of 2018. Acute danger: call 112. The support line: 020-39 00 00."),
      "",
      text("Användning: vagvisare [KOMMANDO] [VAL]", "Usage: vagvisare [COMMAND] [OPTIONS]"),
      "",
      text("Fråga:", "Asking:"),
    ] + commands([.chat, .ask, .explain, .topics, .serve]) + [
      "", text("Arbeta med innehållet:", "Working on the content:"),
    ] + commands([.check, .test, .compare, .evaluate, .report, .new]) + [
      "",
      text(
        "Utan kommando: chat på en terminal, serve i ett rör.",
        "Without a command: chat on a terminal, serve on a pipe."),
      "", text("Val för alla kommandon:", "Options of every command:"),
    ] + table(CommandName.commonOptions.map { ($0.synopsis, $0.meaning) }) + [
      "", text("Miljövariabler:", "Environment variables:"),
    ] + table(Self.variables) + ["", text("Slutkoder:", "Exit codes:")] + table(Self.exitCodes) + [
      "",
      text(
        "Mer om ett kommando: vagvisare KOMMANDO --help",
        "More on a command: vagvisare COMMAND --help"),
    ]
  }

  private static let variables: [(Bilingual, Bilingual)] = [
    (
      Bilingual("VAGVISARE_KNOWLEDGE", "VAGVISARE_KNOWLEDGE"),
      Bilingual("kunskapsmappen", "the knowledge folder")
    ),
    (
      Bilingual("NO_COLOR", "NO_COLOR"),
      Bilingual("inga färger, om den inte är tom", "no colour, unless it is empty")
    ),
    (
      Bilingual("LC_ALL, LC_MESSAGES, LANG", "LC_ALL, LC_MESSAGES, LANG"),
      Bilingual(
        "programmets eget språk: svenska om den första som är satt börjar med sv",
        "the program's own language: Swedish if the first that is set begins with sv")
    ),
  ]

  private static let exitCodes: [(Bilingual, Bilingual)] = [
    (Bilingual("0", "0"), Bilingual("bra", "good")),
    (
      Bilingual("1", "1"),
      Bilingual(
        "ask hade inget svar; check, test eller compare fann något",
        "ask had no answer; check, test or compare found something")
    ),
    (
      Bilingual("2", "2"),
      Bilingual(
        "kunskap, utskrift eller annan fil kan inte läsas eller skrivas",
        "knowledge, a transcript or another file cannot be read or written")
    ),
    (Bilingual("64", "64"), Bilingual("fel på kommandoraden", "wrong usage")),
  ]

  private func commands(_ names: [CommandName]) -> [String] {
    table(names.map { (Bilingual($0.synopsis(.swedish), $0.synopsis(.english)), $0.summary) })
  }

  // MARK: A command

  private func lines(of command: CommandName) -> [String] {
    var lines = [
      text("Användning: ", "Usage: ") + "vagvisare \(command.synopsis(language))"
        + text(" [VAL]", " [OPTIONS]"), "",
    ]
    lines += command.details[language].split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if !command.options.isEmpty {
      lines += ["", text("Val:", "Options:")]
      lines += table(command.options.map { ($0.synopsis, $0.meaning) })
    }
    lines += ["", text("Val för alla kommandon:", "Options of every command:")]
    return lines + table(CommandName.commonOptions.map { ($0.synopsis, $0.meaning) })
  }

  // MARK: Layout

  /// Two columns; an explanation that is too long goes on below itself.
  private func table(_ rows: [(name: Bilingual, meaning: Bilingual)]) -> [String] {
    let indent = String(repeating: " ", count: Self.column)
    return rows.flatMap { row -> [String] in
      let name = "  " + row.name[language]
      var lines: [String] = []
      var line = name
      if name.count + 2 > Self.column {
        lines.append(name)
        line = ""
      }
      line += String(repeating: " ", count: Self.column - line.count)
      var isFirst = true
      for word in row.meaning[language].split(separator: " ") {
        if !isFirst, line.count + 1 + word.count > Self.width {
          lines.append(line)
          line = indent
          isFirst = true
        }
        line += (isFirst ? "" : " ") + word
        isFirst = false
      }
      return lines + [line]
    }
  }

  private func text(_ swedish: String, _ english: String) -> String {
    Bilingual(swedish, english)[language]
  }
}
