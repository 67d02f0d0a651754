import Knowledge

extension Comparison {
  /// What the answers say otherwise and no question has shown: a text is held against its old form
  /// itself, so that no change passes unseen.
  static func unreachedTexts(
    _ old: KnowledgeBase, _ new: KnowledgeBase, beside causes: some Sequence<Cause>
  ) -> [Cause] {
    var shown: [TopicID: Set<String>] = [:]
    for case .otherText(let topic, let difference) in causes {
      shown[topic, default: []].formUnion(difference)
    }
    let (before, after) = (texts(of: old), texts(of: new))
    var found: [Cause] = []
    for place in Set(before.keys).union(after.keys) {
      let difference = LineDifference.lines(before[place] ?? [], after[place] ?? []).map(\.text)
      let isShown = difference.allSatisfy { shown[place.reference.topic]?.contains($0) == true }
      if !difference.isEmpty, !isShown {
        found.append(.unreachedText(place.reference, place.language, difference: difference))
      }
    }
    return found + otherPhrases(old, new)
  }

  private struct Place: Hashable {
    let reference: TopicReference
    let language: LanguageCode
  }

  /// Everything that is said of each topic and part, in each language.
  private static func texts(of base: KnowledgeBase) -> [Place: [String]] {
    var texts: [Place: [String]] = [:]
    for topic in base.topics {
      let people = topic.persons.map { person in
        ([person.name] + person.telephones + [person.mail].compactMap { $0 } + person.handles)
          .joined(separator: ", ")
      }
      for (code, text) in topic.texts {
        texts[Place(reference: TopicReference(topic: topic.id), language: code)] =
          [text.title] + text.answer.map(\.text) + people + topic.source
      }
      for part in topic.parts {
        for (code, text) in part.texts {
          let see = part.see.map { ["see: \($0.description)"] } ?? []
          texts[Place(reference: TopicReference(topic: topic.id, part: part.id), language: code)] =
            [text.title] + text.answer.map(\.text) + see
        }
      }
    }
    return texts
  }

  private static func otherPhrases(_ old: KnowledgeBase, _ new: KnowledgeBase) -> [Cause] {
    Set(old.phrases.keys).union(new.phrases.keys).sorted().compactMap { code in
      let difference = LineDifference.lines(lines(old.phrases[code]), lines(new.phrases[code]))
      return difference.isEmpty ? nil : .otherPhrase(code, difference: difference.map(\.text))
    }
  }

  private static func lines(_ phrases: Phrases?) -> [String] {
    (phrases?.texts ?? [:]).map { "\($0.key): \($0.value)" }.sorted()
  }
}

extension Topic {
  /// What an answer says of where it comes from.
  fileprivate var source: [String] {
    [section, asOf].compactMap { $0 }.isEmpty
      ? [] : ["[" + [section, asOf].compactMap { $0 }.joined(separator: ", ") + "]"]
  }
}
