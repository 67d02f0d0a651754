import Knowledge

/// Finds places: whole names first, then names without accents, then names with a slip of the
/// finger.
struct PlaceRecognizer: Sendable {
  private let matcher: PhraseMatcher
  /// Names that are ordinary words as well, as they are spelled.
  private let ordinary: Set<String>
  /// Long single names, for slips: plain letters and place.
  private let longNames: [(name: [UInt8], place: Int32)]
  private let cues: PhraseMatcher
  private let nouns: PhraseMatcher
  /// Words that are known to be something else than a misspelt place.
  private let knownWords: Set<String>

  private static let shortestForSlips = 6
  private static let shortestForTwoSlips = 9
  /// Among so few words an ordinary one may be a name.
  private static let fewWords = 3

  init(knowledge: KnowledgeBase, knownWords: Set<String>) {
    let endings = knowledge.words(role: "place-ending")
    var matcher = PhraseMatcher(endings: endings)
    var longNames: [(name: [UInt8], place: Int32)] = []
    for (index, place) in knowledge.gazetteer.places.enumerated() {
      for name in [place.name] + place.names.map(\.text) {
        matcher.add(name, payload: Int32(index), takesEndings: true)
        let tokens = TokenizedText(name)
        if tokens.tokens.count == 1, tokens.folded.count >= Self.shortestForSlips {
          longNames.append((tokens.folded, Int32(index)))
        }
      }
    }
    self.matcher = matcher
    self.longNames = longNames
    ordinary = Set(
      knowledge.gazetteer.ordinaryWords.map {
        String(decoding: TokenizedText($0.text).exact, as: UTF8.self)
      })
    cues = PhraseMatcher(knowledge: knowledge, role: "place-cue")
    nouns = PhraseMatcher(knowledge: knowledge, role: "place-noun")
    self.knownWords = knownWords
  }

  /// The places of a text, and the ordinary words in it that could be some.
  func mentions(in text: TokenizedText) -> (sure: [PlaceMention], doubtful: [PlaceMention]) {
    let cueEnds = Set(cues.matches(in: text).map(\.tokens.upperBound))
    let nounStarts = Set(nouns.matches(in: text).map(\.tokens.lowerBound))
    var found: [PlaceMention] = []
    var doubtful: [PlaceMention] = []
    for match in matcher.matches(in: text) {
      let mention = PlaceMention(
        place: Int(match.payload), tokens: match.tokens,
        spelling: match.isFolded ? .plain : .exact)
      if isOrdinary(match.tokens, in: text), !isPointedAt(match.tokens, text, cueEnds, nounStarts) {
        if looksLikeName(match.tokens.lowerBound, in: text) { doubtful.append(mention) }
      } else {
        found.append(mention)
      }
    }
    found = longest(found)
    if found.isEmpty, let slip = slip(in: text) { found.append(slip) }
    return (found, longest(doubtful))
  }

  /// Whether a word is written like a name: with a capital letter within a sentence, or among few
  /// words.
  private func looksLikeName(_ index: Int, in text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    let isWithin = index > 0 && text.tokens[index - 1].sentence == token.sentence
    return isWithin && token.isCapitalized || text.tokens.count <= Self.fewWords
  }

  private func isOrdinary(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    // "are" is a word, "Åre" is none.
    tokens.count == 1 && ordinary.contains(text.word(tokens.lowerBound))
  }

  /// Whether something beside an ordinary word says that it is a place.
  private func isPointedAt(
    _ tokens: Range<Int>, _ text: TokenizedText, _ cueEnds: Set<Int>, _ nounStarts: Set<Int>
  ) -> Bool {
    cueEnds.contains(tokens.lowerBound) || nounStarts.contains(tokens.upperBound)
      || text.tokens.count == 1
  }

  /// Without those that stand within a longer one ("Upplands Väsby" holds no Väsby); of several of
  /// the same length the exact ones.
  private func longest(_ mentions: [PlaceMention]) -> [PlaceMention] {
    mentions.filter { one in
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
        !knownWords.contains(text.foldedWord(index))
      else { continue }
      let word = Array(text.folded[token.folded])
      let limit = word.count >= Self.shortestForTwoSlips ? 2 : 1
      var best: (place: Int32, distance: Int)?
      var isTied = false
      for (name, place) in longNames
      where abs(name.count - word.count) <= limit && name.first == word.first {
        let distance = editDistance(word, name, limit: limit)
        guard distance <= limit else { continue }
        if distance < best?.distance ?? .max {
          (best, isTied) = ((place, distance), false)
        } else if distance == best?.distance, place != best?.place {
          isTied = true
        }
      }
      if let best, !isTied {
        return PlaceMention(place: Int(best.place), tokens: index..<(index + 1), spelling: .nearest)
      }
    }
    return nil
  }
}

extension KnowledgeBase {
  /// The words of every concept with a role.
  package func words(role: String) -> [String] {
    concepts.filter { $0.role == role }.flatMap { $0.words.map(\.text) }
  }
}

extension PhraseMatcher {
  /// Finds the words of every concept with a role.
  package init(knowledge: KnowledgeBase, role: String) {
    self.init()
    for word in knowledge.words(role: role) { add(word, payload: 0) }
  }
}
