import Knowledge

/// Finds places: whole names first, then names without accents, then names with a slip of the
/// finger.
struct PlaceRecognizer: Sendable {
  private let matcher: PhraseMatcher
  /// Names that are ordinary words as well, as they are spelled.
  private let ordinary: HashTable
  /// Long single names, for slips.
  private let longNames: WordTable
  /// The place of each of them.
  private let longNamePlaces: Table<Int32>
  private let cues: PhraseMatcher
  private let nouns: PhraseMatcher
  /// Words that are known to be something else than a misspelt place.
  private let knownWords: HashTable

  private static let shortestForSlips = 6
  private static let shortestForTwoSlips = 9
  private static let shortestAtStart = 4
  /// Among so few words an ordinary one may be a name.
  private static let fewWords = 3

  init(knowledge: KnowledgeBase) {
    let endings = knowledge.words(role: .placeEnding)
    var names = PhraseList(endings: endings)
    var longNames: [(name: [UInt8], place: Int32)] = []
    for (index, place) in knowledge.gazetteer.places.enumerated() {
      for name in [place.name] + place.names.map(\.text) {
        names.add(name, payload: Int32(index), takesEndings: true)
        let tokens = TokenizedText(name)
        if tokens.tokens.count == 1, tokens.folded.count >= Self.shortestForSlips {
          longNames.append((tokens.folded, Int32(index)))
        }
      }
    }
    matcher = PhraseMatcher(names)
    self.longNames = WordTable(longNames.map(\.name))
    longNamePlaces = Table(longNames.map(\.place))
    ordinary = HashTable(
      wordSet: knowledge.gazetteer.ordinaryWords.map {
        TokenizedText($0.text).exact[...]
      })
    // That a place is named in an answer makes its name no other word.
    let placeNames = Set(longNames.map { $0.name[...] })
    knownWords = HashTable(wordSet: knowledge.knownWords.subtracting(placeNames))
    cues = PhraseMatcher(knowledge: knowledge, role: .placeCue)
    nouns = PhraseMatcher(knowledge: knowledge, role: .placeNoun)
  }

  /// The places of a text, and the ordinary words in it that could be some.
  func mentions(in text: TokenizedText) -> (sure: [PlaceMention], doubtful: [PlaceMention]) {
    var found: [PlaceMention] = []
    var doubtful: [PlaceMention] = []
    for match in matcher.matches(in: text) {
      let mention = PlaceMention(
        place: Int(match.payload), tokens: match.tokens,
        spelling: match.isFolded ? .plain : .exact)
      if isOrdinary(match.tokens, in: text), !isPointedAt(match.tokens, text) {
        if looksLikeName(match.tokens, in: text) { doubtful.append(mention) }
      } else {
        found.append(mention)
      }
    }
    found = longest(found)
    if found.isEmpty, let slip = slip(in: text) { found.append(slip) }
    return (found, longest(doubtful))
  }

  /// Whether a word is written like a name: with a capital letter, which at the start of a sentence
  /// says little of a short word ("Are there…?"), or last among few words ("are they?" names no place).
  private func looksLikeName(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    let index = tokens.lowerBound
    let token = text.tokens[index]
    let isWithin = index > 0 && text.tokens[index - 1].sentence == token.sentence
    let isLong = token.exact.count >= Self.shortestAtStart
    return token.isCapitalized && (isWithin || isLong)
      || text.tokens.count <= Self.fewWords && tokens.upperBound == text.tokens.count
  }

  private func isOrdinary(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    // "are" is a word, "Åre" is none.
    let first = text.tokens[tokens.lowerBound]
    let last = text.tokens[tokens.upperBound - 1]
    return ordinary.contains(text.exact[first.exact.lowerBound..<last.exact.upperBound])
  }

  /// Whether something beside an ordinary word says that it is a place.
  private func isPointedAt(_ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    tokens.count == text.tokens.count
      || cues.matches(in: text).contains { $0.tokens.upperBound == tokens.lowerBound }
      || nouns.matches(in: text).contains { $0.tokens.lowerBound == tokens.upperBound }
  }

  /// Without those that stand within a longer one ("Upplands Väsby" holds no Väsby); of several of
  /// the same length the exact ones.
  private func longest(_ mentions: [PlaceMention]) -> [PlaceMention] {
    guard mentions.count > 1 else { return mentions }
    return mentions.filter { one in
      !mentions.contains { other in
        other.tokens != one.tokens && other.tokens.lowerBound <= one.tokens.lowerBound
          && other.tokens.upperBound >= one.tokens.upperBound
          || other.tokens == one.tokens && other.spelling == .exact && one.spelling == .plain
      }
    }
  }

  /// A long word that nobody knows and that is a slip away from exactly one place.
  private func slip(in text: TokenizedText) -> PlaceMention? {
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard !token.isNumber, token.folded.count >= Self.shortestForSlips,
        !knownWords.contains(text.folded[token.folded])
      else { continue }
      let word = text.folded[token.folded]
      if let place = word.withUnsafeBufferPointer(nearest) {
        return PlaceMention(place: Int(place), tokens: index..<(index + 1), spelling: .nearest)
      }
    }
    return nil
  }

  /// The place whose name is nearest to a word, if any is near and no other as near.
  private func nearest(to word: UnsafeBufferPointer<UInt8>) -> Int32? {
    let limit = word.count >= Self.shortestForTwoSlips ? 2 : 1
    var best: (number: Int, distance: Int)?
    var isTied = false
    for number in 0..<longNames.count {
      let name = longNames[number]
      guard name.first == word.first else { continue }
      let distance = editDistance(word, name, limit: limit)
      guard distance <= limit else { continue }
      if distance < best?.distance ?? .max {
        (best, isTied) = ((number, distance), false)
      } else if let best, distance == best.distance, !areSame(number, best.number) {
        isTied = true
      }
    }
    return isTied ? nil : best.map { longNamePlaces[$0.number] }
  }

  /// Whether two long names are of one place, or spelled alike: a county and its capital.
  private func areSame(_ one: Int, _ other: Int) -> Bool {
    longNamePlaces[one] == longNamePlaces[other]
      || longNames[one].elementsEqual(longNames[other])
  }
}

extension KnowledgeBase {
  /// The words of every concept with a role.
  package func words(role: ConceptRole) -> [String] {
    concepts.filter { $0.role == role }.flatMap { $0.words.map(\.text) }
  }
}

extension PhraseMatcher {
  /// Finds the words of every concept with a role.
  package init(knowledge: KnowledgeBase, role: ConceptRole) {
    var list = PhraseList()
    for word in knowledge.words(role: role) { list.add(word, payload: 0) }
    self.init(list)
  }
}

extension HashTable {
  /// A set of words in plain letters.
  fileprivate init(wordSet words: some Sequence<ArraySlice<UInt8>>) {
    var index = HashIndex(capacity: 16)
    // In the order of the hashes: a set has another order in each process.
    for hash in words.map({ FeatureHash.word($0) }).sorted() { _ = index.number(of: hash) }
    self.init(index.entries)
  }

  fileprivate func contains(_ word: ArraySlice<UInt8>) -> Bool {
    self[FeatureHash.word(word)] >= 0
  }
}

extension PlaceRecognizer {
  func write(to writer: inout TableWriter) {
    matcher.write(to: &writer)
    ordinary.write(to: &writer)
    longNames.write(to: &writer)
    writer.write(longNamePlaces)
    knownWords.write(to: &writer)
    cues.write(to: &writer)
    nouns.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    matcher = try PhraseMatcher(from: &reader)
    ordinary = try HashTable(from: &reader)
    longNames = try WordTable(from: &reader)
    longNamePlaces = try reader.table()
    knownWords = try HashTable(from: &reader)
    cues = try PhraseMatcher(from: &reader)
    nouns = try PhraseMatcher(from: &reader)
    guard longNamePlaces.count == longNames.count else { throw UnreadableBytes() }
  }
}
