import FoundationEssentials
import Knowledge
import System
import Transcripts

/// What the content editors' commands have in common.
extension CommandContext {
  var styling: ReportStyling { ReportStyling(environment: environment) }

  /// One of two wordings, by the language of the locale.
  func text(_ swedish: String, _ english: String) -> String {
    interface.text(swedish, english)
  }

  /// The paths that were given, else the folder of transcripts: the one beside the knowledge, or in
  /// the working directory.
  var transcriptPaths: [String] {
    if !options.arguments.isEmpty { return options.arguments }
    let name = "Transcripts"
    let parent = folder.map { $0.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
    let root = folder?.hasPrefix("/") == true ? "/" : ""
    let beside = parent.isEmpty ? root + name : root + parent + "/" + name
    return [FileManager.default.fileExists(atPath: beside) ? beside : name]
  }

  /// Writes a line of a report.
  func show(_ line: ReportLine) { Output.line(styling.render(line)) }

  /// Tells what to do next in the round of edit, check, test, compare, commit.
  func nextStep(_ swedish: String, _ english: String) {
    Output.message(text("Nästa steg: \(swedish)", "Next: \(english)"))
  }

  /// The file that an option names for a report; nil where the option is not given.
  func reportFile(_ option: String) throws(UsageError) -> String? {
    guard let file = options[option] else { return nil }
    let endings = FileKind.allCases.map(\.rawValue) + ["transcript", "jsonl", "md", "swift"]
    if endings.contains(where: { file.hasSuffix("." + $0) }) {
      throw .contentFile(option: option, file: file)
    }
    return file
  }

  /// Writes a file whole; says so where it cannot be written.
  func write(_ bytes: [UInt8], to path: String) -> Bool {
    do {
      try WholeFile.replace(path, with: bytes)
      return true
    } catch {
      Output.message(
        "\(path): error: " + text("filen kan inte skrivas", "the file cannot be written"))
      return false
    }
  }
}

extension Array where Element == Problem {
  var errorCount: Int { count { $0.severity == .error } }
}
