/// Breaks texts so that a line of IRC carries them.
package enum TextPieces {
  /// The pieces of a text, each of a limited number of bytes: broken at spaces; a longer word between
  /// characters; a longer character between its parts.
  package static func of(_ text: String, most: Int) -> [String] {
    var pieces: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count <= most {
        line += " " + word
        continue
      }
      if !line.isEmpty { pieces.append(line) }
      var parts = parts(of: word, most: most)
      line = parts.popLast() ?? ""
      pieces += parts
    }
    return line.isEmpty ? pieces : pieces + [line]
  }

  /// The lines of an answer as IRC carries them: the opening alone, so that it stands out, then as few
  /// as hold the rest, because servers count lines.
  package static func lines(_ text: [String], most: Int) -> [String] {
    let pieces = text.map { of($0, most: most) }.filter { !$0.isEmpty }
    guard let opening = pieces.first else { return [] }
    return opening + packed(pieces.dropFirst().flatMap { $0 }, most: most)
  }

  /// Short lines side by side.
  package static func packed(_ lines: [String], most: Int) -> [String] {
    let mark = " · "
    return lines.reduce(into: []) { packed, line in
      if let last = packed.last, last.utf8.count + mark.utf8.count + line.utf8.count <= most {
        packed[packed.count - 1] = last + mark + line
      } else {
        packed.append(line)
      }
    }
  }

  private static func parts(of word: Substring, most: Int) -> [String] {
    var parts = [""]
    func add(_ piece: String) {
      if parts[parts.count - 1].utf8.count + piece.utf8.count > most { parts.append("") }
      parts[parts.count - 1] += piece
    }
    for character in word {
      if character.utf8.count <= most {
        add(String(character))
      } else {
        for scalar in character.unicodeScalars { add(String(scalar)) }
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
