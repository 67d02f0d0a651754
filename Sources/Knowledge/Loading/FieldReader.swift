/// Collects the `key: value` lines of one block, and reports keys that nobody knows or that stand
/// twice.
struct FieldReader {
  let known: [String]
  private var values: [String: SourceLine] = [:]

  init(known: [String]) {
    self.known = known
  }

  /// Takes a line whose mark is a key.
  mutating func take(_ line: SourceLine, key: String, _ problems: inout [Problem]) {
    guard known.contains(key) else {
      problems.append(
        Problem(
          .error,
          KnowledgeCause.unknownKey(key, nearest: nearestName(to: key, in: known), known: known),
          at: line.atMark))
      return
    }
    if let first = values[key] {
      problems.append(
        Problem(
          .error, KnowledgeCause.repeatedKey(key, first: first.position.line), at: line.atMark))
      return
    }
    values[key] = line
  }

  /// The line of a key.
  subscript(key: String) -> SourceLine? { values[key] }

  /// The values of a key that are separated by commas, each at its own position.
  func list(_ key: String) -> [SourceLine] { values[key]?.commaSeparated ?? [] }
}

extension SourceLine {
  /// The line, pointed at from its mark on instead of its value.
  package var atMark: SourceLine {
    SourceLine(
      mark: mark, text: text,
      position: Position(file: position.file, line: position.line, column: 1), raw: raw)
  }

  /// The values between the commas, without their outer spaces, empty ones left out.
  package var commaSeparated: [SourceLine] { separated(by: ",") }

  /// The values between separators, likewise.
  package func separated(by separator: Character) -> [SourceLine] {
    var values: [SourceLine] = []
    var column = position.column
    for piece in text.split(separator: separator, omittingEmptySubsequences: false) {
      let leading = piece.prefix { $0 == " " }.count
      var value = piece.dropFirst(leading)
      while value.last == " " { value.removeLast() }
      if !value.isEmpty {
        values.append(
          SourceLine(
            mark: mark, text: String(value),
            position: Position(file: position.file, line: position.line, column: column + leading),
            raw: raw))
      }
      column += piece.count + 1
    }
    return values
  }
}
