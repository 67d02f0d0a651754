import Knowledge

/// Finds everything in a text that has structure.
package struct Recognizer: Sendable {
  private let concepts: PhraseMatcher
  private let ages: AgeRecognizer
  private let places: PlaceRecognizer
  private let persons: PersonRecognizer
  private let statutes: StatuteRecognizer
  private let telephones = TelephoneRecognizer()
  private let spelling: SpellingCorrector
  private let dangerWords: DangerWords
  private let mender: TextMender

  package init(knowledge: KnowledgeBase) {
    var concepts = PhraseList()
    for (index, concept) in knowledge.concepts.enumerated() {
      for word in concept.words { concepts.add(word.text, payload: Int32(index)) }
    }
    self.concepts = PhraseMatcher(concepts)
    ages = AgeRecognizer(knowledge: knowledge)
    places = PlaceRecognizer(knowledge: knowledge)
    persons = PersonRecognizer(knowledge: knowledge)
    statutes = StatuteRecognizer(knowledge: knowledge)
    spelling = SpellingCorrector(knowledge.wordCounts)
    dangerWords = DangerWords(knowledge: knowledge)
    mender = TextMender(knowledge: knowledge)
  }

  /// The paragraphs of laws in a text, and nothing else.
  package func statutes(in text: String) -> [StatuteMention] {
    statutes.mentions(in: TokenizedText(text))
  }

  package func recognize(_ text: String) -> Recognition {
    let tokens = TokenizedText(mender.mended(text))
    var found = Recognition(text: tokens)
    let places = places.mentions(in: tokens)
    found.persons = persons.mentions(in: tokens, places: places.sure)
    found.places = places.sure.filter { place in
      !found.persons.contains { $0.isCertain && $0.tokens.overlaps(place.tokens) }
    }
    found.doubtfulPlaces = places.doubtful
    let words = corrections(of: found)
    found.corrected = Set(words.keys)
    found.reading = tokens.replacing(words)
    found.concepts =
      concepts.matches(in: found.reading).map {
        ConceptMention(concept: Int($0.payload), tokens: $0.tokens)
      } + ages.mentions(in: tokens)
    found.statutes = statutes.mentions(in: tokens)
    found.telephones = telephones.mentions(in: tokens)
    return found
  }

  /// Misspelt words and what was meant by them; names stay as they are.
  private func corrections(of found: Recognition) -> [Int: [UInt8]] {
    let names = found.names
    var words: [Int: [UInt8]] = [:]
    for index in found.text.tokens.indices
    where !found.text.tokens[index].isNumber && !names.contains(index) {
      let word = found.text.folded[found.text.tokens[index].folded]
      // Danger must be found; of two words that may be meant it is the one that speaks of it.
      let danger = spelling.knows(word) ? nil : dangerWords.meant(by: word)
      if let meant = danger ?? spelling.correction(of: word) { words[index] = meant }
    }
    return words
  }
}

extension Recognizer {
  /// What takes longest to make; the rest is made of the knowledge when it is read.
  func write(to writer: inout TableWriter) {
    concepts.write(to: &writer)
    places.write(to: &writer)
    ages.write(to: &writer)
    spelling.write(to: &writer)
    dangerWords.write(to: &writer)
    mender.write(to: &writer)
  }

  init(from reader: inout TableReader, knowledge: KnowledgeBase) throws(UnreadableBytes) {
    concepts = try PhraseMatcher(from: &reader)
    places = try PlaceRecognizer(from: &reader)
    ages = try AgeRecognizer(from: &reader, knowledge: knowledge)
    spelling = try SpellingCorrector(from: &reader)
    dangerWords = try DangerWords(from: &reader)
    mender = try TextMender(from: &reader)
    persons = PersonRecognizer(knowledge: knowledge)
    statutes = StatuteRecognizer(knowledge: knowledge)
  }
}

extension KnowledgeBase {
  /// How often each word, in plain letters, stands in the examples; words of the vocabulary count
  /// as met at least twice.
  fileprivate var wordCounts: [String: Int] {
    var counts: [String: Int] = [:]
    func add(_ text: String, _ count: Int) {
      let tokens = TokenizedText(text)
      for index in tokens.tokens.indices where !tokens.tokens[index].isNumber {
        counts[tokens.foldedWord(index), default: 0] += count
      }
    }
    for topic in topics {
      for text in topic.texts.values { for example in text.examples { add(example.text, 1) } }
    }
    for concept in concepts {
      for word in concept.words where !word.text.contains("*") { add(word.text, 2) }
    }
    return counts
  }

  /// Every word of the topics' texts and of the vocabulary, in plain letters: words that are not to
  /// be taken for misspelt names.
  var knownWords: Set<ArraySlice<UInt8>> {
    var words: Set<ArraySlice<UInt8>> = []
    func add(_ text: String) {
      let tokens = TokenizedText(text)
      for token in tokens.tokens { words.insert(tokens.folded[token.folded]) }
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
