import Knowledge
import Understanding

/// The answers of topics, parts and contacts.
extension Composer {
  func answer(
    _ focuses: [Focus], _ decision: Decision, _ language: LanguageCode,
    _ state: ConversationState, _ explanation: Explanation
  ) -> Reply {
    // A part that says that the source has no answer is no answer of its topic.
    let answered = focuses.filter { refusal(in: $0, language) == nil }
    let topics = focuses.flatMap { focus in
      [subject(of: focus, language), knowledge.topics[focus.topic]].compactMap { $0 }
    }
    var reply = Reply(
      topics: topics.map(\.id).withoutRepeats,
      title: topics.first?.texts[language]?.title ?? "", kind: topics.first?.kind ?? .dialogue,
      language: language, confidence: decision.confidence, lines: [], explanation: explanation)
    if let place = decision.placeRead {
      reply.lines.append(line(.note, "place-read", language, ["place": place.name]))
    }
    for (number, focus) in focuses.enumerated() {
      if number > 0 { reply.lines.append(ReplyLine(.text, "")) }
      if decision.hasHeadings, number > 0 || !decision.isUrgent {
        reply.lines.append(ReplyLine(.heading, heading(of: focus, among: focuses, language)))
      }
      appendAnswer(focus, decision, language, &reply)
      let topic = knowledge.topics[focus.topic]
      guard let part = focus.part else { continue }
      reply.parts.append(TopicReference(topic: topic.id, part: topic.parts[part].id))
      // What else a reader needs who has not just read it.
      let isKnown =
        state.last.contains { $0.topic == focus.topic } && decision.reason != .language
      if focuses.count == 1, !isKnown, topic.kind != .dialogue {
        appendRest(of: topic, language, &reply)
      }
    }
    appendNotes(answered.map { knowledge.topics[$0.topic] }, language, &reply)
    reply.sources = sources(of: answered)
    for source in reply.sources {
      reply.lines.append(
        line(
          .source, source.asOf == nil ? "source-undated" : "source", language,
          ["section": source.section, "date": source.asOf ?? ""]))
    }
    if reply.kind != .dialogue {
      reply.suggestions = suggestions(
        (decision.alsoHelps + related(of: focuses)).withoutRepeats.filter { topic in
          !focuses.contains { $0.topic == topic }
        }.prefix(3).map { $0 }, language)
    }
    return reply
  }

  /// The title of a topic, or of its part where several of one topic are answered.
  private func heading(
    of focus: Focus, among focuses: [Focus], _ language: LanguageCode
  ) -> String {
    let topic = knowledge.topics[focus.topic]
    let part = focus.part.flatMap { topic.parts[$0].texts[language]?.title }
    let isAlone = focuses.count { $0.topic == focus.topic } == 1
    return (isAlone ? nil : part) ?? topic.texts[language]?.title ?? ""
  }

  /// The topic that a part with an answer of its own names as the one it is of.
  private func subject(of focus: Focus, _ language: LanguageCode) -> Topic? {
    guard let place = focus.part else { return nil }
    let part = knowledge.topics[focus.topic].parts[place]
    guard part.texts[language]?.answer.isEmpty == false else { return nil }
    return part.see.flatMap { knowledge.topic($0.topic) }
  }

  /// The topic of what the source does not answer, where a part says of its own question that it is
  /// such a one.
  private func refusal(in focus: Focus, _ language: LanguageCode) -> Topic? {
    subject(of: focus, language).flatMap { $0.role == .unknown ? $0 : nil }
  }

  private func appendAnswer(
    _ focus: Focus, _ decision: Decision, _ language: LanguageCode, _ reply: inout Reply
  ) {
    let topic = knowledge.topics[focus.topic]
    guard let text = topic.texts[language] else { return }
    if let place = focus.part {
      appendLines(topic.parts[place].texts[language]?.answer ?? [], language, &reply)
      return
    }
    appendLines(text.answer, language, &reply)
    if !topic.persons.isEmpty { appendPersons(topic, focus, decision, language, &reply) }
  }

  /// The whole answer of a topic below the part of it that was asked for, without lines said already.
  private func appendRest(of topic: Topic, _ language: LanguageCode, _ reply: inout Reply) {
    guard let text = topic.texts[language] else { return }
    var rest = Reply(
      topics: [], title: "", kind: topic.kind, language: language, confidence: 0, lines: [],
      explanation: reply.explanation)
    appendLines(text.answer, language, &rest)
    let said = Set(reply.lines.map(\.text))
    rest.lines.removeAll { said.contains($0.text) && !$0.text.isEmpty }
    guard !rest.lines.isEmpty else { return }
    reply.lines.append(ReplyLine(.text, ""))
    reply.lines += rest.lines
  }

  func appendLines(
    _ lines: [AnswerLine], _ language: LanguageCode, _ reply: inout Reply
  ) {
    let translation = knowledge.phrase("translation", in: language)
    for (number, answer) in lines.enumerated() {
      switch answer.style {
      case .text: reply.lines.append(ReplyLine(.text, answer.text))
      case .quotation:
        let isFirst = number == 0 || lines[number - 1].style != .quotation
        if isFirst, !translation.isEmpty { reply.lines.append(ReplyLine(.note, translation)) }
        reply.lines.append(line(.quotation, "quotation", language, ["text": answer.text]))
      }
    }
  }

  // MARK: Contacts

  private func appendPersons(
    _ topic: Topic, _ focus: Focus, _ decision: Decision, _ language: LanguageCode,
    _ reply: inout Reply
  ) {
    let shown = focus.persons.isEmpty ? Array(topic.persons.indices) : focus.persons
    for index in shown {
      let person = topic.persons[index]
      reply.contacts.append(person)
      reply.lines.append(ReplyLine(.person, describe(person, language)))
      if decision.fields.contains(.telephone), !person.telephones.isEmpty {
        reply.lines.append(
          line(
            .contact, "telephone", language,
            ["telephones": person.telephones.joined(separator: ", ")]))
      }
      // Whoever asks for the number may well write in the end; whoever asks for the mail wants it.
      if let mail = person.mail {
        reply.lines.append(line(.contact, "mail", language, ["mail": mail]))
      }
    }
    if shown.count < topic.persons.count { reply.lines.append(line(.note, "others", language)) }
    if decision.fields == .mail { reply.lines.append(line(.note, "telephone-too", language)) }
  }

  /// The name, and what the person handles.
  private func describe(_ person: Person, _ language: LanguageCode) -> String {
    guard !person.handles.isEmpty else { return person.name }
    let handles = person.handles.map { knowledge.phrase("handles-\($0)", in: language) }
      .filter { !$0.isEmpty }
    if handles.isEmpty { return person.name }
    return "\(person.name) (\(handles.joined(separator: ", ")))"
  }
}
