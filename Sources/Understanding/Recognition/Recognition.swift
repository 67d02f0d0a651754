import Knowledge

/// What was found in a question before anything is weighed.
package struct Recognition: Sendable {
  package let text: TokenizedText
  /// The text as it was read: with the words that were meant in the place of misspelt ones.
  package var reading: TokenizedText
  /// The words that were put right in ``reading``.
  package var corrected: Set<Int> = []
  package var concepts: [ConceptMention] = []
  package var places: [PlaceMention] = []
  /// Ordinary words that may be meant as the places of the same name.
  package var doubtfulPlaces: [PlaceMention] = []
  package var persons: [PersonMention] = []
  package var statutes: [StatuteMention] = []
  package var telephones: [TelephoneMention] = []

  init(text: TokenizedText) {
    self.text = text
    reading = text
  }

  /// The words that name places or, for certain, people: they are of no language and no subject.
  package var names: Set<Int> {
    Set(places.flatMap { Array($0.tokens) })
      .union(persons.filter(\.isCertain).flatMap { Array($0.tokens) })
  }

  /// The names of the concepts found, each once, in their order in the text.
  package func conceptNames(in knowledge: KnowledgeBase) -> [String] {
    var names: [String] = []
    for mention in concepts {
      let name = knowledge.concepts[mention.concept].name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// A concept in a text.
package struct ConceptMention: Equatable, Sendable {
  /// Its place in ``KnowledgeBase/concepts``.
  package let concept: Int
  package let tokens: Range<Int>
}

/// A place in a text.
package struct PlaceMention: Equatable, Sendable {
  /// How sure it is that the place is meant.
  package enum Spelling: Equatable, Sendable {
    case exact
    /// Without its accents.
    case plain
    /// One or two letters off: to be shown to the asker before anybody trusts it.
    case nearest
  }
  /// Its place in ``Gazetteer/places``.
  package let place: Int
  package let tokens: Range<Int>
  package let spelling: Spelling
}

/// A person of a contact in a text.
package struct PersonMention: Equatable, Sendable {
  /// The topic's place in ``KnowledgeBase/topics``.
  package let topic: Int
  /// The person's place in ``Topic/persons``.
  package let person: Int
  package let tokens: Range<Int>
  /// False where only a first name was given, or the name was misspelt.
  package let isCertain: Bool

  package init(topic: Int, person: Int, tokens: Range<Int>, isCertain: Bool) {
    self.topic = topic
    self.person = person
    self.tokens = tokens
    self.isCertain = isCertain
  }
}

/// A paragraph of a law in a text.
package struct StatuteMention: Equatable, Sendable {
  package let statute: Statute
  package let tokens: Range<Int>
}

/// A chapter and paragraph: 4 kap. 1 a §.
package struct Statute: Hashable, Sendable {
  package let chapter: Int
  package let section: Int
  /// The letter after the paragraph's number, small; empty where there is none.
  package let letter: String
}

/// A telephone number in a text.
package struct TelephoneMention: Equatable, Sendable {
  /// Its digits, without spaces and hyphens.
  package let digits: String
  package let tokens: Range<Int>
}
