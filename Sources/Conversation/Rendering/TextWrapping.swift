/// Wraps lines: for carriers that cut what is longer, and for windows.
package enum TextWrapping {
  /// What a line's width is counted in.
  package enum Measure: Sendable {
    /// UTF-8 bytes; a word that is too long is broken between Unicode scalars.
    case bytes
    /// Columns of a terminal; a word that is too long stays whole, so that a link can be clicked.
    case columns

    fileprivate func width(of text: some StringProtocol) -> Int {
      switch self {
      case .bytes: text.utf8.count
      case .columns: text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
      }
    }
  }

  /// The lines, none wider than `width` but for words that must stay whole; broken at spaces. Empty
  /// lines stay.
  package static func wrap(
    _ lines: [String], width: Int, measure: Measure = .bytes, indent: String = ""
  ) -> [String] {
    lines.flatMap { wrap($0, width, measure, indent) }
  }

  private static func wrap(
    _ line: String, _ width: Int, _ measure: Measure, _ indent: String
  ) -> [String] {
    guard measure.width(of: line) > width else { return [line] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
      let isFirst = current.isEmpty || current == indent && !lines.isEmpty
      let needed = measure.width(of: word) + (isFirst ? 0 : 1) + measure.width(of: current)
      if needed <= width {
        current += (isFirst ? "" : " ") + word
        continue
      }
      if !isFirst {
        lines.append(current)
        current = indent
      }
      guard measure == .bytes, measure.width(of: word) + measure.width(of: current) > width else {
        current += word
        continue
      }
      for scalar in word.unicodeScalars {
        if current.utf8.count + UTF8.width(scalar) > width {
          lines.append(current)
          current = ""
        }
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty || lines.isEmpty { lines.append(current) }
    return lines
  }
}

extension Character {
  /// Whether a terminal gives the character two columns: emoji and East Asian letters.
  fileprivate var isWide: Bool {
    guard let first = unicodeScalars.first else { return false }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
