import Knowledge

/// Finds the people of the contacts: by their whole names, surnames, mail names, or, less sure, by
/// first names and misspelt surnames.
struct PersonRecognizer: Sendable {
  private let matcher: PhraseMatcher
  private let people: [(topic: Int, person: Int, isCertain: Bool)]
  private let surnames: [(name: [UInt8], letters: LetterSet, topic: Int, person: Int)]

  private static let shortestForSlips = 5

  init(knowledge: KnowledgeBase) {
    var list = PhraseList(endings: ["s"])
    var people: [(topic: Int, person: Int, isCertain: Bool)] = []
    var surnames: [(name: [UInt8], letters: LetterSet, topic: Int, person: Int)] = []
    for (topic, person, entry) in knowledge.people {
      func add(_ name: String, isCertain: Bool) {
        list.add(name, payload: Int32(people.count), takesEndings: true)
        people.append((topic, person, isCertain))
      }
      let names = entry.name.split(separator: " ").map(String.init)
      add(entry.name, isCertain: true)
      if names.count > 1 { for first in names.dropLast() { add(first, isCertain: false) } }
      if let last = names.last {
        add(last, isCertain: true)
        let name = TokenizedText(last).folded
        if name.count >= Self.shortestForSlips {
          surnames.append((name, LetterSet(name), topic, person))
        }
      }
      let mailName = entry.mail?.split(separator: "@").first?.split(separator: ".").first
      if let mailName, names.first?.lowercased() != mailName.lowercased() {
        add(String(mailName), isCertain: false)
      }
    }
    matcher = PhraseMatcher(list)
    self.people = people
    self.surnames = surnames
  }

  /// The people of a text whose places are known: a name that is a place as well, "Lund", means the
  /// place unless another name of the person stands beside it.
  func mentions(in text: TokenizedText, places: [PlaceMention] = []) -> [PersonMention] {
    let matches = matcher.matches(in: text)
    var found = matches.compactMap { match -> PersonMention? in
      let entry = people[Int(match.payload)]
      let isPlace = places.contains {
        $0.spelling != .nearest && $0.tokens.overlaps(match.tokens)
      }
      if isPlace, match.tokens.count == 1, !hasOtherName(beside: match, among: matches) {
        return nil
      }
      return PersonMention(
        topic: entry.topic, person: entry.person, tokens: match.tokens, isCertain: entry.isCertain)
    }
    if !found.contains(where: \.isCertain) { found += slips(in: text) }
    // A whole name makes the first name in it certain, whoever else bears it.
    let certain = found.filter(\.isCertain)
    return found.filter { mention in
      mention.isCertain
        || !certain.contains {
          $0.tokens.overlaps(mention.tokens) || $0.tokens.lowerBound == mention.tokens.upperBound
            || ($0.topic, $0.person) == (mention.topic, mention.person)
        }
    }
  }

  private func hasOtherName(beside match: PhraseMatch, among matches: [PhraseMatch]) -> Bool {
    let entry = people[Int(match.payload)]
    return matches.contains { other in
      let owner = people[Int(other.payload)]
      return (owner.topic, owner.person) == (entry.topic, entry.person)
        && (other.tokens.upperBound == match.tokens.lowerBound
          || other.tokens.lowerBound == match.tokens.upperBound
          || other.tokens.count > match.tokens.count && other.tokens.overlaps(match.tokens))
    }
  }

  private func slips(in text: TokenizedText) -> [PersonMention] {
    var found: [PersonMention] = []
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard !token.isNumber, token.folded.count >= Self.shortestForSlips else { continue }
      text.folded[token.folded].withUnsafeBufferPointer { word in
        let letters = LetterSet(word)
        for (name, nameLetters, topic, person) in surnames {
          let limit = name.count >= 8 ? 2 : 1
          guard nameLetters.leastDistance(to: letters) <= limit,
            name.withUnsafeBufferPointer({ editDistance(word, $0, limit: 2) }) <= limit
          else { continue }
          found.append(
            PersonMention(
              topic: topic, person: person, tokens: index..<(index + 1), isCertain: false))
        }
      }
    }
    return found
  }
}

extension KnowledgeBase {
  /// Everybody who can be reached, with the places of topic and person.
  package var people: [(topic: Int, person: Int, entry: Person)] {
    topics.enumerated().flatMap { topic, value in
      value.persons.enumerated().map { (topic: topic, person: $0, entry: $1) }
    }
  }
}
