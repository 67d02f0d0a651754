extension String {
  /// The text of bytes that a terminal, a program or an editor sent: UTF-8, or, byte by byte where they
  /// are none, the older Latin-1 with the signs that Windows has in place of its controls.
  package init(decodingTyped bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) {
      self = text
      return
    }
    var text = ""
    var place = 0
    while place < bytes.count {
      let scalar = (1...4).lazy.filter { place + $0 <= bytes.count }
        .compactMap { String(validating: bytes[place..<place + $0], as: UTF8.self) }.first
      if let scalar {
        text += scalar
        place += scalar.utf8.count
      } else {
        text.unicodeScalars.append(Self.olderLetter(bytes[place]))
        place += 1
      }
    }
    self = text
  }

  private static func olderLetter(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? windowsSigns[Int(byte - 0x80)] : Unicode.Scalar(byte)
  }

  /// 80 to 9F in Windows-1252; U+FFFD for the five that stand for nothing.
  private static let windowsSigns = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
