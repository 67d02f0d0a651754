import Conversation
import Knowledge

/// Answers the requests of one pipe, one after the other; knows nothing of pipes.
package struct Session {
  /// What came of loading the knowledge again.
  package enum Reload {
    case good(Responder)
    /// Descriptions of what is wrong: `file:line:column: …`.
    case broken([String])
  }

  private var responder: Responder
  private let fallbackLanguage: LanguageCode?
  /// The time in seconds since 1970.
  private let clock: () -> Int64
  private var store = ConversationStore()
  private var own: StoredConversation?
  /// Set by `quit`: nothing after it is read.
  package private(set) var hasQuit = false

  package init(
    responder: Responder, fallbackLanguage: LanguageCode? = nil,
    clock: @escaping () -> Int64
  ) {
    self.responder = responder
    self.fallbackLanguage = fallbackLanguage
    self.clock = clock
  }

  package var languages: [LanguageCode] { responder.knowledge.languages }

  package var greeting: Notice { .greeting(knowledge: responder.knowledge.digest) }

  /// Where a client is not served because too many are.
  package var full: Notice { .full(fixedText(nil)) }

  /// The answer; nil where the knowledge is to be read again first: see ``adopt(_:for:)``.
  package mutating func answer(_ request: Request) -> Response? {
    var response: Response
    switch request.verb {
    case .ask: response = ask(request)
    case .why: response = why(request)
    case .forget: response = forget(request)
    case .reload: return nil
    case .ping: response = Response(id: request.id)
    case .hello: response = Response(id: request.id, text: fixedText(request.language))
    case .about:
      let about = About(responder.knowledge, language: request.language)
      response = Response(id: request.id, text: about.wordings.flatMap(\.lines), about: about)
    case .help: response = Response(id: request.id, text: help)
    case .quit:
      hasQuit = true
      response = Response(id: request.id)
    }
    if let width = request.width {
      response.text = TextWrapping.wrap(response.text, width: width)
    }
    return response
  }

  /// The answer to a `reload`, which swaps the knowledge whole; where it is broken the old serves on.
  package mutating func adopt(_ outcome: Reload, for request: Request) -> Response {
    var response = Response(id: request.id)
    switch outcome {
    case .good(let new): adopt(new)
    case .broken(let problems):
      response.problems = problems
      response.error = .reloadFailed
    }
    return response
  }

  /// Swaps the knowledge whole; conversations survive.
  package mutating func adopt(_ new: Responder) {
    let old = responder.knowledge
    responder = new
    let knowledge = new.knowledge
    if let state = own?.state { own?.state = state.carried(from: old, to: knowledge) }
    store.updateAll { $0.state = $0.state.carried(from: old, to: knowledge) }
  }

  // MARK: Verbs

  private mutating func ask(_ request: Request) -> Response {
    let now = clock()
    var notes: [String] = []
    var isNew = false
    var state = ConversationState()
    switch request.conversation {
    case .own:
      isNew = own == nil
      state = own?.state ?? state
    case .named(let name):
      let known = store.conversation(name, now: now)
      isNew = known == nil
      state = known?.state ?? state
    case .carried(let token):
      if let known = ContextToken.decode(token, knowledge: responder.knowledge, now: now) {
        state = known
      } else {
        isNew = true
        if !token.isEmpty { notes.append("ctx-stale") }
      }
    }
    let turn = responder.reply(
      to: request.text, in: state, language: request.language, fallback: fallbackLanguage)
    let stored = StoredConversation(
      state: turn.state, explanation: turn.reply.explanation, language: turn.reply.language)
    var answer = Response.Answer(reply: turn.reply, isNew: isNew, notes: notes)
    switch request.conversation {
    case .own: own = stored
    case .named(let name): store.store(stored, as: name, now: now)
    case .carried:
      answer.token = ContextToken.encode(
        turn.state, knowledge: responder.knowledge, now: now)
    }
    return Response(id: request.id, text: turn.reply.text, answer: answer)
  }

  private mutating func why(_ request: Request) -> Response {
    let known: StoredConversation? =
      switch request.conversation {
      case .own: own
      case .named(let name): store.conversation(name, now: clock())
      case .carried: nil
      }
    guard let known, let explanation = known.explanation else {
      return Response(id: request.id, error: .noConversation)
    }
    return Response(
      id: request.id,
      text: explanation.text(in: request.language ?? known.language, responder.knowledge))
  }

  private mutating func forget(_ request: Request) -> Response {
    let wasKnown: Bool
    switch request.conversation {
    case .own:
      wasKnown = own != nil
      own = nil
    case .named(let name): wasKnown = store.forget(name, now: clock())
    case .carried: wasKnown = false
    }
    return Response(id: request.id, error: wasKnown ? nil : .noConversation)
  }

  /// What a bridge shows where anything fails: in one language, or in all.
  private func fixedText(_ language: LanguageCode?) -> [String] {
    let knowledge = responder.knowledge
    return (language.map { [$0] } ?? knowledge.languages)
      .map { knowledge.phrase("bridge-error", in: $0) }
  }

  private var help: [String] {
    let languages = (self.languages + ["auto"]).joined(separator: "|")
    return [
      "ask TEXT: answer a question", "why: explain the last answer",
      "forget: forget the conversation", "reload: read the knowledge again",
      "ping: answer ok", "hello: the text to show on any error",
      "about: what to show before anything is asked", "help: these lines",
      "quit: answer ok and end",
      "before the verb: an id of 1 to 9 digits, conv=NAME or ctx=TOKEN, lang=\(languages),"
        + " width=\(ParameterReader.widths.lowerBound)…\(ParameterReader.widths.upperBound)",
    ]
  }
}
