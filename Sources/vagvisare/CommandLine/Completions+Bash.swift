extension Completions {
  /// For bash alone, without the package bash-completion.
  var bash: String {
    """
    \(heading(.bash))
    _vagvisare() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local command='' options arguments kind word
      # --lang=sv comes as three words.
      if [[ $current == '=' ]]; then
        current=''
      elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
          \(names.joined(separator: "|"))) command=$word; break ;;
        esac
      done
      case $command in
        '') options='\(words(optionsWithoutCommand))' arguments='\(names.joined(separator: " "))' ;;
    \(commandCases)
      esac
      kind=$arguments
      if [[ $current == -* ]]; then kind=$options; fi
      case "$command $previous" in
    \(valueCases)
      esac
      COMPREPLY=()
      case $kind in
        text) ;;
        file) compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        folder) compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        topic) mapfile -t COMPREPLY < <(
          compgen -W "$("${COMP_WORDS[0]}" topics 2>/dev/null | cut -d ' ' -f 1)" -- "$current") ;;
        *) mapfile -t COMPREPLY < <(compgen -W "$kind" -- "$current") ;;
      esac
    }
    complete -F _vagvisare vagvisare

    """
  }

  private var names: [String] { CommandName.allCases.map(\.rawValue) }

  private func words(_ options: [OptionSpecification]) -> String {
    options.map(\.name).joined(separator: " ")
  }

  /// What each command takes.
  private var commandCases: String {
    CommandName.allCases.map {
      let options = words(CommandName.commonOptions + $0.options)
      return "    \($0.rawValue)) options='\(options)' arguments=\(kind($0.arguments.kind)) ;;"
    }.joined(separator: "\n")
  }

  /// What each option with a value takes.
  private var valueCases: String {
    let common = CommandName.commonOptions.map { ("*' \($0.name)'", $0) }
    let implied = CommandName.chat.options.map { ("' \($0.name)'", $0) }
    let own = CommandName.allCases.flatMap { command in
      command.options.map { ("'\(command.rawValue) \($0.name)'", $0) }
    }
    return (common + implied + own).filter { $0.1.value != nil }
      .map { "    \($0.0)) kind=\(kind($0.1.kind)) ;;" }.joined(separator: "\n")
  }

  private func kind(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .file: "file"
    case .folder: "folder"
    case .topic: "topic"
    case .words(let words): Self.quoted(words.joined(separator: " "))
    }
  }
}
