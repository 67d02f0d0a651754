import Knowledge

/// The manual page, made of the same tables as `--help`.
struct Manual {
  let language: InterfaceLanguage

  /// The page in roff, with the macros of man(7).
  var text: String {
    var page = Roff()
    // The title stands in capitals, as man prints it in the corners.
    page.request(
      "TH", "VAGVISARE", "1", Program.date, "vagvisare \(Program.version)",
      language.text("Användarkommandon", "User Commands"))
    page.request("SH", language.text("NAMN", "NAME"))
    page.line(
      "vagvisare \\- " + Roff.escaped(language.text("svar ur en källa", "answers from a source")))
    page.request("SH", language.text("ÖVERSIKT", "SYNOPSIS"))
    page.request("B", "vagvisare")
    page.line(Roff.escaped(language.text("[KOMMANDO] [VAL]", "[COMMAND] [OPTIONS]")))
    page.request("SH", language.text("BESKRIVNING", "DESCRIPTION"))
    page.prose(ProgramTable.purpose[language] + " " + ProgramTable.danger[language])
    page.request("PP")
    page.prose(ProgramTable.withoutCommand[language])
    page.request("SH", language.text("KOMMANDON", "COMMANDS"))
    for group in ProgramTable.groups {
      for command in group.commands { add(command, to: &page) }
    }
    page.request("SH", language.text("VAL FÖR ALLA KOMMANDON", "OPTIONS OF EVERY COMMAND"))
    for option in CommandName.commonOptions { add(option.synopsis, option.meaning, to: &page) }
    page.request("SH", language.text("MILJÖVARIABLER", "ENVIRONMENT"))
    for row in ProgramTable.variables { add(row.0, row.1, to: &page) }
    page.request("SH", language.text("SLUTKODER", "EXIT STATUS"))
    for row in ProgramTable.exitCodes { add(row.0, row.1, to: &page) }
    page.request("SH", language.text("EXEMPEL", "EXAMPLES"))
    for row in ProgramTable.examples { add(row.0, row.1, to: &page) }
    return page.text
  }

  private func add(_ command: CommandName, to page: inout Roff) {
    page.request("SS", "vagvisare " + command.synopsis(language))
    page.prose(command.details[language])
    for option in command.options { add(option.synopsis, option.meaning, to: &page) }
  }

  /// A word and, indented below it, what it means.
  private func add(_ name: Bilingual, _ meaning: Bilingual, to page: inout Roff) {
    page.request("TP")
    page.request("B", name[language])
    page.prose(meaning[language])
  }
}

/// A page in roff as it grows: requests, and prose on lines of at most 80 bytes, as its readers take it:
/// each letter outside ASCII becomes an escape of eight.
struct Roff {
  private(set) var text = ""

  private static let width = 80

  /// A request or macro with its arguments.
  mutating func request(_ name: String, _ arguments: String...) {
    // A quote within quotes is written twice.
    let quoted = arguments.map { " \"\(Self.escaped($0).replacing("\"", with: "\"\""))\"" }
    line("." + name + quoted.joined())
  }

  /// Text that is filled and wrapped again where the page is shown.
  mutating func prose(_ words: String) {
    var current = ""
    let length = { (text: String) in text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) } }
    for word in words.split(whereSeparator: \.isWhitespace).map({ Self.escaped(String($0)) }) {
      if !current.isEmpty, length(current) + 1 + length(word) > Self.width {
        add(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    add(current)
  }

  /// A line that begins as a request would is text all the same.
  private mutating func add(_ prose: String) {
    line(prose.hasPrefix(".") ? "\\&" + prose : prose)
  }

  mutating func line(_ line: String) { text += line + "\n" }

  /// Text as roff prints it: backslashes, quotes as they are typed, and the dashes of options.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isAtStart = true
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "'": escaped += "\\(aq"
      case "-" where isAtStart: escaped += "\\-"
      default: escaped.append(character)
      }
      // Inside a word a dash is a hyphen.
      isAtStart = !(character.isLetter || character.isNumber)
    }
    return escaped
  }
}
