/// What can be wrong with a line before anyone knows what the file is for.
package enum LineCause: ProblemCause, Equatable {
  case invalidUTF8
  case controlCharacter(UInt32)
  case unknownMark
  case missingSpace(mark: String)
  case missingText(mark: String)
}

/// Reads the line format: knowledge and transcripts alike.
///
/// The mark in the first column says what a line is; the rest is literal. A byte order mark at the
/// start and a carriage return before a line end are passed over.
package struct LineScanner {
  package private(set) var lines: [SourceLine] = []
  package private(set) var problems: [Problem] = []

  private let file: String
  private var hasInvalidLine = false

  /// Scans the bytes of a whole file; `file` is the path that positions show.
  package init(bytes: [UInt8], file: String) {
    self.file = file
    // Lines where they lie: a slice of the array would count its owners at every byte.
    bytes.withUnsafeBufferPointer { buffer in
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      var start = buffer.starts(with: mark) ? mark.count : 0
      var number = 1
      while start < buffer.count, problems.count < Problem.limit {
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        let length = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
        var line = UnsafeBufferPointer(rebasing: rest[..<length])
        if line.last == UInt8(ascii: "\r") {
          line = UnsafeBufferPointer(rebasing: line[..<(length - 1)])
        }
        if let plain = PlainLine(line) {
          lines.append(plain.sourceLine(file: file, number: number))
        } else {
          scan(line, number: number)
        }
        start += length + 1
        number += 1
      }
    }
  }

  /// Any line, character by character.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
    let valid = String(validating: bytes, as: UTF8.self)
    if valid == nil, !hasInvalidLine {
      // Once for the file: all of it is in another encoding. Its lines are read on, so that none is
      // missed by the others.
      hasInvalidLine = true
      let repaired = String(decoding: bytes, as: UTF8.self)
      let end = repaired.firstIndex(of: "\u{FFFD}") ?? repaired.endIndex
      report(
        .invalidUTF8, number, repaired.distance(from: repaired.startIndex, to: end), repaired)
    }
    let raw = valid ?? String(decodingTyped: bytes)
    if let (offset, scalar) = raw.firstControl {
      report(.controlCharacter(scalar.value), number, offset, raw.withControlsVisible)
      return
    }
    let trimmed = raw.droppingTrailingSpaces
    if trimmed.isEmpty {
      lines.append(
        SourceLine(mark: .blank, text: "", position: position(number, 0), raw: raw))
      return
    }
    guard let (mark, symbol) = Self.mark(of: trimmed) else {
      report(.unknownMark, number, 0, raw)
      return
    }
    let afterMark = trimmed.dropFirst(symbol.count)
    if let next = afterMark.first, next != " " {
      report(.missingSpace(mark: symbol), number, symbol.count, raw)
      // What it is meant to be is plain: the lines that belong to it are not to blame. A row of marks
      // is something else.
      if next == symbol.last { return }
    }
    let text = afterMark.drop { $0 == " " }
    if text.isEmpty, !mark.mayBeBare {
      report(.missingText(mark: symbol), number, symbol.count, raw)
      return
    }
    lines.append(
      SourceLine(
        mark: mark, text: String(text),
        position: position(number, trimmed.count - text.count), raw: raw))
  }

  private func position(_ line: Int, _ offset: Int) -> Position {
    Position(file: file, line: line, column: offset + 1)
  }

  private mutating func report(_ cause: LineCause, _ line: Int, _ offset: Int, _ raw: String) {
    problems.append(Problem(.error, cause, at: position(line, offset), sourceLine: raw))
  }

  /// The mark that a line begins with, and how it is written there.
  private static func mark(of line: some StringProtocol) -> (Mark, String)? {
    if let mark = Mark.written.first(where: { line.hasPrefix($0.symbol) }) {
      return (mark, mark.symbol)
    }
    let name = line.prefix { $0.isKeyCharacter }
    guard let first = name.first, first.isLetter, line.dropFirst(name.count).first == ":" else {
      return nil
    }
    return (.key(String(name)), name + ":")
  }
}

extension Mark {
  /// Whether the mark may stand alone on its line.
  fileprivate var mayBeBare: Bool {
    switch self {
    case .comment, .answer, .quotation, .blank: true
    default: false
    }
  }
}

extension Character {
  fileprivate var isKeyCharacter: Bool {
    isASCII && (("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "-")
  }
}

extension Unicode.Scalar {
  /// Controls as the protocol counts them: Unicode Cc, line and paragraph separators, and the marks
  /// that turn the direction of writing.
  package var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The first control character and its offset in characters.
  fileprivate var firstControl: (Int, Unicode.Scalar)? {
    guard let index = unicodeScalars.firstIndex(where: \.isControl) else { return nil }
    return (self[..<index].count, unicodeScalars[index])
  }

  /// The text with a question mark in a box where a control character stands, safe to print.
  package var withControlsVisible: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.isControl ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  fileprivate var droppingTrailingSpaces: Substring {
    var end = self[...]
    while end.last == " " { end.removeLast() }
    return end
  }
}
