import Knowledge

/// Finds everything in a text that has structure.
package struct Recognizer: Sendable {
  private let concepts: PhraseMatcher
  private let ages: AgeRecognizer
  private let places: PlaceRecognizer
  private let persons: PersonRecognizer
  private let statutes: StatuteRecognizer
  private let telephones = TelephoneRecognizer()

  package init(knowledge: KnowledgeBase) {
    var concepts = PhraseMatcher()
    for (index, concept) in knowledge.concepts.enumerated() {
      for word in concept.words { concepts.add(word.text, payload: Int32(index)) }
    }
    self.concepts = concepts
    ages = AgeRecognizer(knowledge: knowledge)
    places = PlaceRecognizer(knowledge: knowledge, knownWords: knowledge.knownWords)
    persons = PersonRecognizer(knowledge: knowledge)
    statutes = StatuteRecognizer(knowledge: knowledge)
  }

  package func recognize(_ text: String) -> Recognition {
    let tokens = TokenizedText(text)
    var found = Recognition(text: tokens)
    found.concepts =
      concepts.matches(in: tokens).map {
        ConceptMention(concept: Int($0.payload), tokens: $0.tokens)
      } + ages.mentions(in: tokens)
    found.persons = persons.mentions(in: tokens)
    found.places = places.mentions(in: tokens).filter { place in
      !found.persons.contains { $0.isCertain && $0.tokens.overlaps(place.tokens) }
    }
    found.statutes = statutes.mentions(in: tokens)
    found.telephones = telephones.mentions(in: tokens)
    return found
  }
}

extension KnowledgeBase {
  /// Every word of the topics' texts and of the vocabulary, in plain letters: words that are not to
  /// be taken for misspelt names.
  package var knownWords: Set<String> {
    var words: Set<String> = []
    func add(_ text: String) {
      let tokens = TokenizedText(text)
      for index in tokens.tokens.indices { words.insert(tokens.foldedWord(index)) }
    }
    for topic in topics {
      for text in topic.texts.values {
        add(text.title)
        for line in text.answer { add(line.text) }
        // A contact's examples may misspell its places.
        if topic.kind != .contact { for example in text.examples { add(example.text) } }
      }
    }
    for concept in concepts { for word in concept.words { add(word.text) } }
    for person in people { add(person.entry.name) }
    return words
  }
}
