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

  package init(text: String, topic: Int, part: Int? = nil, leans: Bool = false) {
    self.text = text
    self.topic = topic
    self.part = part
    self.leans = leans
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
