import Knowledge

/// `vagvisare topics`: the list, or everything of one topic.
struct TopicsCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard let knowledge = context.loadKnowledge() else { return .unreadable }
    try context.checkLanguage(of: knowledge)
    let language = context.language ?? context.fallbackLanguage
    guard let id = context.options.arguments.first else {
      let width = knowledge.topics.map(\.id.count).max() ?? 0
      for topic in knowledge.topics {
        let text = topic.texts[language] ?? topic.texts.values.first
        let padding = String(repeating: " ", count: width - topic.id.count + 2)
        Output.line(topic.id + padding + (text?.title ?? ""))
      }
      return .good
    }
    guard let topic = knowledge.topic(id) else {
      report(unknown: id, knowledge.topics.map(\.id))
      return .found
    }
    show(topic, knowledge)
    return .good
  }

  /// Says that there is no such topic, and which may have been meant: those whose ids hold what was
  /// typed, else the one that differs from it by little.
  private func report(unknown id: String, _ ids: [TopicID]) {
    let holding = ids.filter { $0.contains(id) }
    let meant = holding.isEmpty ? nearestName(to: id, in: ids).map { [$0] } ?? [] : holding
    let none = Bilingual("ämnet ”\(id)” finns inte", "there is no topic “\(id)”")
    let hint =
      meant.isEmpty
      ? Bilingual("vagvisare topics visar alla", "vagvisare topics lists all")
      : Bilingual(
        "menade du \(meant.joined(separator: ", "))?",
        "did you mean \(meant.joined(separator: ", "))?")
    Output.message("vagvisare: \(none[context.interface]); \(hint[context.interface])")
  }

  private func show(_ topic: Topic, _ knowledge: KnowledgeBase) {
    Output.line(topic.id)
    field("kind", topic.kind.name)
    field("role", topic.role?.rawValue)
    field("section", topic.section)
    field("as-of", topic.asOf)
    field("review-by", topic.reviewBy)
    field("statute", topic.statutes.joined(separator: ", "))
    field("covers", topic.covers.joined(separator: ", "))
    field("related", topic.related.joined(separator: ", "))
    field("file", topic.file)
    for person in topic.persons {
      field(
        "person",
        ([person.name] + person.telephones + [person.mail].compactMap { $0 }
          + person.handles.map { "(\($0))" }).joined(separator: ", "))
    }
    let own = context.language ?? context.fallbackLanguage
    for code in [own] + knowledge.languages.filter({ $0 != own }) {
      guard let text = topic.texts[code] else { continue }
      Output.line("\n== \(code)")
      field("title", text.title)
      field("revised", text.revised)
      field("translated", text.translated)
      for line in text.answer {
        Output.line((line.style == .quotation ? "\" " : "< ") + line.text)
      }
      for fact in topic.facts + text.facts { Output.line("~ " + fact.text) }
      for example in text.examples { Output.line("> " + example.text) }
      for part in topic.parts {
        guard let text = part.texts[code] else { continue }
        let see = part.see.map { " → \($0.description)" } ?? ""
        Output.line("\n-- \(part.id): \(text.title)\(see)")
        for line in text.answer { Output.line("< " + line.text) }
        for fact in text.facts { Output.line("~ " + fact.text) }
        for example in text.examples { Output.line("> " + example.text) }
      }
    }
  }

  private func field(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { Output.line("\(name): \(value)") }
  }
}
