import Knowledge

/// What a client calls a request by, to be echoed.
package enum RequestID: Equatable, Sendable {
  case none
  /// The digits as they were written.
  case number(String)
  /// A string, in the JSON encoding only.
  case string(String)
}

/// What can be asked of the assistant on the pipe.
package enum Verb: String, CaseIterable, Sendable {
  case ask, why, forget, reload, ping, hello, about, help, quit
}

/// Where a request's conversation is kept.
package enum ConversationKey: Equatable, Sendable {
  /// The pipe's own.
  case own
  /// Under a name, here.
  case named(String)
  /// With the client, as a token; empty to begin.
  case carried(String)
}

/// A request that was understood.
package struct Request: Equatable, Sendable {
  package var id: RequestID
  package var verb: Verb
  package var conversation: ConversationKey
  /// The language to answer in; nil to follow the question.
  package var language: LanguageCode?
  /// The most bytes of a line of text; nil for no limit.
  package var width: Int?
  /// The question, its controls turned into spaces; empty for verbs that take none.
  package var text: String

  package init(
    id: RequestID = .none, verb: Verb, conversation: ConversationKey = .own,
    language: LanguageCode? = nil, width: Int? = nil, text: String = ""
  ) {
    self.id = id
    self.verb = verb
    self.conversation = conversation
    self.language = language
    self.width = width
    self.text = text
  }
}

/// Why a request was refused; the raw value is its code on the wire.
package enum RequestError: String, Error, CaseIterable, Sendable {
  case lineTooLong = "line-too-long"
  case badNUL = "bad-nul"
  case badUTF8 = "bad-utf8"
  case badJSON = "bad-json"
  case unknownCommand = "unknown-command"
  case badParameter = "bad-parameter"
  case emptyText = "empty-text"
  case noConversation = "no-conversation"
  case incompleteLine = "incomplete-line"
  case reloadFailed = "reload-failed"
}

/// A request that could not be read, with the id where that could.
package struct RefusedRequest: Error, Equatable, Sendable {
  package let id: RequestID
  package let error: RequestError

  package init(id: RequestID, error: RequestError) {
    self.id = id
    self.error = error
  }
}
