import Conversation
import Knowledge
import Understanding

extension KnowledgeReview {
  /// How many times fewer questions than the other language are too few.
  private static let languageRatio = 2

  /// Asks every example question, and warns where it is not answered by its topic.
  mutating func reviewExamples() {
    let asked = knowledge.topics.enumerated().flatMap { number, topic in
      examples(of: topic).map { (topic: number, language: $0.language, example: $0.example) }
    }
    let review = self
    let causes = asked.mapInParallel { number, language, example -> ReviewCause? in
      let topic = review.knowledge.topics[number]
      let reply = review.responder.reply(to: example.text, fallback: language).reply
      return reply.topics.contains(topic.id)
        ? review.stray(example, of: number) : review.cause(of: reply, for: topic, example)
    }
    var reached: [Int: Int] = [:]
    for (entry, cause) in zip(asked, causes) {
      reached[entry.topic, default: 0] += cause?.isStray ?? true ? 1 : 0
      if let cause { warn(cause, entry.example.position, "> " + entry.example.text) }
    }
    for (number, count) in reached.sorted(by: { $0.key < $1.key }) where count == 0 {
      let topic = knowledge.topics[number]
      warn(.unreachedTopic(topic.id), Position(file: topic.file))
    }
  }

  /// So sure must the words of a question be of another topic to be of a stray one.
  private static let stray: Float = 0.85

  /// A question that is known where it stands, but would not be by its words: it may have come to the
  /// wrong topic.
  private func stray(_ example: Example, of topic: Int) -> ReviewCause? {
    let found = responder.interpreter.interpret(example.text, knowing: false)
    let subject = responder.interpreter.subject(of: topic)
    guard knowledge.topics[topic].kind != .safety, let top = found.candidates.first,
      top.probability >= Self.stray, top.subject != subject
    else { return nil }
    let own = found.candidates.first { $0.subject == subject }
    let other = knowledge.topics[responder.interpreter.subjects[top.subject].topics[0]]
    let contact = other.kind == .contact ? knowledge.topic(role: .askPlace) : nil
    return .strayExample(
      words: (contact ?? other).id,
      theirs: top.probability.percent, own: (own?.probability ?? 0).percent)
  }

  /// Why a question of a topic is answered otherwise.
  private func cause(of reply: Reply, for topic: Topic, _ example: Example) -> ReviewCause {
    let found = responder.interpreter.interpret(example.text)
    let share: (TopicID) -> Int = { id in
      let candidate = found.candidates.first { candidate in
        responder.interpreter.subjects[candidate.subject].topics.contains {
          knowledge.topics[$0].id == id
        }
      }
      return (candidate?.probability ?? 0).percent
    }
    let other = reply.topics.first ?? ""
    if reply.kind == .safety { return .alarmingExample(danger: found.danger.percent) }
    if topic.kind == .safety { return .calmExample(by: other, danger: found.danger.percent) }
    switch reply.explanation.reason {
    case .askPlace where knowledge.topic(other) == nil: return .askedBack(own: share(topic.id))
    case .place, .person, .askPlace: return .otherContact(by: other)
    case .choice: return .askedBack(own: share(topic.id))
    case .unsure, .foreign, .unknownStatute: return .unansweredExample(own: share(topic.id))
    default: return .takenExample(by: other, theirs: share(other), own: share(topic.id))
    }
  }

  /// Questions of two topics with the same words but for their order, endings, accents and the
  /// smallest words.
  mutating func reviewNearlyEqual() {
    var seen: [Set<String>: [(topic: TopicID, example: Example)]] = [:]
    for topic in knowledge.topics {
      for (_, example) in examples(of: topic) {
        let words = Self.contentWords(of: example.text)
        guard words.count >= 2 else { continue }
        if let earlier = seen[words]?.first(where: { $0.topic != topic.id }) {
          warn(
            .nearlyEqual(
              to: earlier.example.text, topic: earlier.topic, at: earlier.example.position),
            example.position, "> " + example.text)
        }
        seen[words, default: []].append((topic.id, example))
      }
    }
  }

  /// The words of three letters and more, and numbers, in plain letters and without their endings.
  private static func contentWords(of text: String) -> Set<String> {
    let tokenized = TokenizedText(text)
    var words: Set<String> = []
    for (index, token) in tokenized.tokens.enumerated() {
      let word = tokenized.foldedWord(index)
      if token.isNumber {
        words.insert(word)
      } else if word.count > 2 {
        words.insert(word.count >= 6 ? String(word.dropLast(2)) : word)
      }
    }
    return words
  }

  mutating func reviewBalance(_ topic: Topic) {
    let counts = knowledge.languages.map { ($0, topic.texts[$0]?.examples.count ?? 0) }
    guard let most = counts.max(by: { $0.1 < $1.1 }) else { return }
    for (code, count) in counts where count * Self.languageRatio < most.1 {
      let position = topic.texts[code]?.position ?? Position(file: topic.file)
      warn(
        .fewWordings(language: code, count: count, other: most.0, otherCount: most.1), position)
    }
  }
}

extension Float {
  /// In hundredths, to the nearest.
  fileprivate var percent: Int { Int((self * 100).rounded()) }
}
