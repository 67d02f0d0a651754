import Knowledge

/// A file of the folder that a new organisation begins with.
struct TemplateFile {
  let path: String
  private let text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  /// The file for the languages chosen; nil where it is of another.
  ///
  /// What is in a language has its code: in the file's name, at the head of a block, or as a key.
  func file(for languages: [LanguageCode]) -> (path: String, text: String)? {
    let pieces = path.split(separator: ".")
    if pieces.count == 3, !languages.contains(String(pieces[1])) { return nil }
    let kind = pieces.last ?? ""
    let kept: String
    switch kind {
    case "topic", "phrases", "frames": kept = blocks(of: languages)
    case "facts":
      kept = text.lines.filter { line in
        !Template.languages.contains { !languages.contains($0) && line.hasPrefix($0 + ":") }
      }.joined(separator: "\n")
    default: kept = text
    }
    return (path, kept.trimmedLines)
  }

  private func blocks(of languages: [LanguageCode]) -> String {
    var isKept = true
    return text.lines.filter { line in
      if line.hasPrefix("== ") {
        isKept = languages.contains(String(line.dropFirst(3)))
      } else if line.hasPrefix("-- ") || line.hasPrefix("#") {
        isKept = true
      }
      return isKept
    }.joined(separator: "\n")
  }
}

/// The folder that a new organisation begins with: a library with one example of each thing.
enum Template {
  /// What the template is written in.
  static let languages: [LanguageCode] = ["sv", "en"]

  private static let all =
    topics + contacts + safety + dialogue + words + vocabulary + everydayAsking + everydayPeople
    + everydayThings + transcripts

  /// Its files for the languages chosen, with a guide in each of them.
  static func files(for languages: [LanguageCode]) -> [(path: String, text: String)] {
    let guide = guides.compactMap { $0.file(for: languages)?.text }.joined(separator: "\n")
    return [(path: "Knowledge/README.md", text: guide)] + all.compactMap { $0.file(for: languages) }
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  /// Without empty lines at the end or several in a row.
  fileprivate var trimmedLines: String {
    var kept: [Substring] = []
    for line in lines where !line.isEmpty || kept.last?.isEmpty == false { kept.append(line) }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }
}
