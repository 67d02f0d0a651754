import FoundationEssentials
import Knowledge

/// `vagvisare new`: a folder to begin with, for another organisation.
struct NewCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let folder = context.options.arguments.first else {
      throw .missingArgument(Bilingual("MAPP", "DIR")[context.interface])
    }
    let languages = try languages()
    guard isFree(folder) else {
      Output.message(
        context.text(
          "vagvisare: \(folder) finns redan och är inte tom; välj en ny mapp",
          "vagvisare: \(folder) already exists and is not empty; choose a new folder"))
      return .unreadable
    }
    let files = Template.files(for: languages)
    for file in files {
      let path = folder + "/" + file.path
      let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      try? FileManager.default.createDirectory(
        atPath: String(parent), withIntermediateDirectories: true)
      guard context.write(Array(file.text.utf8), to: path) else { return .unreadable }
    }
    Output.line(
      context.text(
        "\(files.count) filer i \(folder): ett exempel på allt, om ett bibliotek",
        "\(files.count) files in \(folder): one example of everything, about a library"))
    context.nextStep(
      "cd \(folder), läs Knowledge/README.md, ändra ett ämne och kör vagvisare check",
      "cd \(folder), read Knowledge/README.md, change a topic and run vagvisare check")
    return .good
  }

  /// The languages that `--lang` names, as `sv`, `en` or `sv,en`; both without.
  private func languages() throws(UsageError) -> [LanguageCode] {
    guard let value = context.options["--lang"], value != "auto" else { return Template.languages }
    let chosen = value.split(separator: ",").map(String.init)
    guard !chosen.isEmpty, chosen.allSatisfy(Template.languages.contains) else {
      throw .badValue(option: "--lang", value: value, expected: "sv, en, sv,en")
    }
    return Template.languages.filter(chosen.contains)
  }

  /// Whether nothing stands where the folder is to be, or an empty folder.
  private func isFree(_ folder: String) -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
  }
}
