import Knowledge

/// What a typed line may become: commands, titles of topics, places.
package struct Completer {
  package enum Completion: Equatable, Sendable {
    /// What the last word of the line may become; `thenSpace` where more is to follow.
    case words([String], thenSpace: Bool = false)
    case fileNames
  }

  /// Places of more words than these are not looked for.
  private static let longestName = 4

  private let knowledge: KnowledgeBase
  private let interface: InterfaceLanguage
  private let titles: [String]
  private let places: [String]

  package init(knowledge: KnowledgeBase, interface: InterfaceLanguage) {
    self.knowledge = knowledge
    self.interface = interface
    titles = Self.titles(knowledge, in: knowledge.languages)
    places = Set(knowledge.gazetteer.places.flatMap { [$0.name] + $0.names.map(\.text) }).sorted()
  }

  /// The completions of a line up to the cursor; `line` may be empty.
  package func completion(of line: String) -> Completion {
    if line.hasPrefix(":") { return command(line) }
    if line.allSatisfy(\.isWhitespace) {
      return .words(Self.titles(knowledge, in: [interface.rawValue]))
    }
    let found = matches(line) { $0.lowercased() }
    // Whoever types without å, ä and ö is understood where nothing else fits.
    return .words(found.isEmpty ? matches(line) { $0.lowercased().withoutAccents } : found)
  }

  /// What all texts begin with, apart from case and accents, as the first writes it.
  package static func commonBeginning(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var count = first.count
    for text in texts.dropFirst() {
      let pairs = zip(first, text).prefix { pair in
        String(pair.0).lowercased().withoutAccents == String(pair.1).lowercased().withoutAccents
      }
      count = min(count, pairs.count)
    }
    return String(first.prefix(count))
  }

  private static func titles(_ knowledge: KnowledgeBase, in languages: [LanguageCode]) -> [String] {
    let titles = knowledge.topics.filter { $0.kind != .dialogue }
      .flatMap { topic in languages.compactMap { topic.texts[$0]?.title } }
    return Set(titles).sorted()
  }

  // MARK: Commands

  private func command(_ line: String) -> Completion {
    let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = words[0].dropFirst().lowercased()
    guard words.count == 2 else {
      // A colon alone lists each command once.
      let names = ChatCommand.names(in: typed.isEmpty ? interface : nil)
      var found = names.filter { $0.hasPrefix(typed) }
      if found.isEmpty { found = names.filter { $0.withoutAccents.hasPrefix(typed) } }
      let only = found.count == 1 ? ChatCommand(name: found[0]) : nil
      return .words(found.map { ":" + $0 }, thenSpace: only?.argument.english.isEmpty == false)
    }
    switch ChatCommand(name: typed) {
    case .save: return .fileNames
    case .language:
      return .words((knowledge.languages + ["auto"]).filter { $0.hasPrefix(words[1].lowercased()) })
    default: return .words([])
    }
  }

  // MARK: Titles and places

  /// What the last word becomes by a title that the line begins, or a place that its end begins.
  private func matches(_ line: String, _ form: (String) -> String) -> [String] {
    let starts = [line.startIndex] + line.indices.filter { line[$0] == " " }.map(line.index(after:))
    let lastWord = starts[starts.count - 1]
    var found: [String] = []
    for start in starts.suffix(Self.longestName) where start < line.endIndex {
      let typed = form(String(line[start...]))
      let before = line.distance(from: start, to: lastWord)
      let names = start == line.startIndex ? titles + places : places
      found += names.filter { form($0).hasPrefix(typed) }.map { String($0.dropFirst(before)) }
    }
    return Set(found).sorted()
  }
}
