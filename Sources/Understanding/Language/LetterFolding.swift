/// Small letters, and the plain letters below their accents.
enum LetterFolding {
  /// The small letter of a scalar; the scalar itself where that is more than one or there is none.
  static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
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
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
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
    // In UTF-8 the accents begin with one of two bytes.
    guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }),
      text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) })
    else { return text }
    return String(text.map { wholeLetters[$0] ?? $0 })
  }

  private static let wholeLetters: [Character: Character] = Dictionary(
    uniqueKeysWithValues:
      "åäöéèêëáàâãæøíìîïóòôõúùûüýçñÅÄÖÉÈÊËÁÀÂÃÆØÍÌÎÏÓÒÔÕÚÙÛÜÝÇÑąćęłńóśźżăâîșțčšžřěů"
      .reduce(into: [Character: Character]()) { $0[$1] = $1 }.map { ($0.key, $0.value) })
}
