/// Wrong usage: what was wrong, to be put into words in one place.
enum UsageError: Error {
  case unknownCommand(String)
  /// An option that the command does not know; nil for the program itself.
  case unknownOption(String, CommandName?, known: [String])
  case missingValue(OptionSpecification)
  /// A value for an option that takes none.
  case surplusValue(String)
  case badValue(option: String, value: String, expected: String)
  case missingArgument(String)
  /// A question on stdin that is longer than the limit, in bytes.
  case longQuestion(limit: Int)
  case surplusArgument(String)
  case excludingOptions(String, String)
  /// An option that says nothing without another.
  case missingCompanion(String, needed: String)
  /// A report must not take the place of a file that somebody wrote.
  case contentFile(option: String, file: String)
  /// Not while a build server runs the program.
  case refusedInCI(String)
}
