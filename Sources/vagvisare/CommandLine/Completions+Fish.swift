extension Completions {
  /// For fish, each option and word with what it means.
  var fish: String {
    """
    \(heading(.fish))
    # Whether the command on the line is this one; without a name, whether there is none yet.
    function __vagvisare_has
        for word in (commandline -opc)[2..]
            if contains -- $word \(CommandName.allCases.map(\.rawValue).joined(separator: " "))
                test "$word" = "$argv[1]"
                return
            end
        end
        test -z "$argv[1]"
    end

    function __vagvisare_topics
        set -l program (commandline -opc)[1]
        $program topics 2>/dev/null | string replace -r ' +' \\t
    end

    complete -c vagvisare -f
    \(lines.joined(separator: "\n"))

    """
  }

  private var lines: [String] {
    var lines = CommandName.commonOptions.map { line($0, nil) }
    lines += CommandName.chat.options.map { line($0, "__vagvisare_has") }
    lines += CommandName.allCases.map {
      "complete -c vagvisare -n __vagvisare_has -a \($0.rawValue) -d "
        + Self.quotedForFish($0.summary[language])
    }
    for command in CommandName.allCases {
      let condition = "__vagvisare_has \(command.rawValue)"
      lines += command.options.map { line($0, condition) }
      if let words = words(command.arguments.kind) {
        lines.append("complete -c vagvisare -n '\(condition)' \(words)")
      }
    }
    return lines
  }

  private func line(_ option: OptionSpecification, _ condition: String?) -> String {
    var line = "complete -c vagvisare"
    if let condition { line += " -n '\(condition)'" }
    line += " -l \(option.name.dropFirst(2))"
    if option.value != nil { line += " -r \(words(option.kind) ?? "-f")" }
    return line + " -d " + Self.quotedForFish(option.meaning[language])
  }

  /// What is offered for a value; nil for nothing.
  private func words(_ kind: ValueKind) -> String? {
    switch kind {
    case .text: nil
    case .file: "-F"
    case .folder: "-f -a '(__fish_complete_directories)'"
    case .topic: "-f -a '(__vagvisare_topics)'"
    case .words(let words): "-f -a '\(words.joined(separator: " "))'"
    }
  }

  private static func quotedForFish(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
