/// A text in the form in which two are the same: small letters, single spaces, one kind of dash; å
/// stays å.
///
/// Two forms are equal where their characters are, however these are written in Unicode. Nearly every
/// text consists of plain characters (Latin letters of Western Europe and the usual punctuation), which
/// never join with their neighbours and are written in one way: these are compared byte by byte, which
/// is many times faster; all others character by character.
package enum ComparedForm: Hashable, Sendable {
  /// UTF-8; plain characters only.
  case plain([UInt8])
  /// At least one character is not plain.
  case other([Character])

  /// The form in which facts are compared.
  package init(fact text: String) {
    if let bytes = Self.plainForm(of: text) {
      self = .plain(bytes)
      return
    }
    let form = Self.characterForm(of: text)
    // "a" and a ring is plain too once it is one letter.
    let scalars = form.map { Self.plainScalars[$0] }
    if scalars.contains(where: { $0 == nil }) {
      self = .other(form)
    } else {
      var bytes: [UInt8] = []
      for case .some(let scalar) in scalars { UTF8.encode(scalar) { bytes.append($0) } }
      self = .plain(bytes)
    }
  }

  /// The form in which questions are compared: that of facts, without punctuation at the ends.
  package init(example text: String) {
    switch ComparedForm(fact: text) {
    case .plain(let bytes): self = .plain(Self.withoutOuterPunctuation(bytes))
    case .other(let characters):
      var form = characters[...]
      while let last = form.last, last.isPunctuation || last == " " { form.removeLast() }
      while let first = form.first, first.isPunctuation || first == " " { form.removeFirst() }
      self = .other(Array(form))
    }
  }

  package var text: String {
    switch self {
    case .plain(let bytes): String(decoding: bytes, as: UTF8.self)
    case .other(let characters): String(characters)
    }
  }

  package var characters: [Character] {
    switch self {
    case .plain: Array(text)
    case .other(let characters): characters
    }
  }

  /// Whether the characters of the other form stand in a row in this one.
  package func contains(_ other: ComparedForm) -> Bool {
    switch (self, other) {
    case (.plain(let bytes), .plain(let part)): bytes.firstOccurrence(of: part) != nil
    case (.plain, .other): false
    case (.other(let characters), _): characters.firstOccurrence(of: other.characters) != nil
    }
  }

  // MARK: Plain characters

  /// Every plain character, by what it means.
  private static let plainScalars: [Character: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: (0..<UInt32(0x2213)).compactMap(Unicode.Scalar.init)
      .filter(\.isPlain).map { (Character($0), $0) })

  /// The form of a text of plain characters; nil for others.
  private static func plainForm(of text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      var form: [UInt8] = []
      form.reserveCapacity(bytes.count)
      var index = 0
      var pendingSpace = false
      while index < bytes.count {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
        guard first < 0xC4 || first == 0xE2 else { return nil }
        var value = UInt32(first)
        if length == 2 { value = (value & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F) }
        if length == 3 {
          value =
            (value & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            | UInt32(bytes[index + 2] & 0x3F)
        }
        guard value < 0x100 || Unicode.Scalar(value)?.isPlain == true else { return nil }
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0:
          pendingSpace = !form.isEmpty
          index += length
          continue
        default: break
        }
        if pendingSpace { form.append(0x20) }
        pendingSpace = false
        switch value {
        case 0x41...0x5A: form.append(first + 32)
        case 0xC0...0xD6, 0xD8...0xDE:
          form.append(first)
          form.append(bytes[index + 1] + 32)
        case 0x2010...0x2014, 0x2212: form.append(UInt8(ascii: "-"))
        default: for place in index..<index + length { form.append(bytes[place]) }
        }
        index += length
      }
      return form
    }
  }

  /// The form of any text.
  private static func characterForm(of text: String) -> [Character] {
    var form = ""
    var pendingSpace = false
    for character in text.lowercased() {
      if character.isWhitespace {
        pendingSpace = !form.isEmpty
        continue
      }
      if pendingSpace { form.append(" ") }
      pendingSpace = false
      form.append("‐‑‒–—−".contains(character) ? "-" : character)
    }
    return Array(form)
  }

  private static func withoutOuterPunctuation(_ form: [UInt8]) -> [UInt8] {
    let scalars = String(decoding: form, as: UTF8.self).unicodeScalars[...]
    let isOuter = { (scalar: Unicode.Scalar) in scalar == " " || scalar.isPunctuation }
    let end = scalars.lastIndex { !isOuter($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    return Array(Substring(scalars[..<end].drop(while: isOuter)).utf8)
  }
}

extension ComparedForm {
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .plain(let bytes): bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .other(let characters): hasher.combine(characters)
    }
  }
}

extension String {
  /// The text as ``ComparedForm/init(fact:)`` has it.
  package var factForm: String { ComparedForm(fact: self).text }

  /// The text as ``ComparedForm/init(example:)`` has it.
  package var exampleForm: String { ComparedForm(example: self).text }
}

extension Unicode.Scalar {
  /// Whether the scalar is a whole character whatever stands beside it, has no other way of being
  /// written, and a small letter that is plain too.
  fileprivate var isPlain: Bool {
    switch value {
    case 0..<0x100, 0x2010...0x2027, 0x2030...0x205E, 0x20AC, 0x2212: true
    default: false
    }
  }

  fileprivate var isPunctuation: Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A, 0xE0...0xF6: false
    default: Character(self).isPunctuation
    }
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
