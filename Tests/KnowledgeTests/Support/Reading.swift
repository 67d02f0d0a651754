@testable import Knowledge

/// The lines of a text, as its file's reader gets them.
func lines(_ text: String, of file: String) -> [SourceLine] {
  LineScanner(bytes: Array(text.utf8), file: file).lines
}

/// Loads files given by path and text.
func load(_ files: [String: String]) -> LoadedKnowledge {
  KnowledgeLoader.load(
    files: files.sorted { $0.key < $1.key }.map {
      KnowledgeFile(path: $0.key, bytes: Array($0.value.utf8))
    }, folder: "K")
}

/// What loading the files complains of.
func report(_ files: [String: String], _ language: InterfaceLanguage = .english) -> String {
  load(files).problems.described(in: language)
}

extension [Problem] {
  func described(in language: InterfaceLanguage) -> String {
    map { $0.description(in: language) }.joined(separator: "\n")
  }
}
