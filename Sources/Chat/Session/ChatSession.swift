import Conversation
import Knowledge

/// A conversation with somebody at a terminal: a line in, lines out; knows nothing of terminals.
package struct ChatSession {
  /// What is to be shown, and what else is to be done.
  package enum Effect: Equatable, Sendable {
    case show([ReplyLine])
    /// Write the transcript to a file, if there is none of that name.
    case save(path: String, text: String)
    /// Read the knowledge again, and hand the result to ``ChatSession/take(_:)``.
    case reload
    case quit
  }

  package let interface: InterfaceLanguage
  package internal(set) var responder: Responder
  /// The language of the answers; nil to follow the questions.
  var language: LanguageCode?
  var state = ConversationState()
  var lastReply: Reply?
  var record = SessionRecord()
  /// Whether questions are kept out of history and transcript.
  package internal(set) var isPrivate = false

  private let fallback: LanguageCode

  package init(
    responder: Responder, interface: InterfaceLanguage, language: LanguageCode?,
    fallback: LanguageCode
  ) {
    self.responder = responder
    self.interface = interface
    self.language = language
    self.fallback = fallback
  }

  /// What stands before the place to type.
  package var prompt: String { isPrivate ? ChatWording.privatePrompt[interface] : "> " }

  /// The first screen, at most four lines in a window of 40 columns; `keepsHistory` where the
  /// questions are written to a file.
  package func welcome(keepsHistory: Bool) -> [ReplyLine] {
    let help = keepsHistory ? ChatWording.welcomeWithHistory : ChatWording.welcome
    return [
      ReplyLine(.heading, responder.knowledge.welcome(in: phraseLanguage)),
      ReplyLine(.text, phrase("welcome-urgent")), ReplyLine(.note, help[interface]),
    ].filter { !$0.text.isEmpty }
  }

  /// Answers what was typed; it has a character other than a space.
  package mutating func take(_ typed: String) -> Effect {
    let line = typed.trimmed
    if line.hasPrefix(":") { return command(line.dropFirst()) }
    if ChatCommand.isFarewell(line) { return .quit }
    let turn = responder.reply(to: line, in: state, language: language, fallback: fallback)
    state = turn.state
    lastReply = turn.reply
    if !isPrivate { record.add(line, language: turn.reply.language) }
    return .show(screen(turn.reply))
  }

  /// Goes on with knowledge that was read again; the problems where it is broken.
  package mutating func take(_ reloaded: Result<Responder, ReloadFailure>) -> [ReplyLine] {
    switch reloaded {
    case .success(let new):
      state = state.carried(from: responder.knowledge, to: new.knowledge)
      responder = new
      return [note(ChatWording.reloaded)]
    case .failure(let failure):
      return failure.problems.map { ReplyLine(.text, $0) } + [note(ChatWording.reloadFailed)]
    }
  }

  /// Begins a conversation that remembers nothing.
  mutating func startAnew() {
    state = ConversationState()
    lastReply = nil
    record.endConversation()
  }

  // MARK: Words

  func note(_ text: Bilingual) -> ReplyLine { ReplyLine(.note, text[interface]) }

  /// A phrase of the knowledge in the language of the interface, or in its first one.
  private func phrase(_ name: String, _ values: [String: String] = [:]) -> String {
    responder.knowledge.phrase(name, in: phraseLanguage, values)
  }

  /// The interface's language, or one that the knowledge has.
  private var phraseLanguage: LanguageCode {
    let (code, languages) = (interface.rawValue, responder.knowledge.languages)
    return languages.contains(code) ? code : languages.first ?? code
  }

  /// The lines of a reply as a screen shows them: what it is about above, what else may help below.
  private func screen(_ reply: Reply) -> [ReplyLine] {
    var lines = reply.lines
    switch reply.kind {
    case .dialogue, .safety: return lines
    case .contact:
      // The line that introduces the people is their heading.
      if let first = lines.firstIndex(where: { $0.style == .text && $0.text.hasSuffix(":") }) {
        lines[first] = ReplyLine(.heading, lines[first].text)
      }
    default: lines.insert(ReplyLine(.heading, reply.title), at: 0)
    }
    let titles = reply.suggestions.map(\.title).joined(separator: "; ")
    let also = responder.knowledge.phrase("see-also", in: reply.language, ["titles": titles])
    if !titles.isEmpty, !also.isEmpty { lines.append(ReplyLine(.note, also)) }
    return lines
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
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
