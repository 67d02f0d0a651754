import Knowledge

/// A shell that words can be completed in.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  static let names = allCases.map(\.rawValue)

  /// How one of them is asked for.
  static let synopsis = Bilingual(names.joined(separator: "|"), names.joined(separator: "|"))
}

/// What a shell completes, as a script for it, made of the same tables as `--help`.
struct Completions {
  let language: InterfaceLanguage

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// What can be typed before a command is: the options of a terminal's implied command.
  var optionsWithoutCommand: [OptionSpecification] {
    CommandName.commonOptions + CommandName.chat.options
  }

  /// The first line of a script, by which its reader knows how to make it anew.
  func heading(_ shell: Shell) -> String {
    let origin = Bilingual("gjort av", "made by")[language]
    return "# \(origin): vagvisare completions \(shell.rawValue)"
  }

  /// A text in quotes that every one of the shells takes for itself.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
