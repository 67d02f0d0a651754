import Conversation
import Knowledge
import Understanding

extension KnowledgeReview {
  /// How much likelier the other language must be before a text is said to be in it: the logarithm of
  /// the odds. Short texts of names and numbers never are.
  private static let otherLanguageMargin: Float = 8
  private static let leastWords = 3
  /// From here on a single word is plainly of a language; one such word in so many of the right
  /// language makes a text one that mixes both, as people do.
  private static let plainMargin: Float = 2
  private static let wordsForOneOfOwn = 4

  /// A text that stands below a language.
  private struct PlacedText: Sendable {
    let language: LanguageCode
    let text: String
    let mark: String
    let position: Position
    /// The same answer in the other languages: what stands there too is a name, or was not translated.
    var twins: Set<String> = []
  }

  /// Texts in another language than that of their block or file.
  mutating func reviewLanguages() {
    guard knowledge.languages.count > 1 else { return }
    // To what the knowledge does not answer people write anything.
    let texts = knowledge.topics.filter { $0.role != .unknown }.flatMap(placedTexts)
    let review = self
    let others = texts.mapInParallel { review.otherLanguage(of: $0) }
    for (entry, other) in zip(texts, others) {
      guard let other else { continue }
      warn(
        .otherLanguage(other, in: entry.language), entry.position, entry.mark + entry.text)
    }
  }

  private func placedTexts(of topic: Topic) -> [PlacedText] {
    var texts: [PlacedText] = []
    func add(_ answers: [LanguageCode: [AnswerLine]], _ wordings: [LanguageCode: [Example]]) {
      for code in answers.keys.sorted() {
        texts += (wordings[code] ?? []).map {
          PlacedText(language: code, text: $0.text, mark: "> ", position: $0.position)
        }
        let twins = Self.words(
          of: answers.filter { $0.key != code }.flatMap(\.value).map(\.text)
            .joined(separator: " "))
        texts += (answers[code] ?? []).filter { $0.style == .text }.map {
          PlacedText(
            language: code, text: $0.text, mark: "< ", position: $0.position, twins: twins)
        }
      }
    }
    add(topic.texts.mapValues(\.answer), topic.texts.mapValues(\.examples))
    for part in topic.parts {
      add(part.texts.mapValues(\.answer), part.texts.mapValues(\.examples))
    }
    return texts
  }

  private static func words(of text: String) -> Set<String> {
    let tokens = TokenizedText(text)
    return Set(tokens.tokens.indices.map { tokens.word($0) })
  }

  private func otherLanguage(of entry: PlacedText) -> LanguageCode? {
    let interpreter = responder.interpreter
    let found = interpreter.recognizer.recognize(entry.text)
    var left = found.names
    let words = { (left: Set<Int>) in
      found.text.tokens.indices.filter { !found.text.tokens[$0].isNumber && !left.contains($0) }
    }
    // A name that stands in both languages is of neither, if something else is left to judge by.
    let shared = found.text.tokens.indices.filter { entry.twins.contains(found.text.word($0)) }
    if words(left.union(shared)).count >= Self.leastWords { left.formUnion(shared) }
    let judged = words(left)
    guard judged.count >= Self.leastWords else { return nil }
    let verdict = interpreter.detector.verdict(on: found.text, except: left)
    guard !verdict.isForeign, verdict.language != entry.language,
      verdict.margin >= Self.otherLanguageMargin
    else { return nil }
    let all = Set(found.text.tokens.indices)
    let own = judged.count {
      let word = interpreter.detector.verdict(on: found.text, except: all.subtracting([$0]))
      return word.language == entry.language && word.margin >= Self.plainMargin
    }
    return own * Self.wordsForOneOfOwn > judged.count ? nil : verdict.language
  }

  /// What a topic or a part of it says in one language only.
  mutating func reviewTwins(_ topic: Topic) {
    let whole = topic.texts.mapValues {
      Sides(
        facts: $0.facts.count, quotations: $0.answer.count { $0.style == .quotation },
        wordings: 0, names: $0.names.count, position: $0.position)
    }
    reviewTwins(whole, of: nil)
    for part in topic.parts {
      let sides = part.texts.mapValues {
        Sides(
          facts: $0.facts.count, quotations: $0.answer.count { $0.style == .quotation },
          wordings: $0.examples.count, names: 0, position: $0.position)
      }
      reviewTwins(sides, of: part.id)
    }
  }

  /// How much of each thing a text has in one language.
  private struct Sides {
    let facts: Int
    let quotations: Int
    let wordings: Int
    let names: Int
    let position: Position
  }

  private mutating func reviewTwins(_ sides: [LanguageCode: Sides], of part: PartID?) {
    let kinds: [(ReviewCause.Twin, (Sides) -> Int)] = [
      (.facts, \.facts), (.quotations, \.quotations), (.wordings, \.wordings), (.names, \.names),
    ]
    for (kind, count) in kinds {
      guard let most = sides.max(by: { count($0.value) < count($1.value) }) else { continue }
      for (code, side) in sides.sorted(by: { $0.key < $1.key }) {
        // Facts and quotations are the same in each language; of wordings there may be fewer.
        let isLacking =
          kind == .facts || kind == .quotations
          ? count(side) < count(most.value) : count(side) == 0 && count(most.value) > 0
        if isLacking {
          warn(
            .lackingTwin(
              kind, language: code, count: count(side), other: most.key,
              otherCount: count(most.value)), side.position)
        }
      }
    }
  }

  /// Frames in one language only.
  mutating func reviewFrames() {
    let counts = knowledge.languages.map { code in
      (code, knowledge.frames.count { $0.language == code })
    }
    guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0,
      let first = knowledge.frames.first
    else { return }
    for (code, count) in counts where count == 0 {
      warn(
        .lackingTwin(.frames, language: code, count: 0, other: most.0, otherCount: most.1),
        Position(file: first.position.file))
    }
  }
}
