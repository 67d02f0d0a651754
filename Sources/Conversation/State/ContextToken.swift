import Knowledge

/// A conversation's state as a word that a client carries from one process to another.
///
/// It holds no question and no name, and grants nothing: it is neither signed nor secret, only
/// strictly read. The bytes are packed and written in the letters of base64url.
package enum ContextToken {
  /// How long a token holds, in seconds.
  package static let lifetime: Int64 = 30 * 60
  /// The most characters that a token may have.
  package static let longest = 1024

  private static let version: UInt8 = 3
  /// How far the clocks of two processes may be apart, in seconds.
  private static let clockSkew: Int64 = 5 * 60
  /// The most entries of a list, and the most answers: together they fit into ``longest``.
  private static let most = 32
  private static let mostAnswers = 6
  private static let mostPersons = 12

  /// The token of a state; `now` in seconds since 1970.
  package static func encode(
    _ state: ConversationState, knowledge: KnowledgeBase, now: Int64
  ) -> String {
    var bytes = ByteWriter()
    bytes.append(version)
    bytes.append(UInt32(knowledge.digest, radix: 16) ?? 0)
    bytes.append(UInt32(truncatingIfNeeded: now + lifetime))
    bytes.append(language(of: state, knowledge))
    bytes.append(UInt8(state.languageIsChosen ? 1 : 0))
    bytes.append(state.fields.rawValue)
    bytes.append(list: state.handles.prefix(most).map { UInt16(clamping: $0) })
    bytes.append(list: state.region.prefix(most).map { UInt16(clamping: $0) })
    bytes.append(
      list: state.subjects.prefix(ConversationState.mostSubjects).map { UInt16(clamping: $0) })
    append(state.last, to: &bytes)
    append(state.contact, to: &bytes)
    switch state.pending {
    case nil: bytes.append(UInt8(0))
    case .place: bytes.append(UInt8(1))
    case .choice(let topics):
      bytes.append(UInt8(2))
      bytes.append(list: topics.prefix(most).map { UInt16(clamping: $0) })
    case .offer(let topics):
      bytes.append(UInt8(3))
      bytes.append(list: topics.prefix(most).map { UInt16(clamping: $0) })
    }
    bytes.append(checksum(bytes.bytes))
    return Base64URL.encode(bytes.bytes)
  }

  private static func append(_ focuses: [Focus], to bytes: inout ByteWriter) {
    bytes.append(UInt8(min(mostAnswers, focuses.count)))
    for focus in focuses.prefix(mostAnswers) {
      bytes.append(UInt16(clamping: focus.topic))
      bytes.append(UInt16(clamping: focus.part.map { $0 + 1 } ?? 0))
      bytes.append(list: focus.persons.prefix(mostPersons).map { UInt16(clamping: $0) })
    }
  }

  /// The state of a token; nil where it is damaged, expired, too long or of other knowledge.
  package static func decode(
    _ token: String, knowledge: KnowledgeBase, now: Int64
  ) -> ConversationState? {
    guard token.utf8.count <= longest, let bytes = Base64URL.decode(token), bytes.count > 4 else {
      return nil
    }
    var end = ByteReader(bytes.suffix(4))
    guard end.uint32() == checksum(Array(bytes.dropLast(4))) else { return nil }
    var reader = ByteReader(bytes.dropLast(4))
    guard reader.byte() == version,
      reader.uint32() == UInt32(knowledge.digest, radix: 16),
      let expiry = reader.uint32(), Int64(expiry) > now,
      Int64(expiry) <= now + lifetime + clockSkew,
      let language = reader.byte(), Int(language) <= knowledge.languages.count,
      let chosen = reader.byte(), chosen <= 1,
      let fields = reader.byte(), (1...ContactFields.all.rawValue).contains(fields),
      let handles = reader.list(), handles.allSatisfy({ $0 < knowledge.concepts.count }),
      let region = reader.list(), region.allSatisfy(knowledge.topics.indices.contains),
      let subjects = reader.list(), subjects.count <= ConversationState.mostSubjects,
      subjects.allSatisfy(knowledge.topics.indices.contains),
      let last = reader.focuses(atMost: mostAnswers, in: knowledge),
      let contact = reader.focuses(atMost: mostAnswers, in: knowledge)
    else { return nil }
    var state = ConversationState()
    state.language = language == 0 ? nil : knowledge.languages[Int(language) - 1]
    state.languageIsChosen = chosen == 1
    state.fields = ContactFields(rawValue: fields)
    state.handles = handles
    state.region = region
    state.subjects = subjects
    state.last = last
    state.contact = contact
    let pending = reader.byte()
    switch pending {
    case 0: break
    case 1: state.pending = .place
    case 2, 3:
      guard let topics = reader.list(), topics.allSatisfy(knowledge.topics.indices.contains) else {
        return nil
      }
      state.pending = pending == 2 ? .choice(topics) : .offer(topics)
    default: return nil
    }
    return reader.isAtEnd ? state : nil
  }

  private static func language(of state: ConversationState, _ knowledge: KnowledgeBase) -> UInt8 {
    state.language.flatMap { knowledge.languages.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
  }

  /// FNV-1a: finds damage, keeps nobody from forging.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(UInt32(0x811c_9dc5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}

private struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: Value.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func append(list: [UInt16]) {
    append(UInt8(list.count))
    for value in list { append(value) }
  }
}

private struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func uint16() -> UInt16? {
    guard let high = byte(), let low = byte() else { return nil }
    return UInt16(high) << 8 | UInt16(low)
  }

  mutating func uint32() -> UInt32? {
    guard let high = uint16(), let low = uint16() else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }

  mutating func list() -> [Int]? {
    guard let count = byte() else { return nil }
    var values: [Int] = []
    for _ in 0..<count {
      guard let value = uint16() else { return nil }
      values.append(Int(value))
    }
    return values
  }

  mutating func focuses(atMost most: Int, in knowledge: KnowledgeBase) -> [Focus]? {
    guard let count = byte(), count <= most else { return nil }
    var focuses: [Focus] = []
    for _ in 0..<count {
      guard let focus = focus(in: knowledge) else { return nil }
      focuses.append(focus)
    }
    return focuses
  }

  /// A focus whose topic, part and people exist.
  mutating func focus(in knowledge: KnowledgeBase) -> Focus? {
    guard let topic = uint16().map(Int.init), knowledge.topics.indices.contains(topic),
      let part = uint16().map(Int.init), let persons = list(),
      persons.allSatisfy(knowledge.topics[topic].persons.indices.contains)
    else { return nil }
    guard part <= knowledge.topics[topic].parts.count else { return nil }
    return Focus(topic: topic, part: part == 0 ? nil : part - 1, persons: persons)
  }
}
