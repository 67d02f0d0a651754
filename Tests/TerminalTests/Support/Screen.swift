/// What a terminal of a few abilities shows: those that readline uses with TERM=xterm, and those of
/// a dumb terminal.
struct Screen {
  private(set) var columns: Int
  private var rows: [[Character]] = [[]]
  private var row = 0
  private var column = 0
  /// Bytes of a character or control sequence that is not whole yet.
  private var unfinished: [UInt8] = []
  /// Control sequences that this screen does not know: a test that meets one must not trust it.
  private(set) var unknown: [String] = []

  init(columns: Int) {
    self.columns = columns
  }

  /// The lines, without spaces at their ends, from the first that was ever written.
  var lines: [String] {
    rows.map { row in
      var line = row
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The line with the cursor.
  var currentLine: String { lines[row] }

  mutating func resize(columns: Int) { self.columns = columns }

  mutating func take(_ bytes: [UInt8]) {
    var rest = (unfinished + bytes)[...]
    unfinished = []
    while let first = rest.first {
      let length = first == 0x1B ? sequenceLength(rest) : characterLength(first)
      guard let length, rest.count >= length else {
        unfinished = Array(rest)
        return
      }
      let piece = rest.prefix(length)
      rest = rest.dropFirst(length)
      if first == 0x1B { control(piece) } else { put(String(decoding: piece, as: UTF8.self)) }
    }
  }

  private func characterLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }

  /// The length of the control sequence at the start; nil where it is not whole.
  private func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    guard bytes[bytes.startIndex + 1] == UInt8(ascii: "[") else { return 2 }
    let end = bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
    return end.map { $0 - bytes.startIndex + 1 }
  }

  // MARK: Characters

  private mutating func put(_ text: String) {
    switch text {
    case "\r": column = 0
    case "\n": lineFeed()
    case "\u{8}": column = max(0, column - 1)
    case "\u{7}", "\0": break
    default:
      for character in text { put(character) }
    }
  }

  private mutating func put(_ character: Character) {
    let width = character.unicodeScalars.first.map { $0.value >= 0x1F300 ? 2 : 1 } ?? 1
    if column + width > columns {
      column = 0
      lineFeed()
    }
    fill(to: column + width)
    rows[row][column] = character
    // The second half of a wide character holds nothing of its own.
    if width == 2 { rows[row][column + 1] = "\u{200B}" }
    column += width
  }

  private mutating func fill(to count: Int) {
    while rows[row].count < count { rows[row].append(" ") }
  }

  private mutating func lineFeed() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  // MARK: Control sequences

  private mutating func control(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard text.hasPrefix("["), let final = text.last else {
      if text != "=", text != ">" { unknown.append(text) }
      return
    }
    let parameters = text.dropFirst().dropLast()
    let number = Int(parameters.prefix { $0.isNumber })
    switch final {
    case "A": row = max(0, row - (number ?? 1))
    case "B": row = min(rows.count - 1, row + (number ?? 1))
    case "C": column = min(columns - 1, column + (number ?? 1))
    case "D": column = max(0, column - (number ?? 1))
    case "G": column = max(0, (number ?? 1) - 1)
    case "K": eraseLine(number ?? 0)
    case "J":
      eraseLine(0)
      rows.removeSubrange((row + 1)...)
    case "P":
      fill(to: column)
      rows[row].removeSubrange(column..<min(rows[row].count, column + (number ?? 1)))
    case "@":
      fill(to: column)
      rows[row].insert(contentsOf: repeatElement(" ", count: number ?? 1), at: column)
    // Colours and modes move nothing.
    case "m", "h", "l": break
    default: unknown.append(text)
    }
  }

  private mutating func eraseLine(_ how: Int) {
    fill(to: column)
    if how != 1 { rows[row].removeSubrange(column...) }
    if how != 0 { for index in 0..<min(column + 1, rows[row].count) { rows[row][index] = " " } }
  }
}
