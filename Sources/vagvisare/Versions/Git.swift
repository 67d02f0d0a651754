import System

enum Git {
  /// What a command of git's says of a folder; nil where it fails or there is no git.
  static func run(in folder: String, _ words: [String]) -> String? {
    guard let (status, output) = StartedProgram.run(["git", "-C", folder] + words), status == 0
    else { return nil }
    return String(decoding: output, as: UTF8.self)
  }
}
