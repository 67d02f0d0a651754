import Knowledge

/// Puts words together again that lost something on their way: `sl?r` is slår, `människo-\nhandel`
/// and `män-niskohandel` are människohandel.
///
/// Only where the knowledge has the word that comes of it, so that a question mark between two
/// sentences and a hyphen between two words stay what they are.
struct TextMender: Sendable {
  /// How often each word of the knowledge is met, as it is spelled, in small letters; words that are
  /// written with a hyphen with theirs.
  private let counts: HashTable
  /// How often a word with a letter that may get lost stands beside another: "hon dör" is met, "hon där"
  /// is not.
  private let neighbours: HashTable

  /// Letters that get lost: those that are not ASCII.
  private static let lostLetters: [Unicode.Scalar] = ["å", "ä", "ö", "é"]
  /// How many lost letters of a word are looked for.
  private static let mostLost = 4
  private static let shortestJoined = 4

  init(knowledge: KnowledgeBase) {
    var words = Tally()
    var pairs = Tally()
    knowledge.forEachText { text in
      let tokens = TokenizedText(text)
      for (place, token) in tokens.tokens.enumerated() where !token.isNumber {
        let word = tokens.exact[token.exact]
        words.add(FeatureHash.word(word))
        guard place > 0 else { continue }
        let before = tokens.exact[tokens.tokens[place - 1].exact]
        if token.joint == UInt8(ascii: "-") {
          words.add(FeatureHash.word(Array(before) + [UInt8(ascii: "-")] + word))
        }
        if before.contains(where: { $0 >= 0x80 }) || word.contains(where: { $0 >= 0x80 }) {
          pairs.add(FeatureHash.word(before).mixed(with: FeatureHash.word(word)))
        }
      }
    }
    counts = words.table
    neighbours = pairs.table
  }

  /// The text, in its normal form, with such words put together.
  func mended(_ text: String) -> String {
    var text = text.normalForm
    guard text.withUTF8(\.mayBeTorn) else { return text }
    let scalars = Array(text.unicodeScalars)
    var mended = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      guard scalars[place].isOfTornWord else {
        mended.append(scalars[place])
        place += 1
        continue
      }
      let pieces = Self.pieces(of: scalars, from: place)
      place = pieces[pieces.count - 1].word.endIndex
      let before = mended.reversed().drop(while: \.isBlank).prefix(while: \.isWordScalar)
      let after = scalars[place...].drop(while: \.isBlank).prefix(while: \.isWordScalar)
      let beside = Beside(before: Self.hash(of: before.reversed()), after: Self.hash(of: after))
      append(pieces, beside: beside, to: &mended)
    }
    return String(mended)
  }

  // MARK: Hyphens

  private typealias Letters = ArraySlice<Unicode.Scalar>

  /// A word, or what a hyphen left of it.
  private struct Piece {
    /// The hyphen before it, and the end of the line.
    let joint: Letters
    let word: Letters
  }

  /// The word that begins at a place, and those that hyphens join to it.
  private static func pieces(of scalars: [Unicode.Scalar], from start: Int) -> [Piece] {
    func end(of start: Int, while belongs: (Unicode.Scalar) -> Bool) -> Int {
      scalars[start...].firstIndex { !belongs($0) } ?? scalars.count
    }
    var wordEnd = end(of: start, while: \.isOfTornWord)
    var pieces = [Piece(joint: [], word: scalars[start..<wordEnd])]
    while wordEnd < scalars.count, scalars[wordEnd] == "-" {
      let next = end(of: wordEnd + 1) { $0.properties.isWhitespace }
      guard next < scalars.count, scalars[next].isWordScalar else { break }
      let nextEnd = end(of: next, while: \.isOfTornWord)
      pieces.append(Piece(joint: scalars[wordEnd..<next], word: scalars[next..<nextEnd]))
      wordEnd = nextEnd
    }
    return pieces
  }

  /// Writes the pieces: those without their hyphens that make a known word, as many as do.
  private func append(
    _ pieces: [Piece], beside: Beside, to text: inout String.UnicodeScalarView
  ) {
    var first = 0
    while first < pieces.count {
      text.append(contentsOf: pieces[first].joint)
      let joined = (first + 1..<pieces.count).reversed().lazy
        .compactMap { last in self.joined(pieces[first...last]).map { (last, $0) } }.first
      if let (last, word) = joined {
        text.append(contentsOf: word)
        first = last + 1
      } else {
        text.append(contentsOf: withLostLetters(pieces[first].word, beside))
        first += 1
      }
    }
  }

  /// The known word that pieces make without their hyphens; nil where they make none, or are as
  /// often written with them.
  private func joined(_ pieces: ArraySlice<Piece>) -> [Unicode.Scalar]? {
    let letters = ArraySlice(pieces.flatMap(\.word))
    // The last mark may be the question's.
    let questionMarks = letters.reversed().prefix { $0 == "?" }.count
    let word = withLostLetters(letters.dropLast(questionMarks), Beside())
    guard word.count >= Self.shortestJoined else { return nil }
    let known = count(of: word)
    let hyphened = pieces.map { Array($0.word) }.joined(separator: ["-"])
    guard known > 0, known > count(of: hyphened.dropLast(questionMarks)) else { return nil }
    return Array(word + letters.suffix(questionMarks))
  }

  // MARK: Lost letters

  /// The word with the letters that a question mark or U+FFFD stands for; as it is where no known word
  /// fits.
  private func withLostLetters(_ word: Letters, _ beside: Beside) -> Letters {
    guard word.contains(where: \.isLostLetter), word.contains(where: \.isWordScalar) else {
      return word
    }
    let questionMarks = word.reversed().prefix { $0 == "?" }.count
    let core = word.dropLast(questionMarks)
    let isWhole = !core.contains(where: \.isLostLetter)
    let least = isWhole ? count(of: core) : 0
    // "sl?r?": the last mark is rather the question's; but "p?" is oftener på than p.
    for end in Set([core.endIndex, word.endIndex]).sorted() {
      let whole = word[..<end]
      // Of a letter of two bytes both may be lost.
      for letters in [Array(whole), Self.withSingleMarks(whole)] {
        if let known = known(letters, moreThan: least, beside) { return known[...] + word[end...] }
      }
    }
    // Within a word U+FFFD is nothing else than a lost letter: most of them are ä. At its ends it may
    // be a quotation mark.
    var guess = word
    for place in word.indices.dropFirst().dropLast()
    where word[place] == "\u{FFFD}" && word[place - 1].isWordScalar && word[place + 1].isWordScalar
    {
      guess[place] = "ä"
    }
    return guess
  }

  private static func withSingleMarks(_ word: Letters) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    var isSecond = false
    for scalar in word {
      isSecond = scalar.isLostLetter && !isSecond && letters.last == scalar
      if !isSecond { letters.append(scalar) }
    }
    return letters
  }

  /// The hashes of the words before and after a word; of no word where nothing stands there.
  private struct Beside {
    var before = hash(of: [])
    var after = hash(of: [])
  }

  /// The known word that a word with lost letters may be, if it is met more than so often: the one that is
  /// met oftenest beside the same words, or else anywhere.
  private func known(
    _ word: [Unicode.Scalar], moreThan least: Int32, _ beside: Beside
  ) -> [Unicode.Scalar]? {
    let places = word.indices.filter { word[$0].isLostLetter }
    guard (1...Self.mostLost).contains(places.count) else { return nil }
    var best: (word: [Unicode.Scalar], near: Int32, count: Int32)?
    var attempt = word
    let letters = Self.lostLetters.count
    for number in 0..<places.reduce(1, { product, _ in product * letters }) {
      var rest = number
      for place in places {
        attempt[place] = Self.lostLetters[rest % letters]
        rest /= letters
      }
      let hash = Self.hash(of: attempt)
      let count = max(0, counts[hash])
      guard count > least else { continue }
      let near =
        max(0, neighbours[beside.before.mixed(with: hash)])
        + max(0, neighbours[hash.mixed(with: beside.after)])
      if (near, count) > (best?.near ?? -1, best?.count ?? 0) { best = (attempt, near, count) }
    }
    return best?.word
  }

  private func count(of word: some Sequence<Unicode.Scalar>) -> Int32 {
    max(0, counts[Self.hash(of: word)])
  }

  private static func hash(of word: some Sequence<Unicode.Scalar>) -> UInt64 {
    var hash = FeatureHash(.word)
    for scalar in word { UTF8.encode(LetterFolding.lowercase(scalar)) { hash.mix($0) } }
    return hash.value
  }
}

extension TextMender {
  func write(to writer: inout TableWriter) {
    counts.write(to: &writer)
    neighbours.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    counts = try HashTable(from: &reader)
    neighbours = try HashTable(from: &reader)
  }
}

extension Unicode.Scalar {
  fileprivate var isLostLetter: Bool { self == "?" || self == "\u{FFFD}" }
  fileprivate var isOfTornWord: Bool { isLostLetter || isWordScalar }
  fileprivate var isBlank: Bool { properties.isWhitespace }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a letter may be lost, or a word cut by a hyphen: false of nearly every text.
  fileprivate var mayBeTorn: Bool {
    for place in indices {
      switch self[place] {
      case UInt8(ascii: "?"):
        // At the very end it is the question's.
        if place + 1 < count { return true }
      case UInt8(ascii: "-"):
        if place > 0, place + 1 < count, self[place - 1] > 0x40, self[place + 1] != 0x2D {
          return true
        }
      case 0xEF where self[place + 1] == 0xBF && self[place + 2] == 0xBD: return true
      default: break
      }
    }
    return false
  }
}

extension KnowledgeBase {
  /// Every text that has words which a person may use: wordings, titles, answers, the vocabulary,
  /// names of places and people.
  fileprivate func forEachText(_ body: (String) -> Void) {
    for topic in topics {
      for text in topic.texts.values {
        body(text.title)
        for name in text.names { body(name.text) }
        for line in text.answer { body(line.text) }
        for example in text.examples { body(example.text) }
      }
      for part in topic.parts {
        for text in part.texts.values {
          body(text.title)
          for line in text.answer { body(line.text) }
          for example in text.examples { body(example.text) }
        }
      }
      for person in topic.persons { body(person.name) }
    }
    for concept in concepts {
      for word in concept.words where !word.text.contains("*") { body(word.text) }
    }
    for place in gazetteer.places {
      body(place.name)
      for name in place.names { body(name.text) }
    }
  }
}
