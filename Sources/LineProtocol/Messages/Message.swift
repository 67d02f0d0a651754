import Conversation

/// What is sent to the client.
package enum Message: Equatable, Sendable {
  case response(Response)
  case notice(Notice)
}

/// A line that answers no request.
package enum Notice: Equatable, Sendable {
  /// The first line of all.
  case greeting(knowledge: String)
  case bye
  case reloaded
  case reloadFailed
  /// Too many are served already; what is to be shown nevertheless.
  case full([String])
}

/// The answer to one request.
package struct Response: Equatable, Sendable {
  /// What an `ask` brought.
  package struct Answer: Equatable, Sendable {
    package var reply: Reply
    package var isNew: Bool
    package var notes: [String] = []
    /// The conversation as a token, where the client carries it.
    package var token: String?

    package init(reply: Reply, isNew: Bool, notes: [String] = [], token: String? = nil) {
      self.reply = reply
      self.isNew = isNew
      self.notes = notes
      self.token = token
    }
  }

  package var id: RequestID
  package var text: [String] = []
  package var answer: Answer?
  /// What an `about` brought.
  package var about: About?
  /// What is wrong with the knowledge, after a `reload` that failed: `file:line:column: …`.
  package var problems: [String] = []
  /// Nil where all went well.
  package var error: RequestError?

  package init(
    id: RequestID, text: [String] = [], answer: Answer? = nil, about: About? = nil,
    problems: [String] = [], error: RequestError? = nil
  ) {
    self.id = id
    self.text = text
    self.answer = answer
    self.about = about
    self.problems = problems
    self.error = error
  }
}
