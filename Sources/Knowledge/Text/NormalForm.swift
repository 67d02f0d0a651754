extension String {
  /// The text with each character written in one way: what a person typed and what the knowledge says
  /// are compared in this form. It is made once, where a text comes in; what is said to a person stays
  /// as it was written.
  ///
  /// Letters and their accents are one, full width and ligatures are plain letters, there is one space,
  /// one dash and one apostrophe, and what is not seen is not there. Case, accents, runs of spaces and
  /// line ends stay.
  package var normalForm: String {
    var text = self
    // Nearly every text is in its normal form already, which its bytes show.
    if text.withUTF8(\.isInNormalForm) { return text }
    var form = String.UnicodeScalarView()
    var hasAccents = false
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        form.append(scalar)
        last = scalar
        continue
      }
      switch CompatibilityForm(scalar) {
      case .itself:
        if (0x300...0x36F).contains(scalar.value) { hasAccents = true }
        form.append(scalar)
      case .nothing: continue
      case .one(let other): form.append(other)
      case .several(let others): form.append(contentsOf: others.unicodeScalars)
      case .raised(let digit):
        // Behind a word it is the sign of a footnote, and no part of the word.
        if last == " " || last == "\n" || last.isRaisedDigit {
          form.append(digit)
        } else {
          continue
        }
      }
      last = scalar
    }
    return hasAccents ? LetterFolding.composed(String(form)) : String(form)
  }

  /// The text with one space for each run of spaces and line ends, and none at its ends.
  package var singleSpaced: String {
    // By scalars: a space with an accent on it is a space, and an accent.
    let words = unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { String($0) }.joined(separator: " ")
  }

  /// The form in which two texts are the same if they say the same: the normal form in small letters,
  /// with single spaces; å stays å.
  package var comparisonForm: String {
    var text = normalForm
    if let plain = text.withUTF8(\.plainComparisonForm) {
      return String(decoding: plain, as: UTF8.self)
    }
    return text.lowercased().singleSpaced
  }

  /// The text without spaces and punctuation at its ends: two questions are the same without them.
  package var withoutOuterPunctuation: String {
    let isOuter = { (character: Character) in character == " " || character.isPunctuation }
    guard let end = lastIndex(where: { !isOuter($0) }) else { return "" }
    return String(self[...end].drop(while: isOuter))
  }
}

extension Unicode.Scalar {
  /// Digits that are written small and high.
  fileprivate var isRaisedDigit: Bool {
    if case .raised = CompatibilityForm(self) { true } else { false }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the UTF-8 is of ASCII, of letters of Western Europe and of a few signs: true of nearly
  /// every text. Others may be in their normal form as well.
  fileprivate var isInNormalForm: Bool {
    var place = 0
    while place < count {
      switch self[place] {
      case 0..<0x80: place += 1
      case 0xC3: place += 2
      // § and …
      case 0xC2 where self[place + 1] == 0xA7: place += 2
      case 0xE2 where self[place + 1] == 0x80 && self[place + 2] == 0xA6: place += 3
      default: return false
      }
    }
    return true
  }

  /// The comparison form of ASCII and letters of Western Europe; nil for others.
  fileprivate var plainComparisonForm: [UInt8]? {
    var form: [UInt8] = []
    form.reserveCapacity(count)
    var place = 0
    var pendingSpace = false
    while place < count {
      let byte = self[place]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingSpace = !form.isEmpty
        place += 1
        continue
      }
      guard byte < 0x80 || byte == 0xC3 || byte == 0xC2 && self[place + 1] == 0xA7 else {
        return nil
      }
      if pendingSpace { form.append(0x20) }
      pendingSpace = false
      switch byte {
      case 0x41...0x5A: form.append(byte + 32)
      case 0..<0x80: form.append(byte)
      default:
        let next = self[place + 1]
        // À to Þ but ×.
        let isCapital = byte == 0xC3 && (0x80...0x9E).contains(next) && next != 0x97
        form.append(byte)
        form.append(isCapital ? next + 32 : next)
        place += 1
      }
      place += 1
    }
    return form
  }
}
