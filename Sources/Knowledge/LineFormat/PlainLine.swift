/// A line without anything unusual, read byte by byte: nearly every line is, and it is many times
/// faster than by characters.
///
/// Unusual are errors, and characters that may join with the mark or with a space beside them, so that
/// what stands in a column is no longer a matter of bytes.
struct PlainLine {
  private let mark: Mark
  private let text: String
  /// How many bytes stand before the text: all of them ASCII.
  private let textStart: Int
  private let hasOneSpace: Bool

  /// Nil where the line is unusual.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard !line.isEmpty else {
      (mark, text, textStart, hasOneSpace) = (.blank, "", 0, true)
      return
    }
    guard let (mark, length) = Self.mark(of: line), length < line.count, line[length] == Self.space
    else { return nil }
    var start = length + 1
    while start < line.count, line[start] == Self.space { start += 1 }
    // A combining letter after the spaces would be one character with the last of them; the first
    // such letters are written with 0xCC.
    guard start < line.count, line[start] < 0xCC, line[line.count - 1] != Self.space,
      !Self.mayHaveControl(line)
    else { return nil }
    guard
      let text = String(validating: UnsafeBufferPointer(rebasing: line[start...]), as: UTF8.self)
    else { return nil }
    (self.mark, self.text) = (mark, text)
    (textStart, hasOneSpace) = (start, start == length + 1)
  }

  func sourceLine(file: String, number: Int) -> SourceLine {
    let position = Position(file: file, line: number, column: textStart + 1)
    if hasOneSpace { return SourceLine(usual: mark, text: text, position: position) }
    let symbol = if case .key(let name) = mark { name + ":" } else { mark.symbol }
    let spaces = String(repeating: " ", count: textStart - symbol.utf8.count)
    return SourceLine(mark: mark, text: text, position: position, raw: symbol + spaces + text)
  }

  private static let space = UInt8(ascii: " ")

  /// The mark at the line's start and its length.
  private static func mark(of line: UnsafeBufferPointer<UInt8>) -> (Mark, Int)? {
    if let mark = marks[Int(line[0])] {
      if !mark.isDouble { return (mark, 1) }
      return line.count > 1 && line[1] == line[0] ? (mark, 2) : nil
    }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(line[0]),
      let end = line.firstIndex(where: {
        !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) && $0 != UInt8(ascii: "-")
      }), line[end] == UInt8(ascii: ":")
    else { return nil }
    let name = String(decoding: UnsafeBufferPointer(rebasing: line[..<end]), as: UTF8.self)
    return (.key(name), end + 1)
  }

  /// The marks by their first byte.
  private static let marks: [Mark?] = {
    var marks = [Mark?](repeating: nil, count: 256)
    for mark in Mark.written { marks[Int(mark.symbol.utf8.first!)] = mark }
    return marks
  }()

  /// False only where no character of the line is a control.
  private static func mayHaveControl(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in line.enumerated() {
      if byte < 0x20 || byte == 0x7F { return true }
      guard byte >= 0xC2, place + 1 < line.count else { continue }
      let next = line[place + 1]
      if byte == 0xC2, next < 0xA0 { return true }
      guard byte == 0xE2, place + 2 < line.count else { continue }
      // U+2028 to U+202E, U+2066 to U+2069.
      if next == 0x80, (0xA8...0xAE).contains(line[place + 2]) { return true }
      if next == 0x81, (0xA6...0xA9).contains(line[place + 2]) { return true }
    }
    return false
  }
}
