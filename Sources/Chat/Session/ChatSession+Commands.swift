import Conversation
import Knowledge

extension ChatSession {
  /// Does what was typed after the colon.
  mutating func command(_ line: Substring) -> Effect {
    let words = line.split(separator: " ", maxSplits: 1)
    let name = words.first.map(String.init) ?? ""
    let argument = words.count > 1 ? String(words[1]).trimmed : ""
    guard let command = name.isEmpty ? .help : ChatCommand(name: name) else {
      let nearest = ChatCommand.nearest(to: name, in: interface)
      return .show([note(ChatWording.unknownCommand(nearest: nearest))])
    }
    switch command {
    case .help: return .show(help)
    case .why: return .show(why)
    case .source: return .show(source)
    case .topics: return .show(topics)
    case .language: return .show([setLanguage(argument)])
    case .new:
      startAnew()
      return .show([note(ChatWording.newConversation)])
    case .reload: return .reload
    case .save: return save(argument)
    case .private: return .show([togglePrivate()])
    case .quit: return .quit
    }
  }

  private var help: [ReplyLine] {
    let entries = ChatCommand.allCases.map { command -> (name: String, meaning: String) in
      let argument = command.argument[interface]
      let name = ":" + command.name[interface] + (argument.isEmpty ? "" : " " + argument)
      return (name, command.meaning[interface])
    }
    let width = entries.map(\.name.count).max() ?? 0
    return [note(ChatWording.howToAsk)]
      + entries.map { name, meaning in
        ReplyLine(
          .text, name + String(repeating: " ", count: width - name.count + 2) + meaning)
      } + [note(ChatWording.keys)]
  }

  private var why: [ReplyLine] {
    guard let lastReply else { return [note(ChatWording.nothingYet)] }
    return lastReply.explanation.text(in: interface.rawValue, responder.knowledge)
      .map { ReplyLine(.text, $0) }
  }

  private var source: [ReplyLine] {
    guard let lastReply else { return [note(ChatWording.nothingYet)] }
    if lastReply.sources.isEmpty { return [note(ChatWording.noSource)] }
    return lastReply.sources.map { ReplyLine(.source, $0.description) }
  }

  /// The titles under a heading for each kind.
  private var topics: [ReplyLine] {
    let kinds = responder.knowledge.topics.map(\.kind).withoutRepeats.filter { $0 != .dialogue }
    return kinds.flatMap { kind -> [ReplyLine] in
      let titles = responder.knowledge.topics.filter { $0.kind == kind }
        .compactMap { ($0.texts[interface.rawValue] ?? $0.texts.values.first)?.title }
      guard !titles.isEmpty else { return [] }
      let heading = responder.knowledge.phrase("kind-\(kind.name)", in: interface.rawValue)
      return [ReplyLine(.heading, heading.isEmpty ? kind.name : heading)]
        + titles.map { ReplyLine(.text, "– " + $0) }
    }
  }

  private mutating func setLanguage(_ typed: String) -> ReplyLine {
    let known = responder.knowledge.languages
    let argument = ChatWording.languageCodes[typed.lowercased()] ?? typed.lowercased()
    guard argument == "auto" || known.contains(argument) else {
      return note(ChatWording.languageChoices(known + ["auto"], now: language ?? "auto"))
    }
    language = argument == "auto" ? nil : argument
    return note(ChatWording.languageSet(argument))
  }

  /// Turns privacy on or off. What was said in private is forgotten when it ends: a later answer
  /// that went on from it would tell of it.
  private mutating func togglePrivate() -> ReplyLine {
    isPrivate.toggle()
    if isPrivate { return note(ChatWording.privateOn) }
    startAnew()
    return note(ChatWording.privateOff)
  }

  private func save(_ typed: String) -> Effect {
    guard !typed.isEmpty else { return .show([note(ChatWording.saveNeedsName)]) }
    guard !record.isEmpty else { return .show([note(ChatWording.nothingToSave)]) }
    let path = typed.hasSuffix(".transcript") ? typed : typed + ".transcript"
    return .save(path: path, text: record.transcript(responder, in: interface))
  }
}
