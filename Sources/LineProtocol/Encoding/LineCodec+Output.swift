extension LineCodec {
  /// The lines of a message, each with its line end.
  package func encode(_ message: Message) -> String {
    switch message {
    case .notice(let notice): encode(notice)
    case .response(let response): encode(response)
    }
  }

  private func encode(_ notice: Notice) -> String {
    switch notice {
    case .greeting(let knowledge):
      "* vagvisare \(ProtocolVersion.number) knowledge=\(knowledge)"
        + " window=\(ProtocolVersion.window) line=\(LineSplitter.limit)\n"
    case .bye: "* bye\n"
    case .reloaded: "* reloaded\n"
    case .reloadFailed: "* reload-failed\n"
    case .full(let text): text.map { "* full \($0.withControlsAsSpaces)\n" }.joined()
    }
  }

  private func encode(_ response: Response) -> String {
    let tag =
      switch response.id {
      case .none: "-"
      case .number(let digits): digits
      case .string(let text): text
      }
    var out = ""
    for line in response.text { out += "\(tag) | \(line.withControlsAsSpaces)\n" }
    for (name, value) in response.fields {
      out += "\(tag) : \(name) \(value.withControlsAsSpaces)\n"
    }
    out += "\(tag) . " + (response.error.map { "error \($0.rawValue)" } ?? "ok") + "\n"
    return out
  }
}

extension Response {
  /// The fields in the order of the protocol's page.
  fileprivate var fields: [(String, String)] {
    var fields: [(String, String)] = []
    if let answer {
      let reply = answer.reply
      fields += reply.topics.map { ("topic", $0) }
      fields += reply.parts.map { ("part", $0.description) }
      fields += [
        ("title", reply.title), ("kind", reply.kind.name), ("lang", reply.language),
        ("confidence", reply.confidence.hundredths),
      ]
      fields += reply.sources.map { ("source", $0.description) }
      fields += reply.suggestions.map { ("suggest", "\($0.topic) \($0.title)") }
      if answer.isNew { fields.append(("new", "yes")) }
      fields += answer.notes.map { ("note", $0) }
      if let token = answer.token { fields.append(("ctx", token)) }
    }
    for wording in about?.wordings ?? [] {
      fields += [
        ("lang", wording.language), ("title", wording.title), ("intro", wording.intro),
        ("urgent", wording.urgent), ("error", wording.error),
      ].filter { !$0.1.isEmpty }
    }
    fields += (about?.telephones ?? []).map { ("telephone", $0) }
    fields += problems.map { ("problem", $0) }
    return fields
  }
}

extension Float {
  /// A share with two decimals: `0.98`.
  package var hundredths: String {
    let whole = Int((max(0, min(1, self)) * 100).rounded())
    let decimals = whole % 100
    return "\(whole / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
