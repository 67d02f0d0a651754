/// Finds figures in the compared form of a text.
enum FigureText {
  private static let numberWords: Set<String> = [
    "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  private static let numberWordBytes = Set(numberWords.map { Array($0.utf8) })
  private static let longestNumberWord = numberWordBytes.map(\.count).max() ?? 0
  private static let units: Set<String> = [
    "år", "dagar", "månader", "veckor", "years", "days", "months", "weeks", "regioner", "regions",
  ]

  /// Puts spaces in place of every whole occurrence of a form; whether there was one.
  static func blank(_ form: ComparedForm, in text: inout ComparedForm) -> Bool {
    switch (text, form) {
    case (.plain(var bytes), .plain(let part)):
      guard blank(part, in: &bytes, isWordPart: isWordPart) else { return false }
      text = .plain(bytes)
      return true
    case (.plain, .other): return false
    case (.other(var characters), _):
      let isWordPart = { (text: [Character], place: Int) in
        text[place].isNumber || text[place].isLetter
      }
      guard blank(form.characters, in: &characters, isWordPart: isWordPart) else { return false }
      // Spaces may stand where the characters stood that are not plain: the form is made anew.
      text = ComparedForm.other(characters)
      return true
    }
  }

  private static func blank<Unit: Equatable & ExpressibleBySpace>(
    _ form: [Unit], in text: inout [Unit], isWordPart: ([Unit], Int) -> Bool
  ) -> Bool {
    guard !form.isEmpty else { return false }
    var found = false
    var start = 0
    while let place = text.firstOccurrence(of: form, from: start) {
      let end = place + form.count
      start = place + 1
      guard place == 0 || !isWordPart(text, place - 1),
        end == text.count || !isWordPart(text, end)
      else { continue }
      found = true
      for inside in place..<end { text[inside] = .space }
      start = end
    }
    return found
  }

  /// Whether the plain character that a byte belongs to is a letter or a number.
  private static func isWordPart(_ text: [UInt8], _ place: Int) -> Bool {
    let byte = text[place]
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: return true
    case 0..<0x80: return false
    default: break
    }
    // The last byte of a letter of two, or the first.
    var start = place
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    switch text[start] {
    case 0xC2:
      return [0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE].contains(text[start + 1])
    case 0xC3: return text[start + 1] != 0x97 && text[start + 1] != 0xB7
    default: return false
    }
  }

  /// A word with a digit, an address, or a number in letters before a unit.
  static func firstFigure(in text: ComparedForm) -> String? {
    if case .plain(let bytes) = text, !mayHaveFigure(bytes) { return nil }
    let words = text.characters.split(separator: " ").map { String($0) }
    for (place, word) in words.enumerated() {
      // "1." at the beginning numbers a list.
      if place == 0, word.hasSuffix("."), word.dropLast().allSatisfy(\.isNumber) { continue }
      if word.contains(where: { $0.isNumber || $0 == "@" }) || word.contains("www.") {
        return word
      }
      if numberWords.contains(word), place + 1 < words.count,
        units.contains(words[place + 1].filter { $0.isLetter })
      {
        return word + " " + words[place + 1]
      }
    }
    return nil
  }

  /// False only where there is none: most lines have no digit, sign, address or number in letters.
  private static func mayHaveFigure(_ text: [UInt8]) -> Bool {
    var start = 0
    for place in 0...text.count {
      let byte = place < text.count ? text[place] : 0x20
      switch byte {
      case 0x30...0x39, UInt8(ascii: "@"), 0xC2: return true
      case UInt8(ascii: ".")
      where place >= 3 && text[(place - 3)..<place].allSatisfy { $0 == 0x77 }:
        return true
      case 0x20:
        if (1...longestNumberWord).contains(place - start),
          numberWordBytes.contains(Array(text[start..<place]))
        {
          return true
        }
        start = place + 1
      default: break
      }
    }
    return false
  }
}

/// What has a space: bytes of plain text, and characters.
private protocol ExpressibleBySpace {
  static var space: Self { get }
}

extension UInt8: ExpressibleBySpace {
  fileprivate static var space: UInt8 { 0x20 }
}

extension Character: ExpressibleBySpace {
  fileprivate static var space: Character { " " }
}
