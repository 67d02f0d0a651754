import Knowledge

extension UsageError {
  /// What was wrong and what is right, a line each.
  func description(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.unknownCommand(let name), .swedish):
      "okänt kommando ”\(name)”" + hint(nearest(name), "; menade du ”%”?")
    case (.unknownCommand(let name), .english):
      "unknown command “\(name)”" + hint(nearest(name), "; did you mean “%”?")
    case (.unknownOption(let name, let command), .swedish):
      "okänt val ”\(name)”; se vagvisare \(command.rawValue) --help"
    case (.unknownOption(let name, let command), .english):
      "unknown option “\(name)”; see vagvisare \(command.rawValue) --help"
    case (.missingValue(let name), .swedish): "\(name) behöver ett värde"
    case (.missingValue(let name), .english): "\(name) needs a value"
    case (.badValue(let option, let value, let expected), .swedish):
      "\(option): ”\(value)” går inte; skriv \(expected)"
    case (.badValue(let option, let value, let expected), .english):
      "\(option): “\(value)” will not do; write \(expected)"
    case (.missingArgument(let name), .swedish): "\(name) saknas"
    case (.missingArgument(let name), .english): "\(name) is missing"
    case (.surplusArgument(let text), .swedish): "”\(text)” är för mycket"
    case (.surplusArgument(let text), .english): "“\(text)” is too much"
    case (.excludingOptions(let a, let b), .swedish): "\(a) och \(b) går inte ihop"
    case (.excludingOptions(let a, let b), .english): "\(a) and \(b) do not go together"
    case (.refusedInCI(let name), .swedish): "\(name) skriver inget när CI är satt"
    case (.refusedInCI(let name), .english): "\(name) writes nothing while CI is set"
    }
  }

  private func nearest(_ name: String) -> String? {
    nearestName(to: name, in: CommandName.allCases.map(\.rawValue))
  }

  private func hint(_ name: String?, _ question: String) -> String {
    name.map { question.replacingAll("%", with: $0) } ?? ""
  }
}
