/// What was typed on the command line.
struct CommandLineOptions {
  /// nil where none was named.
  private(set) var command: CommandName?
  /// What stands for no option, in order.
  private(set) var arguments: [String] = []
  private(set) var wantsHelp = false
  private(set) var wantsVersion = false
  private var values: [String: String] = [:]

  /// Reads the words after the program's name; without a command `implied` says whose options are
  /// known.
  ///
  /// Options stand anywhere, up to `--`. A word with spaces is no option: it is a question in
  /// quotes.
  init(_ words: [String], implied: CommandName) throws(UsageError) {
    let shortHelp = "-h"
    var rest = words[...]
    var known = CommandName.commonOptions + implied.options
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      guard word.isOption else {
        try takeArgument(word, &known)
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      let attached = name.count < word.count ? String(word.dropFirst(name.count + 1)) : nil
      guard let option = known.first(where: { $0.name == name || name == shortHelp }) else {
        throw .unknownOption(name, command, known: known.map(\.name))
      }
      if option.value != nil, name != shortHelp {
        guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
          throw .missingValue(option)
        }
        values[name] = value
      } else if attached != nil {
        throw .surplusValue(name)
      } else if name == "--help" || name == shortHelp {
        wantsHelp = true
      } else if name == "--version" {
        wantsVersion = true
      } else {
        values[name] = ""
      }
    }
    if wantsHelp || wantsVersion { return }
    let most = (command ?? implied).arguments.most
    if arguments.count > most { throw .surplusArgument(arguments[most]) }
  }

  /// Takes the first word for the command, those after it for its arguments.
  private mutating func takeArgument(
    _ word: String, _ known: inout [OptionSpecification]
  ) throws(UsageError) {
    if command != nil {
      arguments.append(word)
    } else if word == "help" {
      // As other programs have it: `help ask` is `ask --help`.
      wantsHelp = true
    } else if let named = CommandName(rawValue: word) {
      command = named
      known = CommandName.commonOptions + named.options
    } else {
      throw .unknownCommand(word)
    }
  }

  /// The value of an option; nil where it was not given.
  subscript(name: String) -> String? { values[name] }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The question that the arguments make, joined by spaces.
  var question: String { arguments.joined(separator: " ") }
}

extension String {
  /// Whether the word is written as options are: a dash, then no space before any `=`.
  fileprivate var isOption: Bool {
    hasPrefix("-") && self != "-" && !prefix { $0 != "=" }.contains(where: \.isWhitespace)
  }
}
