/// What a character that is written in an uncommon way stands for.
///
/// A small part of Unicode's compatibility forms (NFKC): what keyboards, word processors, PDF files and
/// messages really put into a question.
enum CompatibilityForm {
  case itself
  /// It is not seen: a place where a word may be cut, a mark that joins or that chooses a picture.
  case nothing
  case one(Unicode.Scalar)
  case several(String)
  /// A digit that is written small and high.
  case raised(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0xA0: self = .itself
    case 0xA0...0xFF: self = Self.latin(scalar)
    case 0x100...0x24F: self = Self.extendedLatin(scalar)
    case 0x250...0x1FFF: self = Self.other(scalar)
    case 0x2000...0x209F, 0x2212: self = Self.punctuation(scalar)
    case 0x212A: self = .one("K")
    case 0x212B: self = .one("Å")
    // Letters and numbers in circles.
    case 0x2460...0x2473: self = .several(String(value - 0x245F))
    case 0x24B6...0x24E9: self = .letter(value - 0x24B6)
    case 0x2800, 0x3000, 0x3164: self = .one(" ")
    case 0xFB00...0xFB06: self = .several(Self.ligatures[Int(value - 0xFB00)])
    case 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE01EF: self = .nothing
    case 0xFE58, 0xFE63: self = .one("-")
    // Full width; the apostrophe and the accent that stands for one as well.
    case 0xFF07, 0xFF40: self = .one("'")
    case 0xFF01...0xFF5E: self = .one(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))
    // The letters of mathematics, which some write whole messages in: bold, italic, script …
    case 0x1D400...0x1D6A3: self = .letter((value - 0x1D400) % 52)
    case 0x1D7CE...0x1D7FF: self = .digit((value - 0x1D7CE) % 10)
    default: self = .itself
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func latin(_ scalar: Unicode.Scalar) -> CompatibilityForm {
    switch scalar.value {
    case 0xA0: .one(" ")
    case 0xAA: .one("a")
    case 0xAD: .nothing
    case 0xB2, 0xB3: .raised(Unicode.Scalar(UInt8(scalar.value - 0xB0 + 0x30)))
    case 0xB4: .one("'")
    case 0xB9: .raised("1")
    case 0xBA: .one("o")
    default: .itself
    }
  }

  private static func extendedLatin(_ scalar: Unicode.Scalar) -> CompatibilityForm {
    switch scalar.value {
    case 0x132: .several("IJ")
    case 0x133: .several("ij")
    case 0x17F: .one("s")
    default: .itself
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> CompatibilityForm {
    switch scalar.value {
    case 0x2B9, 0x2BB, 0x2BC, 0x2C8: .one("'")
    case 0x34F, 0x61C, 0x180B...0x180F: .nothing
    case 0x1680: .one(" ")
    default: .itself
    }
  }

  private static func punctuation(_ scalar: Unicode.Scalar) -> CompatibilityForm {
    switch scalar.value {
    case 0x2000...0x200A, 0x202F, 0x205F: .one(" ")
    // They are controls where text comes in from elsewhere, and spaces there too.
    case 0x202A...0x202E, 0x2066...0x2069: .one(" ")
    case 0x200B...0x200F, 0x2060...0x2065, 0x206A...0x206F: .nothing
    case 0x2028, 0x2029: .one("\n")
    case 0x2010...0x2015, 0x2212: .one("-")
    case 0x2018...0x201B, 0x2032, 0x2035: .one("'")
    case 0x2070: .raised("0")
    case 0x2074...0x2079: .raised(Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30)))
    case 0x2080...0x2089: .digit(scalar.value - 0x2080)
    default: .itself
    }
  }

  /// A letter by its place in A to Z, then a to z.
  private static func letter(_ place: UInt32) -> CompatibilityForm {
    .one(Unicode.Scalar(UInt8(place < 26 ? 0x41 + place : 0x61 + place - 26)))
  }

  private static func digit(_ value: UInt32) -> CompatibilityForm {
    .one(Unicode.Scalar(UInt8(0x30 + value)))
  }
}
