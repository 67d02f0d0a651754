import Conversation

extension JSONCodec {
  /// The object of a message on a line of its own.
  package func encode(_ message: Message) -> String {
    switch message {
    case .notice(let notice): encode(notice)
    case .response(let response): encode(response)
    }
  }

  /// An answer alone, with the fields that it has on the wire: for `ask --json`.
  package func encode(_ answer: Response.Answer, text: [String]) -> String {
    JSONText.object([("status", "\"ok\""), ("text", strings(text))] + members(of: answer)) + "\n"
  }

  private func encode(_ notice: Notice) -> String {
    let members: [(StaticString, String?)] =
      switch notice {
      case .greeting(let knowledge):
        [
          ("notice", "\"vagvisare\""), ("version", "\(ProtocolVersion.number)"),
          ("knowledge", string(knowledge)), ("window", "\(ProtocolVersion.window)"),
          ("line", "\(LineSplitter.limit)"),
        ]
      case .bye: [("notice", "\"bye\"")]
      case .reloaded: [("notice", "\"reloaded\"")]
      case .reloadFailed: [("notice", "\"reload-failed\"")]
      case .full(let text): [("notice", "\"full\""), ("text", strings(text))]
      }
    return JSONText.object(members) + "\n"
  }

  private func encode(_ response: Response) -> String {
    let id =
      switch response.id {
      case .none: "null"
      case .number(let digits): digits
      // The client's own, so its controls stay, but escaped.
      case .string(let text): JSONText.string(text)
      }
    return JSONText.object(
      [
        ("id", id), ("status", response.error == nil ? "\"ok\"" : "\"error\""),
        ("code", response.error.map { string($0.rawValue) }), ("text", strings(response.text)),
        ("problems", strings(response.problems)),
      ] + (response.answer.map(members) ?? []) + (response.about.map(members) ?? [])) + "\n"
  }

  private func members(of about: About) -> [(name: StaticString, value: String?)] {
    let languages = about.wordings.map {
      JSONText.object([
        ("lang", string($0.language)), ("title", string($0.title)), ("intro", string($0.intro)),
        ("urgent", string($0.urgent)), ("error", string($0.error)),
      ])
    }
    return [("languages", list(languages)), ("telephones", strings(about.telephones))]
  }

  private func members(of answer: Response.Answer) -> [(name: StaticString, value: String?)] {
    let reply = answer.reply
    let sources = reply.sources.map {
      JSONText.object([("section", string($0.section)), ("asOf", $0.asOf.map(string))])
    }
    let contacts = reply.contacts.map {
      JSONText.object([
        ("name", string($0.name)), ("telephones", JSONText.array($0.telephones.map(string))),
        ("mail", $0.mail.map(string)),
      ])
    }
    let suggestions = reply.suggestions.map {
      JSONText.object([("topic", string($0.topic)), ("title", string($0.title))])
    }
    return [
      ("topic", reply.topics.first.map(string)), ("topics", strings(reply.topics)),
      ("parts", strings(reply.parts.map(\.description))),
      ("title", string(reply.title)), ("kind", string(reply.kind.name)),
      ("lang", string(reply.language)), ("confidence", reply.confidence.hundredths),
      ("sources", list(sources)), ("contacts", list(contacts)), ("suggestions", list(suggestions)),
      ("new", answer.isNew ? "true" : nil), ("notes", strings(answer.notes)),
      ("ctx", answer.token.map(string)),
    ]
  }

  private func string(_ text: String) -> String { JSONText.string(text.withControlsAsSpaces) }

  private func strings(_ texts: [String]) -> String? { list(texts.map(string)) }

  /// Nil where there is nothing to list.
  private func list(_ elements: [String]) -> String? {
    elements.isEmpty ? nil : JSONText.array(elements)
  }
}
