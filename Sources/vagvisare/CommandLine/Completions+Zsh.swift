extension Completions {
  /// For zsh, as a function in a folder of its `fpath` or after `compinit`.
  var zsh: String {
    """
    #compdef vagvisare
    \(heading(.zsh))
    _vagvisare_topics() {
      local -a topics
      topics=(${(f)"$(_call_program topics $service topics 2>/dev/null | cut -d ' ' -f 1)"})
      compadd -a topics
    }

    _vagvisare_commands() {
      local -a commands
      commands=(
    \(commands)
      )
      _describe -t commands vagvisare commands
    }

    _vagvisare() {
      local curcontext=$curcontext state line
      local -a common
      typeset -A opt_args
      common=(
    \(CommandName.commonOptions.map { "    " + specification($0) }.joined(separator: "\n"))
      )
      _arguments -C -S $common\(following(CommandName.chat.options.map(specification))) \\
        '1: :_vagvisare_commands' '*:: :->arguments'
      [[ $state == arguments ]] || return
      case $line[1] in
    \(cases)
      esac
    }

    if [[ $funcstack[1] == _vagvisare ]]; then
      _vagvisare "$@"
    else
      compdef _vagvisare vagvisare
    fi

    """
  }

  private var commands: String {
    CommandName.allCases.map {
      "    " + Self.quoted("\($0.rawValue):\($0.summary[language])")
    }.joined(separator: "\n")
  }

  /// What stands after each command.
  private var cases: String {
    CommandName.allCases.map { command in
      let options = command.options.map(specification)
      var rest: [String] = []
      if command.arguments.most > 0 {
        let many = command.arguments.most > 1 ? "*" : ""
        let name = Self.message(command.arguments.synopsis[language])
        rest = [Self.quoted("\(many):\(name):\(Self.action(command.arguments.kind))")]
      }
      return "    \(command.rawValue)) _arguments -S $common\(following(options + rest)) ;;"
    }.joined(separator: "\n")
  }

  /// The lines on which a command goes on.
  private func following(_ words: [String]) -> String {
    words.map { " \\\n        " + $0 }.joined()
  }

  private func specification(_ option: OptionSpecification) -> String {
    let meaning = option.meaning[language].replacing("]", with: "\\]").replacing("[", with: "\\[")
    guard let value = option.value else { return Self.quoted("\(option.name)[\(meaning)]") }
    // The value stands in the same word after =, or is the next word.
    return Self.quoted(
      "\(option.name)=[\(meaning)]:\(Self.message(value[language])):\(Self.action(option.kind))")
  }

  /// What is shown above the words that are offered.
  private static func message(_ text: String) -> String { text.replacing(":", with: "\\:") }

  private static func action(_ kind: ValueKind) -> String {
    switch kind {
    case .text: " "
    case .file: "_files"
    case .folder: "_files -/"
    case .topic: "_vagvisare_topics"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }
}
