import Conversation
import Knowledge

/// A conversation with somebody at a terminal: a line in, lines out; knows nothing of terminals.
package struct ChatSession {
  /// What is to be shown, and what else is to be done.
  package enum Effect: Sendable {
    case show([ReplyLine])
    /// Write the transcript to a file, if there is none of that name.
    case save(path: String, text: String)
    /// Read the knowledge again, and hand the result to ``ChatSession/take(_:)``.
    case reload
    case quit
  }

  private var responder: Responder
  private let interface: InterfaceLanguage
  private let fallback: LanguageCode
  private var language: LanguageCode?
  private var state = ConversationState()
  private var lastReply: Reply?
  /// Whether questions are kept out of history and transcript.
  package private(set) var isPrivate = false
  private var turns: [(question: String, topics: [TopicID], isFirst: Bool)] = []
  private var beginsConversation = true

  package init(
    responder: Responder, interface: InterfaceLanguage, language: LanguageCode?,
    fallback: LanguageCode
  ) {
    self.responder = responder
    self.interface = interface
    self.language = language
    self.fallback = fallback
  }

  /// The first screen: four lines at most.
  package var welcome: [ReplyLine] {
    let date = responder.knowledge.topics.compactMap(\.asOf).max() ?? "–"
    return [
      ReplyLine(
        .person,
        text(
          "Vägvisare: svar om människohandel i Sverige, ur den nationella broschyren från \(date).",
          "Vägvisare: answers on human trafficking in Sweden, from the national brochure of \(date)."
        )
      ),
      ReplyLine(
        .contact,
        text(
          "Akut fara: ring 112.  Råd av en människa: 020-39 00 00.",
          "Acute danger: call 112.  Advice from a person: 020-39 00 00.")),
      ReplyLine(
        .note,
        text(
          "Fråga med egna ord. :hjälp visar kommandona, Ctrl-D avslutar. Inget sparas.",
          "Ask in your own words. :help lists the commands, Ctrl-D quits. Nothing is kept.")),
    ]
  }

  /// Answers what was typed; it has a character other than a space.
  package mutating func take(_ typed: String) -> Effect {
    let line = typed.trimmed
    if line.hasPrefix(":") { return command(line.dropFirst()) }
    let turn = responder.reply(to: line, in: state, language: language, fallback: fallback)
    state = turn.state
    lastReply = turn.reply
    if !isPrivate {
      turns.append((line, turn.reply.topics, beginsConversation))
      beginsConversation = false
    }
    return .show(turn.reply.lines)
  }

  /// Goes on with knowledge that was read again; the problems where it is broken.
  package mutating func take(_ reloaded: Result<Responder, ReloadFailure>) -> [ReplyLine] {
    switch reloaded {
    case .success(let new):
      state = state.carried(from: responder.knowledge, to: new.knowledge)
      responder = new
      return [
        ReplyLine(
          .note, text("Kunskapsbasen är läst på nytt.", "The knowledge has been read again."))
      ]
    case .failure(let failure):
      return failure.problems.map { ReplyLine(.text, $0) } + [
        ReplyLine(
          .note,
          text(
            "Kunskapsbasen har fel; den gamla gäller.",
            "The knowledge has errors; the old one serves on."))
      ]
    }
  }

  // MARK: Completion

  /// What the typed line may become: commands, titles of topics, places for the last word.
  package func completions(of line: String) -> [String] {
    if line.hasPrefix(":") {
      return ChatCommand.allNames.map { ":" + $0 }.filter { $0.hasPrefix(line.lowercased()) }
    }
    let typed = line.lowercased()
    let titles = responder.knowledge.topics.flatMap { topic in
      responder.knowledge.languages.compactMap { topic.texts[$0]?.title }
    }.filter { !typed.isEmpty && $0.lowercased().hasPrefix(typed) }
    let start = line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.startIndex
    let word = line[start...].lowercased()
    guard !word.isEmpty else { return titles }
    let places = responder.knowledge.gazetteer.places
      .flatMap { [$0.name] + $0.names.map(\.text) }
      .filter { $0.lowercased().hasPrefix(word) }.map { String(line[..<start]) + $0 }
    return (titles + places).withoutRepeats.sorted()
  }

  // MARK: Commands

  private mutating func command(_ line: Substring) -> Effect {
    let words = line.split(separator: " ", maxSplits: 1)
    let name = words.first.map(String.init) ?? ""
    let argument = words.count > 1 ? String(words[1]).trimmed : ""
    guard let command = ChatCommand(name: name) else { return .show([unknown(name)]) }
    switch command {
    case .help: return .show(help)
    case .why: return .show(why)
    case .source: return .show(source)
    case .topics: return .show(topics)
    case .language: return .show([setLanguage(argument)])
    case .new:
      state = ConversationState()
      lastReply = nil
      beginsConversation = true
      return .show([ReplyLine(.note, text("Nytt samtal.", "A new conversation."))])
    case .reload: return .reload
    case .save: return save(argument)
    case .private:
      isPrivate.toggle()
      return .show([
        ReplyLine(
          .note,
          isPrivate
            ? text(
              "Privat: inget av det du skriver nu sparas.", "Private: nothing you type now is kept."
            )
            : text("Inte längre privat.", "No longer private."))
      ])
    case .quit: return .quit
    }
  }

  private func unknown(_ name: String) -> ReplyLine {
    let nearest = nearestName(to: name.lowercased(), in: ChatCommand.allNames)
    let hint = nearest.map { text(" Menade du :\($0)?", " Did you mean :\($0)?") } ?? ""
    return ReplyLine(
      .note,
      text(
        "Kommandot finns inte.\(hint) :hjälp visar alla.",
        "There is no such command.\(hint) :help lists all."))
  }

  private var help: [ReplyLine] {
    let entries = ChatCommand.allCases.map { command -> (String, String) in
      let (argument, text) = command.description(in: interface)
      let name = ":" + command.name(in: interface)
      return (argument.isEmpty ? name : name + " " + argument, text)
    }
    let width = entries.map(\.0.count).max() ?? 0
    return entries.map { name, text in
      ReplyLine(.text, name + String(repeating: " ", count: width - name.count + 2) + text)
    }
  }

  private var why: [ReplyLine] {
    guard let lastReply else { return [nothingYet] }
    return lastReply.explanation.text(in: interface.rawValue, responder.knowledge)
      .map { ReplyLine(.text, $0) }
  }

  private var source: [ReplyLine] {
    guard let lastReply else { return [nothingYet] }
    if lastReply.sources.isEmpty {
      return [ReplyLine(.note, text("Svaret har ingen källa.", "The answer has no source."))]
    }
    return lastReply.sources.map { ReplyLine(.source, $0.description) }
  }

  private var topics: [ReplyLine] {
    responder.knowledge.topics.filter { $0.kind != .dialogue }
      .compactMap { $0.texts[interface.rawValue] ?? $0.texts.values.first }
      .map { ReplyLine(.text, "– " + $0.title) }
  }

  private mutating func setLanguage(_ argument: String) -> ReplyLine {
    let known = responder.knowledge.languages
    if argument == "auto" || known.contains(argument) {
      language = argument == "auto" ? nil : argument
      return ReplyLine(
        .note, text("Svarens språk: \(argument).", "The language of the answers: \(argument)."))
    }
    let choices = (known + ["auto"]).joined(separator: ", ")
    return ReplyLine(.note, text("Skriv något av: \(choices).", "Write one of: \(choices)."))
  }

  private func save(_ path: String) -> Effect {
    if path.isEmpty {
      return .show([
        ReplyLine(.note, text("Skriv :spara FIL.transcript", "Write :save FILE.transcript"))
      ])
    }
    if turns.isEmpty { return .show([nothingYet]) }
    return .save(path: path, text: transcript)
  }

  private var nothingYet: ReplyLine {
    ReplyLine(.note, text("Inget har frågats ännu.", "Nothing has been asked yet."))
  }

  /// The session in the format of `Transcripts/`: what was asked, and the topics that answered.
  private var transcript: String {
    var lines = [
      "# "
        + text(
          "Sparat från ett samtal; lägg till ~ för det som måste sägas.",
          "Saved from a session; add ~ for what must be stated.")
    ]
    var number = 0
    for turn in turns {
      if turn.isFirst {
        number += 1
        lines += ["", "== " + text("Samtal", "Conversation") + " \(number)"]
      }
      lines.append("> " + turn.question)
      lines += turn.topics.map { "@ " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ swedish: String, _ english: String) -> String {
    interface == .swedish ? swedish : english
  }
}

/// Knowledge that could not be read again.
package struct ReloadFailure: Error {
  package let problems: [String]

  package init(problems: [String]) {
    self.problems = problems
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
