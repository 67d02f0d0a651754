import Knowledge
import Understanding

/// Puts decisions into words: the one place where an answer is worded.
struct Composer: Sendable {
  let knowledge: KnowledgeBase

  /// A reply in a language; the state is what the conversation remembers of what was said before.
  func reply(
    to decision: Decision, in language: LanguageCode, _ state: ConversationState,
    explanation: Explanation
  ) -> Reply {
    var reply = compose(decision, language, state, explanation)
    // A remark that the knowledge does not word is left out.
    reply.lines.removeAll { $0.text.isEmpty && $0.style != .text }
    let urgent = line(.text, "perhaps-urgent", language)
    if decision.mayBeUrgent, reply.kind != .safety, !urgent.text.isEmpty {
      reply.lines.insert(urgent, at: 0)
    }
    return reply
  }

  /// Says, in a language that the knowledge does not speak, which ones it does.
  func otherLanguage(than language: LanguageCode) -> ReplyLine {
    let names = knowledge.languages.map { LanguageNames.name(of: $0, in: language) }
    return line(.note, "other-language", language, ["languages": list(names, language)])
  }

  private func compose(
    _ decision: Decision, _ language: LanguageCode, _ state: ConversationState,
    _ explanation: Explanation
  ) -> Reply {
    let last = state.last
    switch decision.answer {
    case .topics(let focuses):
      return answer(focuses, decision, language, state, explanation)
    case .unknown(let nearest, let isForeign, let part):
      var reply = role(.unknown, decision, language, explanation)
      if let part, let topic = knowledge.topic(role: .unknown),
        let text = topic.parts[part].texts[language]
      {
        reply.lines = []
        appendLines(text.answer, language, &reply)
        reply.parts = [TopicReference(topic: topic.id, part: topic.parts[part].id)]
      }
      if isForeign { reply.lines.insert(line(.text, "foreign", language), at: 0) }
      offer(nearest, heading: "nearest", language, &reply)
      return reply
    case .choice(let topics):
      var reply = role(.choice, decision, language, explanation)
      for (number, topic) in topics.enumerated() {
        let title = knowledge.topics[topic].texts[language]?.title ?? ""
        reply.lines.append(
          line(.choice, "choice-item", language, ["number": "\(number + 1)", "title": title]))
      }
      reply.suggestions = suggestions(topics, language)
      return reply
    case .askPlace(let area):
      var reply = role(.askPlace, decision, language, explanation)
      if case .across(let counties) = area?.extent, let area {
        reply.lines.insert(
          line(
            .text, "place-across", language,
            ["place": area.name, "areas": list(counties, language)]), at: 0)
      }
      return reply
    case .membership(let places):
      return membership(places, decision, language, explanation)
    case .sourceOfLast:
      var reply = role(.source, decision, language, explanation)
      let sources = sources(of: last)
      reply.lines.insert(
        contentsOf: sources.map {
          line(
            .text, "source-of-last", language, ["section": $0.section, "date": $0.asOf ?? "–"])
        }, at: 0)
      reply.sources = sources
      return reply
    case .denied:
      return role(.denied, decision, language, explanation)
    }
  }

  // MARK: Regions

  private func membership(
    _ places: [PlaceMembership], _ decision: Decision, _ language: LanguageCode,
    _ explanation: Explanation
  ) -> Reply {
    var reply = role(.regions, decision, language, explanation)
    reply.lines = []
    let contacts = places.map(\.contact).withoutRepeats
    for contact in contacts {
      let topic = knowledge.topics[contact]
      let names = places.filter { $0.contact == contact }.map(\.place.name)
      let name = topic.texts[language].flatMap { $0.names.first?.text ?? $0.title } ?? ""
      let phrase =
        topic.covers.isEmpty
        ? "place-unlisted" : names.count > 1 ? "places-together" : "place-belongs"
      reply.lines.append(
        line(
          .text, phrase, language,
          [
            "place": list(names, language), "region": name,
            "areas": list(topic.covers, language),
          ]))
    }
    reply.topics += contacts.map { knowledge.topics[$0].id }
    reply.sources = sources(
      of: (knowledge.focus(role: .regions) + contacts.map { Focus(topic: $0) }))
    for source in reply.sources {
      reply.lines.append(
        line(
          .source, source.asOf == nil ? "source-undated" : "source", language,
          ["section": source.section, "date": source.asOf ?? ""]))
    }
    reply.suggestions = suggestions(contacts, language)
    return reply
  }

  // MARK: Notes and sources

  /// What must be said of the age of contacts and laws, once for all topics of an answer.
  func appendNotes(
    _ topics: [Topic], _ language: LanguageCode, _ reply: inout Reply
  ) {
    var names: [String] = []
    var dates: [String: [String]] = [:]
    func add(_ name: String, _ date: String) {
      names.append(name)
      dates[name, default: []].append(date)
    }
    for topic in topics {
      guard let date = topic.asOf else { continue }
      if topic.kind == .contact, !topic.persons.isEmpty {
        add("dated-contact", date)
      }
      if !topic.statutes.isEmpty {
        let isQuoted = reply.lines.contains { $0.style == .quotation }
        // A folder may have one phrase for both.
        let isWorded = !knowledge.phrase("dated-statute", in: language).isEmpty
        add(isQuoted || !isWorded ? "dated-law" : "dated-statute", date)
      }
    }
    for name in names.withoutRepeats {
      let date = list((dates[name] ?? []).withoutRepeats.sorted(), language)
      reply.lines.append(line(.note, name, language, ["date": date]))
    }
  }

  func sources(of focuses: [Focus]) -> [Source] {
    focuses.compactMap { focus in
      let topic = knowledge.topics[focus.topic]
      return topic.section.map { Source(section: $0, asOf: topic.asOf) }
    }.withoutRepeats
  }

  // MARK: What else may help

  func related(of focuses: [Focus]) -> [Int] {
    focuses.flatMap { knowledge.topics[$0.topic].related }
      .compactMap { id in knowledge.topics.firstIndex { $0.id == id } }
  }

  func suggestions(_ topics: [Int], _ language: LanguageCode) -> [Suggestion] {
    topics.map {
      Suggestion(
        topic: knowledge.topics[$0].id, title: knowledge.topics[$0].texts[language]?.title ?? "")
    }
  }

  private func offer(
    _ topics: [Int], heading: String, _ language: LanguageCode, _ reply: inout Reply
  ) {
    guard !topics.isEmpty else { return }
    reply.suggestions = suggestions(topics, language)
    let titles = reply.suggestions.map(\.title)
    reply.lines.append(
      line(.note, heading, language, ["titles": titles.joined(separator: "; ")]))
  }

  // MARK: Helpers

  /// The answer of the topic with a role, or the phrase of that name where the knowledge has none.
  private func role(
    _ role: TopicRole, _ decision: Decision, _ language: LanguageCode, _ explanation: Explanation
  ) -> Reply {
    let topic = knowledge.topic(role: role)
    let text = topic?.texts[language]
    return Reply(
      topics: [topic?.id ?? "dialogue/\(role.rawValue)"],
      title: text?.title ?? knowledge.phrase(role.rawValue, in: language),
      kind: topic?.kind ?? .dialogue, language: language, confidence: decision.confidence,
      lines: text?.answer.map { ReplyLine(.text, $0.text) }
        ?? [line(.text, role.rawValue, language)].filter { !$0.text.isEmpty },
      explanation: explanation)
  }

  func line(
    _ style: ReplyLine.Style, _ phrase: String, _ language: LanguageCode,
    _ values: [String: String] = [:]
  ) -> ReplyLine {
    ReplyLine(style, knowledge.phrase(phrase, in: language, values))
  }

  /// "a, b and c" in a language.
  func list(_ items: [String], _ language: LanguageCode) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return knowledge.phrase(
      "list", in: language, ["first": items.dropLast().joined(separator: ", "), "last": last])
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of their first places.
  package var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
