/// What a message asks, freed of what Matrix lays around it.
enum AskedText {
  /// Nil where the event asks nothing.
  static func of(_ event: Event) -> String? {
    let content = event.content
    guard event.type == "m.room.message", event.stateKey == nil,
      content.msgtype == "m.text" || content.msgtype == "m.emote"
    else { return nil }
    let body =
      content.relation?.type == "m.replace" ? content.newBody ?? content.body : content.body
    guard var body else { return nil }
    if content.isReply { body = withoutQuote(body) }
    return body.contains { !$0.isWhitespace } ? body : nil
  }

  /// Clients of old lay what is replied to before a reply: `> <@anna:example.org> …`, an empty line.
  static func withoutQuote(_ body: String) -> String {
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first?.hasPrefix("> ") == true else { return body }
    var rest = lines.drop { $0.hasPrefix(">") }
    if rest.first?.isEmpty == true { rest.removeFirst() }
    return rest.joined(separator: "\n")
  }

  /// Takes away a name that the text begins with: `vagvisare: …`.
  /// - Returns: whether there was one.
  static func dropAddress(_ names: [String], from text: inout String) -> Bool {
    for name in names where !name.isEmpty {
      let start = text.prefix(name.count)
      guard start.lowercased() == name.lowercased(), let mark = text.dropFirst(name.count).first,
        mark == ":" || mark == ","
      else { continue }
      text = String(text.dropFirst(name.count + 1))
      return true
    }
    return false
  }
}
