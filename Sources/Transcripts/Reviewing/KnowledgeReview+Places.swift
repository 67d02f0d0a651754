import Knowledge

extension KnowledgeReview {
  /// Places whose names are ordinary words too, but not ruled as such: words that answers use in
  /// small letters.
  mutating func reviewPlaces() {
    let words = answerWords
    let ruled = Set(knowledge.gazetteer.ordinaryWords.map { $0.text.lowercased() })
    for place in knowledge.gazetteer.places {
      let names = [(place.name, place.position)] + place.names.map { ($0.text, $0.position) }
      for (name, position) in names {
        let word = name.lowercased()
        if words.contains(word), !ruled.contains(word) { warn(.ordinaryWord(name), position) }
      }
    }
  }

  private var answerWords: Set<String> {
    var words: Set<String> = []
    for topic in knowledge.topics {
      let ofParts = topic.parts.flatMap { $0.texts.values.flatMap(\.answer) }
      for line in topic.texts.values.flatMap(\.answer) + ofParts {
        // An address holds names in small letters: "malmö.se".
        for word in line.text.split(separator: " ") where word.dropLast().allSatisfy(\.isLetter) {
          let word = word.filter(\.isLetter)
          if word.first?.isLowercase == true { words.insert(word) }
        }
      }
    }
    return words
  }
}
