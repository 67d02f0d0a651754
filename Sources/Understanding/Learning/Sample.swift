import Knowledge

/// A text that is learnt from, and what it asks for.
package struct Sample: Sendable {
  package let text: String
  /// The topic's place in ``KnowledgeBase/topics``.
  package let topic: Int
  /// The part's place in ``Topic/parts``; nil for a question as wide as the topic.
  package let part: Int?
  /// Whether it says something only after the topic was spoken of.
  package let leans: Bool
  /// How much it counts against a wording: less for a sentence of an answer.
  let weight: Float

  package init(
    text: String, topic: Int, part: Int? = nil, leans: Bool = false, weight: Float = 1
  ) {
    self.text = text
    self.topic = topic
    self.part = part
    self.leans = leans
    self.weight = weight
  }
}

extension Sample {
  /// About so many frames are filled with each name of a subject: more would only say the same again.
  private static let framesForName: UInt64 = 6

  /// What the knowledge has to learn from: wordings, titles, names in frames, and what is quoted by
  /// number.
  package static func all(of knowledge: KnowledgeBase) -> [Sample] {
    var samples: [Sample] = []
    for (index, topic) in knowledge.topics.enumerated() {
      for code in knowledge.languages {
        guard let text = topic.texts[code] else { continue }
        samples += text.examples.map { Sample(text: $0.text, topic: index) }
        samples.append(Sample(text: text.title, topic: index))
        samples += named(text, of: index, in: code, knowledge)
        if knowledge.isSmall { samples += answered(topic, text, of: index, in: code) }
        for (number, part) in topic.parts.enumerated() {
          guard let text = part.texts[code] else { continue }
          samples += text.examples.map {
            Sample(text: $0.text, topic: index, part: number, leans: $0.leans)
          }
          // What a part is called and what it says first tell it from its neighbours.
          for said in [text.title, text.answer.first?.text ?? ""] where !said.isEmpty {
            samples.append(Sample(text: said, topic: index, part: number, leans: true))
          }
        }
      }
      samples += topic.statutes.map { Sample(text: $0, topic: index) }
    }
    return samples
  }

  /// In a small knowledge a text of fewer wordings is also learnt from by its answer.
  private static let fewWordings = 12
  private static let weightOfAnswer: Float = 0.5

  /// The sentences of an answer that people have few wordings for, and the titles of its parts: a
  /// question often uses the words that the answer does.
  private static func answered(
    _ topic: Topic, _ text: TopicText, of index: Int, in code: LanguageCode
  ) -> [Sample] {
    guard topic.kind != .dialogue, topic.kind != .safety, topic.role == nil,
      text.examples.count < fewWordings
    else { return [] }
    let whole = text.answer.filter { !$0.text.isEmpty }
      .map { Sample(text: $0.text, topic: index, weight: weightOfAnswer) }
    let parts = topic.parts.enumerated().flatMap { number, part -> [Sample] in
      guard let text = part.texts[code], text.examples.count < fewWordings else { return [] }
      return [Sample(text: text.title, topic: index, part: number)]
        + text.answer.filter { !$0.text.isEmpty }
        .map { Sample(text: $0.text, topic: index, part: number, weight: weightOfAnswer) }
    }
    return whole + parts
  }

  /// The names of a subject, alone and in some of the frames in which anything can be asked.
  private static func named(
    _ text: TopicText, of index: Int, in code: LanguageCode, _ knowledge: KnowledgeBase
  ) -> [Sample] {
    let topic = knowledge.topics[index]
    let frames = knowledge.frames.filter { $0.language == code }
    let whole = frames.filter { $0.part == nil }
    let parts = frames.compactMap { frame in
      frame.part.flatMap { topic.partIndex($0) }.map { (frame.text, $0) }
    }
    let dealt = max(1, UInt64(whole.count) / framesForName)
    var samples: [Sample] = []
    for name in text.names {
      samples.append(Sample(text: name.text, topic: index))
      for frame in whole {
        let filled = frame.text.replacingAll(Frame.placeholder, with: name.text)
        if filled.isOne(of: dealt) { samples.append(Sample(text: filled, topic: index)) }
      }
      for (frame, part) in parts {
        let filled = frame.replacingAll(Frame.placeholder, with: name.text)
        samples.append(Sample(text: filled, topic: index, part: part))
      }
    }
    return samples
  }
}
