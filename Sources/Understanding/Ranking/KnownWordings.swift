import Knowledge

/// The wordings of the knowledge, known again by their words, whatever their signs, capitals and accents:
/// what an editor wrote is answered as the editor says, however the other wordings pull.
struct KnownWordings: Sendable {
  /// What a wording asks for.
  struct Meaning: Hashable, Sendable {
    /// Its place in ``KnowledgeBase/topics``.
    let topic: Int
    /// The part's place in ``Topic/parts``; nil for the topic as a whole.
    let part: Int?
  }

  /// How likely a wording asks for what it stands with.
  static let certainty: Float = 0.95

  /// As it is kept; a part of -1 is the topic as a whole.
  private struct Packed: BitwiseCopyable, Sendable {
    let topic: Int32
    let part: Int32
  }

  /// For each wording the place of its meaning.
  private let places: HashTable
  private let meanings: Table<Packed>
  /// For each name of a subject its topic's place.
  private let names: HashTable

  /// - Parameter names: What topics are called, each with its topic's place.
  init(_ samples: [Sample], names: [(text: String, topic: Int)]) {
    self.names = Self.table(of: names)
    var known: [UInt64: Meaning?] = [:]
    for sample in samples where !sample.leans && sample.weight == 1 {
      guard let hash = Self.hash(of: TokenizedText(sample.text)) else { continue }
      let meaning = Meaning(topic: sample.topic, part: sample.part)
      // What says the same for two is known for neither.
      known[hash] = known[hash, default: meaning] == meaning ? meaning : .some(nil)
    }
    var places: [Meaning: Int32] = [:]
    var meanings: [Packed] = []
    var entries: [(hash: UInt64, number: Int32)] = []
    for (hash, meaning) in known.sorted(by: { $0.key < $1.key }) {
      guard let meaning else { continue }
      if places[meaning] == nil {
        places[meaning] = Int32(meanings.count)
        meanings.append(
          Packed(topic: Int32(meaning.topic), part: Int32(meaning.part ?? -1)))
      }
      entries.append((hash, places[meaning] ?? 0))
    }
    self.places = HashTable(entries)
    self.meanings = Table(meanings)
  }

  /// What a text asks for; nil where no wording has its words and no others, in their order.
  subscript(text: TokenizedText) -> Meaning? {
    guard let hash = Self.hash(of: text) else { return nil }
    let place = Int(places[hash])
    guard (0..<meanings.count).contains(place) else { return nil }
    let packed = meanings[place]
    return Meaning(topic: Int(packed.topic), part: packed.part < 0 ? nil : Int(packed.part))
  }

  /// A first word of so few letters, "the" or "en", is left out of a name as well as kept.
  private static let shortWord = 3

  private static func table(of names: [(text: String, topic: Int)]) -> HashTable {
    var topics: [UInt64: Int32] = [:]
    for (text, topic) in names {
      let text = TokenizedText(text)
      let isShort = text.tokens.first.map { $0.folded.count <= shortWord } ?? false
      let starts = isShort && text.tokens.count > 1 ? [0, 1] : [0]
      for start in starts {
        guard let hash = hash(of: text, start..<text.tokens.count) else { continue }
        // What two subjects are called is the name of neither.
        topics[hash] = topics[hash, default: Int32(topic)] == Int32(topic) ? Int32(topic) : -1
      }
    }
    return HashTable(
      topics.filter { $0.value >= 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// The topic whose name some words of a text are; nil where they say anything else, or more.
  func topic(named text: TokenizedText, _ tokens: Range<Int>) -> Int? {
    guard !tokens.isEmpty else { return nil }
    let isShort = text.tokens[tokens.lowerBound].folded.count <= Self.shortWord
    for start in isShort && tokens.count > 1 ? [0, 1] : [0] {
      guard let hash = Self.hash(of: text, tokens.dropFirst(start)) else { continue }
      let place = Int(names[hash])
      if place >= 0 { return place }
    }
    return nil
  }

  /// Of the words in plain letters, since many write "far" for "får"; nil for a text without any.
  private static func hash(of text: TokenizedText, _ tokens: Range<Int>? = nil) -> UInt64? {
    let tokens = tokens ?? text.tokens.indices
    guard !tokens.isEmpty else { return nil }
    var hash = FeatureHash(.word)
    for token in text.tokens[tokens] {
      hash.mix(text.folded[token.folded])
      hash.mix(UInt8(ascii: " "))
    }
    return hash.value
  }

  /// Whether every meaning is one of these topics or a part of one, and every name one's.
  func isWithin(_ topics: [Topic]) -> Bool {
    meanings.elements.allSatisfy {
      topics.indices.contains(Int($0.topic)) && $0.part < topics[Int($0.topic)].parts.count
    } && names.numbers.allSatisfy { topics.indices.contains(Int($0)) }
  }

  func write(to writer: inout TableWriter) {
    places.write(to: &writer)
    writer.write(meanings)
    names.write(to: &writer)
  }

  init(from reader: inout TableReader) throws(UnreadableBytes) {
    places = try HashTable(from: &reader)
    meanings = try reader.table()
    names = try HashTable(from: &reader)
  }
}

extension KnowledgeBase {
  /// What every topic is called, in all languages, with its place in ``topics``.
  var names: [(text: String, topic: Int)] {
    topics.enumerated().flatMap { place, topic in
      topic.texts.values.flatMap { text in
        (text.names.map(\.text) + [text.title]).map { (text: $0, topic: place) }
      }
    }
  }
}
