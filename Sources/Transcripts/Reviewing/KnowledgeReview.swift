import Conversation
import FoundationEssentials
import Knowledge
import Understanding

/// Looks at knowledge that loads, and warns of what an editor would want to know.
package struct KnowledgeReview {
  package private(set) var warnings: [Problem] = []

  private let knowledge: KnowledgeBase
  private let interpreter: Interpreter

  /// So many times fewer questions than the other language are too few.
  private static let languageRatio = 2
  /// From this share on a calm question is answered as danger.
  private static let danger = Thresholds.danger

  /// Reviews the knowledge; `today` is `YYYY-MM-DD`, `changed` the date of the last change to each
  /// topic's text by language, where it is known.
  package init(
    _ responder: Responder, today: String,
    changed: [TopicID: [LanguageCode: String]] = [:]
  ) {
    knowledge = responder.knowledge
    interpreter = responder.interpreter
    reviewExamples()
    reviewNearlyEqual()
    for topic in knowledge.topics {
      reviewBalance(topic)
      reviewAges(topic, today, changed[topic.id] ?? [:])
      reviewRelations(topic)
    }
    reviewPlaces()
    warnings.sort { $0.position < $1.position }
  }

  private mutating func warn(_ cause: ReviewCause, _ position: Position, _ line: String? = nil) {
    warnings.append(Problem(.warning, cause, at: position, sourceLine: line))
  }

  private func examples(of topic: Topic) -> [(language: LanguageCode, example: Example)] {
    knowledge.languages.flatMap { code in
      (topic.texts[code]?.examples ?? []).map { (code, $0) }
    }
  }

  /// Asks every example question, and warns where another topic takes it.
  private mutating func reviewExamples() {
    for (number, topic) in knowledge.topics.enumerated() {
      let examples = examples(of: topic)
      var reached = 0
      for (_, example) in examples {
        let found = interpreter.interpret(example.text)
        let line = "> " + example.text
        if topic.kind == .safety {
          if found.danger >= Self.danger {
            reached += 1
            continue
          }
        } else if found.danger >= Self.danger {
          warn(.alarmingExample(danger: found.danger.percent), example.position, line)
          continue
        }
        let own = found.candidates.first {
          interpreter.subjects[$0.subject].topics.contains(number)
        }
        guard let top = found.candidates.first else { continue }
        if top.subject == own?.subject {
          reached += 1
        } else {
          let other = knowledge.topics[interpreter.subjects[top.subject].topics[0]].id
          warn(
            .takenExample(
              by: other, theirs: top.probability.percent, own: own?.probability.percent ?? 0),
            example.position, line)
        }
      }
      if reached == 0, !examples.isEmpty {
        warn(.unreachedTopic(topic.id), Position(file: topic.file))
      }
    }
  }

  /// Questions of two topics that differ only in small words, their order, or a letter's accent.
  private mutating func reviewNearlyEqual() {
    var counts: [String: Int] = [:]
    var total = 0
    let words: (String) -> [String] = { text in
      let tokens = TokenizedText(text)
      return tokens.tokens.indices.map { tokens.word($0) }
    }
    for topic in knowledge.topics {
      for (_, example) in examples(of: topic) {
        total += 1
        for word in Set(words(example.text)) { counts[word, default: 0] += 1 }
      }
    }
    // Words of one question in fifty say nothing of its subject.
    let isSmall: (String) -> Bool = { counts[$0, default: 0] * 50 > total && total > 100 }
    var seen: [[String]: (topic: TopicID, example: Example, all: [String])] = [:]
    for topic in knowledge.topics {
      for (_, example) in examples(of: topic) {
        let all = words(example.text)
        let key = all.filter { !isSmall($0) }.sorted()
        guard key.count >= 2 else { continue }
        if let earlier = seen[key], earlier.topic != topic.id, earlier.all.sorted() == all.sorted()
        {
          warn(
            .nearlyEqual(
              to: earlier.example.text, topic: earlier.topic, at: earlier.example.position),
            example.position, "> " + example.text)
        } else {
          seen[key] = (topic.id, example, all)
        }
      }
    }
  }

  private mutating func reviewBalance(_ topic: Topic) {
    let counts = knowledge.languages.map { ($0, topic.texts[$0]?.examples.count ?? 0) }
    guard let most = counts.max(by: { $0.1 < $1.1 }) else { return }
    for (code, count) in counts where count * Self.languageRatio < most.1 {
      let position = topic.texts[code]?.position ?? Position(file: topic.file)
      warn(
        .fewWordings(language: code, count: count, other: most.0, otherCount: most.1), position)
    }
  }

  private mutating func reviewAges(
    _ topic: Topic, _ today: String, _ changed: [LanguageCode: String]
  ) {
    if let date = topic.reviewBy, date < today {
      warn(.pastReview(date: date), Position(file: topic.file))
    }
    for (code, text) in topic.texts {
      // A translation that names its original's date is held against that; else the commits tell.
      for (other, otherText) in topic.texts where other != code {
        let own = text.translated ?? changed[code]
        let original = text.translated == nil ? changed[other] : otherText.revised ?? changed[other]
        guard let own, let original, own < original else { continue }
        warn(
          .olderTranslation(language: code, date: own, other: other, otherDate: original),
          text.position)
      }
    }
  }

  private mutating func reviewRelations(_ topic: Topic) {
    for id in topic.related {
      guard let other = knowledge.topic(id), !other.related.contains(topic.id),
        other.kind != .dialogue, topic.kind != .dialogue
      else { continue }
      // Every contact names the same two pages; they need not name every contact.
      if topic.kind == .contact, other.kind != .contact { continue }
      warn(.oneWayRelation(id), Position(file: topic.file))
    }
  }

  /// Places whose names the answers use, in small letters, as words.
  private mutating func reviewPlaces() {
    var words: Set<String> = []
    for topic in knowledge.topics {
      for text in topic.texts.values {
        for line in text.answer {
          // An address holds names in small letters: "malmö.se".
          for word in line.text.split(separator: " ") where word.dropLast().allSatisfy(\.isLetter) {
            let word = word.filter(\.isLetter)
            if word.first?.isLowercase == true { words.insert(word.lowercased()) }
          }
        }
      }
    }
    let ruled = Set(knowledge.gazetteer.ordinaryWords.map { $0.text.lowercased() })
    for place in knowledge.gazetteer.places {
      let names = [(place.name, place.position)] + place.names.map { ($0.text, $0.position) }
      for (name, position) in names {
        let word = name.lowercased()
        if words.contains(word), !ruled.contains(word) { warn(.ordinaryWord(name), position) }
      }
    }
  }
}

extension Float {
  /// In hundredths, to the nearest.
  fileprivate var percent: Int { Int((self * 100).rounded()) }
}
