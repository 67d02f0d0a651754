extension LineCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    switch (self, language) {
    case (.invalidUTF8, .swedish):
      Wording("tecken som inte är UTF-8", "Spara filen som UTF-8 i textredigeraren.")
    case (.invalidUTF8, .english):
      Wording("a character that is not UTF-8", "Save the file as UTF-8 in your editor.")
    case (.controlCharacter(let value), .swedish):
      Wording(
        "styrtecken \(Self.codePoint(value))",
        "Ta bort tecknet; en tabb ersätts med mellanslag.")
    case (.controlCharacter(let value), .english):
      Wording(
        "control character \(Self.codePoint(value))",
        "Remove the character; write spaces for a tab.")
    case (.unknownMark, .swedish):
      Wording(
        "raden börjar inte med ett känt märke",
        "Börja med \(Self.marks) eller nyckel: värde, i första kolumnen.")
    case (.unknownMark, .english):
      Wording(
        "the line does not begin with a known mark",
        "Begin with \(Self.marks) or key: value, in the first column.")
    case (.missingSpace(let mark), .swedish):
      Wording("mellanslag saknas efter ”\(mark)”", "Skriv ett mellanslag efter märket.")
    case (.missingSpace(let mark), .english):
      Wording("no space after “\(mark)”", "Write a space after the mark.")
    case (.missingText(let mark), .swedish):
      Wording("text saknas efter ”\(mark)”", "Skriv texten efter märket, eller ta bort raden.")
    case (.missingText(let mark), .english):
      Wording("no text after “\(mark)”", "Write the text after the mark, or remove the line.")
    }
  }

  private static let marks = "# == -- > < ~ ! @ ^ \""

  /// `U+0009`.
  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
