extension SmallKnowledge {
  /// The files with phrases that explain an answer without figures, which change with the weights.
  package static let plainlyExplained: [String: String] = {
    var files = SmallKnowledge.files
    let phrases = files["phrases.phrases"]?.split(separator: "\n").map(String.init) ?? []
    files["phrases.phrases"] =
      phrases.flatMap { line -> [String] in
        switch line {
        case "== sv":
          [
            line, "why-words: Ord.", "why-against: Emot.", "why-first: Först {topic}.",
            "why-next: Sedan.",
          ]
        case "== en":
          [
            line, "why-words: Words.", "why-against: Against.", "why-first: First {topic}.",
            "why-next: Then.",
          ]
        default: [line]
        }
      }.joined(separator: "\n")
    return files
  }()
}
