/// Small letters, and the plain letters below their accents.
package enum LetterFolding {
  /// The small letter of a scalar; the scalar itself where that is more than one or there is none.
  @inlinable package static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 32))
    case 0..<0xC0: return scalar
    case 0xC0...0xDE where scalar.value != 0xD7: return Unicode.Scalar(scalar.value + 32)!
    default:
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first! : scalar
    }
  }

  /// The plain letter of a small letter: å and ä to a, ö to o; other letters as they are.
  @inlinable package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0xC0: return scalar
    case 0xE0...0xE6: return "a"
    case 0xE7: return "c"
    case 0xE8...0xEB: return "e"
    case 0xEC...0xEF: return "i"
    case 0xF1: return "n"
    case 0xF0, 0xF2...0xF6, 0xF8: return "o"
    case 0xF9...0xFC: return "u"
    case 0xFD, 0xFF: return "y"
    case 0x101, 0x103, 0x105: return "a"
    case 0x107, 0x109, 0x10B, 0x10D: return "c"
    case 0x113, 0x115, 0x117, 0x119, 0x11B: return "e"
    case 0x142: return "l"
    case 0x144, 0x148: return "n"
    case 0x15B, 0x15F, 0x161, 0x219: return "s"
    case 0x163, 0x165, 0x21B: return "t"
    case 0x17A, 0x17C, 0x17E: return "z"
    default: return scalar
    }
  }

  /// Letters and their accents in one, where the text has them apart ("a" and a ring for å).
  ///
  /// Swift compares letters by what they mean, so a table of whole letters finds the ones that were
  /// written in pieces.
  static func composed(_ text: String) -> String {
    String(text.map { wholeLetters[$0] ?? $0 })
  }

  /// The Latin letters with accents, each by what it means.
  private static let wholeLetters: [Character: Character] = Dictionary(
    [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0 as UInt32) }
      .map { (Character($0), Character($0)) }, uniquingKeysWith: { first, _ in first })
}

extension String {
  /// The text with plain letters for those with accents, in the same case: a for å and ä, o for ö.
  package var withoutAccents: String {
    var plain = String.UnicodeScalarView()
    for scalar in normalForm.unicodeScalars {
      let small = LetterFolding.lowercase(scalar)
      let letter = LetterFolding.plain(small)
      if letter == small {
        plain.append(scalar)
      } else {
        plain.append(small == scalar ? letter : Unicode.Scalar(UInt8(letter.value - 32)))
      }
    }
    return String(plain)
  }
}
