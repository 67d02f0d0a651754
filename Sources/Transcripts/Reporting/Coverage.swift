import Conversation
import Knowledge

/// Which topics and facts the transcripts speak of, in which language.
package struct Coverage: Sendable {
  /// How many conversations each topic should have in each language.
  package static let wanted = 2

  /// How many conversations expect a topic, by language.
  package private(set) var conversations: [TopicID: [LanguageCode: Int]] = [:]
  /// Facts that the knowledge must state and no transcript asks for.
  package private(set) var unasked: [(topic: TopicID, language: LanguageCode, fact: Fact)] = []
  package let languages: [LanguageCode]
  package let topics: [TopicID]

  package init(_ run: TranscriptRun, _ knowledge: KnowledgeBase) {
    languages = knowledge.languages
    topics = knowledge.topics.map(\.id)
    var asked: [TopicID: [LanguageCode: String]] = [:]
    for result in run.conversations {
      var met: [LanguageCode: Set<TopicID>] = [:]
      for result in result.turns {
        guard let reply = result.wordings.first?.reply else { continue }
        let turn = result.turn
        let expected = turn.topicIDs
        let names = Set(reply.topics).intersection(expected.isEmpty ? reply.topics : expected)
        met[reply.language, default: []].formUnion(names)
        let said = (turn.required + turn.answer).map(\.text).joined(separator: "\n").comparisonForm
        for topic in names {
          asked[topic, default: [:]][reply.language, default: ""] += said + "\n"
        }
      }
      for (language, topics) in met {
        for topic in topics { conversations[topic, default: [:]][language, default: 0] += 1 }
      }
    }
    for topic in knowledge.topics {
      for language in languages {
        let said = asked[topic.id]?[language] ?? ""
        for fact in topic.facts + (topic.texts[language]?.facts ?? [])
        where !said.states(fact.text.comparisonForm) {
          unasked.append((topic.id, language, fact))
        }
      }
    }
  }

  /// Topics with fewer conversations than wanted in a language.
  package var thin: [(topic: TopicID, language: LanguageCode, count: Int)] {
    topics.flatMap { topic in
      languages.compactMap { language in
        let count = conversations[topic]?[language] ?? 0
        return count < Self.wanted ? (topic, language, count) : nil
      }
    }
  }

  /// A table of topics and languages, then what no transcript asks for.
  package func lines(in interface: InterfaceLanguage) -> [String] {
    let isSwedish = interface == .swedish
    let width = (topics.map(\.count).max() ?? 0) + 2
    var lines = [
      (isSwedish ? "ämne" : "topic").padded(to: width)
        + languages.map { $0.padded(to: 6) }.joined()
    ]
    for topic in topics {
      let counts = languages.map { "\(conversations[topic]?[$0] ?? 0)".padded(to: 6) }
      lines.append(topic.padded(to: width) + counts.joined())
    }
    lines = lines.map(\.withoutTrailingSpaces)
    let thin = thin
    if !thin.isEmpty { lines.append("") }
    for (topic, language, count) in thin {
      lines.append(
        isSwedish
          ? "\(topic) [\(language)]: \(count) samtal, minst \(Self.wanted) behövs"
          : "\(topic) [\(language)]: \(count) \(count == 1 ? "conversation" : "conversations"), at least \(Self.wanted) are needed"
      )
    }
    if !unasked.isEmpty { lines.append("") }
    for (topic, language, fact) in unasked {
      lines.append(
        "\(fact.line.position.description): \(topic) [\(language)]: "
          + (isSwedish
            ? "inget samtal kräver ”\(fact.text)”"
            : "no transcript requires “\(fact.text)”"))
    }
    lines.append("")
    let pairs = topics.count * languages.count
    lines.append(
      isSwedish
        ? "\(pairs - thin.count) av \(pairs) ämnen och språk har minst \(Self.wanted) samtal; \(unasked.count) uppgifter krävs av ingen"
        : "\(pairs - thin.count) of \(pairs) topics and languages have at least \(Self.wanted) conversations; \(unasked.count) facts are required by none"
    )
    return lines
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
