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
    var lines = [
      ProgramTable.purpose[language], ProgramTable.danger[language], "",
      language.text(
        "Användning: vagvisare [KOMMANDO] [VAL]", "Usage: vagvisare [COMMAND] [OPTIONS]"),
    ]
    for group in ProgramTable.groups {
      lines += ["", group.title[language] + ":"] + commands(group.commands)
    }
    lines += ["", ProgramTable.withoutCommand[language]]
    lines += ["", language.text("Val för alla kommandon:", "Options of every command:")]
    lines += table(CommandName.commonOptions.map { ($0.synopsis, $0.meaning) })
    lines += ["", language.text("Miljövariabler:", "Environment variables:")]
    lines += table(ProgramTable.variables)
    lines += ["", language.text("Slutkoder:", "Exit codes:")] + table(ProgramTable.exitCodes)
    return lines + [
      "",
      language.text(
        "Mer om ett kommando: vagvisare KOMMANDO --help",
        "More on a command: vagvisare COMMAND --help"),
    ]
  }

  private func commands(_ names: [CommandName]) -> [String] {
    table(names.map { (Bilingual($0.synopsis(.swedish), $0.synopsis(.english)), $0.summary) })
  }

  // MARK: A command

  private func lines(of command: CommandName) -> [String] {
    var lines = [
      language.text("Användning: ", "Usage: ") + "vagvisare \(command.synopsis(language))"
        + language.text(" [VAL]", " [OPTIONS]"), "",
    ]
    lines += command.details[language].split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if !command.options.isEmpty {
      lines += ["", language.text("Val:", "Options:")]
      lines += table(command.options.map { ($0.synopsis, $0.meaning) })
    }
    lines += ["", language.text("Val för alla kommandon:", "Options of every command:")]
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
}
