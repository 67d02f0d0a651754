import Knowledge

/// A command of the program.
enum CommandName: String, CaseIterable {
  case chat, ask, serve, explain, topics, check, test, evaluate, compare, report
}

/// Wrong usage: what was wrong, to be worded with the usage line.
enum UsageError: Error {
  case unknownCommand(String)
  case unknownOption(String, CommandName)
  case missingValue(String)
  case badValue(option: String, value: String, expected: String)
  case missingArgument(String)
  case surplusArgument(String)
  case excludingOptions(String, String)
  /// Not while a build server runs the program.
  case refusedInCI(String)
}

/// The options that a command knows beside the common ones, and whether they take a value.
struct OptionSpecification {
  let name: String
  let takesValue: Bool
}

/// What was typed on the command line.
struct CommandLineOptions {
  var command: CommandName?
  /// What stands for no option, in order.
  var arguments: [String] = []
  private var values: [String: String] = [:]
  var wantsHelp = false
  var wantsVersion = false

  private static let common = [
    OptionSpecification(name: "--knowledge", takesValue: true),
    OptionSpecification(name: "--lang", takesValue: true),
  ]

  /// Reads the words after the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    if let first = rest.first, !first.hasPrefix("-") {
      guard let command = CommandName(rawValue: first) else {
        throw .unknownCommand(first)
      }
      self.command = command
      rest = rest.dropFirst()
    }
    let known = Self.common + (command?.options ?? [])
    var onlyArguments = false
    while let word = rest.popFirst() {
      if onlyArguments || !word.hasPrefix("--") || word == "-" {
        arguments.append(word)
        // A question is everything that follows, dashes and all.
        if command?.takesQuestion == true { onlyArguments = true }
        continue
      }
      switch word {
      case "--":
        onlyArguments = true
        continue
      case "--help":
        wantsHelp = true
        continue
      case "--version":
        wantsVersion = true
        continue
      default: break
      }
      let name = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
      guard let option = known.first(where: { $0.name == name }) else {
        throw .unknownOption(name, command ?? .chat)
      }
      if !option.takesValue {
        values[name] = ""
      } else if name.count < word.count {
        values[name] = String(word.dropFirst(name.count + 1))
      } else if let value = rest.popFirst() {
        values[name] = value
      } else {
        throw .missingValue(name)
      }
    }
  }

  /// The value of an option; nil where it was not given.
  subscript(name: String) -> String? { values[name] }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The question that the arguments make, joined by spaces.
  var question: String { arguments.joined(separator: " ") }
}

extension CommandName {
  var options: [OptionSpecification] {
    func flag(_ name: String) -> OptionSpecification { .init(name: name, takesValue: false) }
    func value(_ name: String) -> OptionSpecification { .init(name: name, takesValue: true) }
    return switch self {
    case .chat: [value("--history")]
    case .ask: [flag("--json")]
    case .serve: [flag("--jsonl")]
    case .explain, .topics: []
    case .check: [flag("--strict"), flag("--json"), flag("--fix")]
    case .test:
      [
        flag("--accept"), flag("--watch"), value("--junit"), flag("--tap"), flag("--coverage"),
      ]
    case .evaluate: [flag("--json")]
    case .compare: [value("--against")]
    case .report: [value("--html")]
    }
  }

  /// Whether the arguments are a question.
  var takesQuestion: Bool { self == .ask || self == .explain }
}
