import BridgeSupport

/// An answer as a channel bears it: the opening, the contacts, where it is from, and that there is
/// more.
package struct ShortAnswer: Equatable {
  package let lines: [String]
  /// What was left out; empty where nothing was.
  package let rest: [String]

  /// - Parameter room: the bytes that a line may have.
  package init(_ answer: Answer, room: Int) {
    let text = answer.text.filter { $0.contains { !$0.isWhitespace } }
    let whole = TextPieces.lines(text, most: room)
    guard whole.count > 2, let first = text.first, let last = text.last else {
      (lines, rest) = (whole, [])
      return
    }
    let opening = Array(TextPieces.of(first, most: room).prefix(2))
    var short = (answer.contacts ?? []).prefix(4).map(Self.line)
    // Where it is from stands last, and is short.
    if text.count > 1, last.utf8.count <= 160 { short.append(last) }
    short.append(Words.more(answer.lang))
    lines =
      opening + TextPieces.packed(short.flatMap { TextPieces.of($0, most: room) }, most: room)
    let shown = TextPieces.of(first, most: room)
    rest = Array(shown.dropFirst(opening.count)) + text.dropFirst()
  }

  private static func line(of contact: Answer.Contact) -> String {
    let ways = contact.telephones + (contact.mail.map { [$0] } ?? [])
    return "\(contact.name): \(ways.joined(separator: ", "))"
  }
}

/// What the bridge says of its own.
enum Words {
  static func more(_ language: String?) -> String {
    SharedWords.say(
      "[Mer: skriv ”mer”, eller fråga privat.]", "[More: write “more”, or ask privately.]",
      in: language)
  }

  static let away = SharedWords.say(
    "Jag var borta en stund. Vad som skrevs då har jag inte sett: fråga igen.",
    "I was away for a while. I have not seen what was written then: ask again.", in: nil)
}
