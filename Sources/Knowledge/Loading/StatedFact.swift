extension String {
  /// Whether the text states a fact; both in their ``comparisonForm``.
  ///
  /// A number is only stated whole: "112" does not state "11", nor "1 130 kr" or "0,30 kr" what ends
  /// like them. Compared by whole characters: the "a" of a decomposed "å" is no "a".
  package func states(_ fact: String) -> Bool {
    if utf8.isPlain, fact.utf8.isPlain {
      return Array(utf8).states(Array(fact.utf8)) { (0x30...0x39).contains($0) }
    }
    return Array(self).states(Array(fact)) { $0.isNumber }
  }
}

extension String.UTF8View {
  /// Whether each character is written in one way only, so that bytes can be compared: Latin letters
  /// of Western Europe, dashes and quotation marks.
  fileprivate var isPlain: Bool {
    var bytes = makeIterator()
    while let byte = bytes.next() {
      if byte < 0x80 { continue }
      if byte == 0xC2 || byte == 0xC3 {
        _ = bytes.next()
        continue
      }
      guard byte == 0xE2, bytes.next() == 0x80, let last = bytes.next(), last >= 0x90 else {
        return false
      }
    }
    return true
  }
}

/// A letter of a text, as a byte or a character.
private protocol Letter: Equatable {
  static var space: Self { get }
  static var hyphen: Self { get }
  static var comma: Self { get }
  static var point: Self { get }
}

extension UInt8: Letter {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let hyphen = UInt8(ascii: "-")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let point = UInt8(ascii: ".")
}

extension Character: Letter {
  fileprivate static let space: Character = " "
  fileprivate static let hyphen: Character = "-"
  fileprivate static let comma: Character = ","
  fileprivate static let point: Character = "."
}

extension Array where Element: Letter {
  /// Whether the letters of a fact stand in a row, with no number longer than it has it.
  fileprivate func states(_ fact: [Element], isDigit: (Element) -> Bool) -> Bool {
    let beginsWithNumber = fact.first.map(isDigit) == true
    let endsWithNumber = fact.last.map(isDigit) == true
    let firstDigits = fact.prefix(while: isDigit).count
    var start = 0
    while let place = firstOccurrence(of: fact, from: start) {
      let end = place + fact.count
      let isCut =
        beginsWithNumber && hasDigits(before: place, then: firstDigits, isDigit)
        || endsWithNumber && hasDigits(after: end, isDigit)
      if !isCut { return true }
      start = place + 1
    }
    return false
  }

  /// Whether a number that begins at a place goes further back: "130", "1,30", "1 130".
  private func hasDigits(before place: Int, then count: Int, _ isDigit: (Element) -> Bool) -> Bool {
    guard place > 0 else { return false }
    if isDigit(self[place - 1]) { return true }
    guard place > 1, isDigit(self[place - 2]) else { return false }
    if self[place - 1] == .comma || self[place - 1] == .point { return true }
    // Thousands are set apart by a space.
    guard self[place - 1] == .space, count == 3 else { return false }
    let group = self[..<(place - 1)].reversed().prefix(while: isDigit).count
    let before = place - 1 - group
    return group <= 3 && (before == 0 || self[before - 1] != .hyphen && !isDigit(self[before - 1]))
      && !isPartOfTelephone(before: before, isDigit)
  }

  /// Whether more digits stand further back, as in "040-34 93 540".
  private func isPartOfTelephone(before place: Int, _ isDigit: (Element) -> Bool) -> Bool {
    place > 1 && self[place - 1] == .space && isDigit(self[place - 2])
  }

  /// Whether a number that ends at a place goes on: "300", "30,5", "30 000".
  private func hasDigits(after end: Int, _ isDigit: (Element) -> Bool) -> Bool {
    guard end < count else { return false }
    if isDigit(self[end]) { return true }
    guard end + 1 < count, isDigit(self[end + 1]) else { return false }
    if self[end] == .comma || self[end] == .point { return true }
    guard self[end] == .space else { return false }
    let group = self[(end + 1)...].prefix(while: isDigit).count
    let after = end + 1 + group
    guard group == 3 else { return false }
    return after == count || self[after] != .hyphen
  }
}

extension Array where Element: Equatable {
  /// Where the elements of `part` first stand in a row, from `start` on; an empty part stands
  /// anywhere.
  package func firstOccurrence(of part: [Element], from start: Int = 0) -> Int? {
    guard let first = part.first else { return start <= count ? start : nil }
    guard count - start >= part.count else { return nil }
    for place in start...(count - part.count)
    where self[place] == first && self[place..<place + part.count].elementsEqual(part) {
      return place
    }
    return nil
  }
}
