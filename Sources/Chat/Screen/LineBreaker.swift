/// Breaks lines at spaces, so that none is wider than a window.
///
/// What one dials, clicks or copies stays whole, even if it is too long.
struct LineBreaker {
  /// In columns of a terminal; at least 1.
  let width: Int

  /// The lines that a text makes; those after the first stand in by `hanging` columns.
  func wrap(_ text: String, hanging: Int = 0) -> [String] {
    guard text.columns > width else { return [text] }
    let indent = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var current = ""
    for (gap, word) in words(of: text) {
      let isFirst = current.allSatisfy { $0 == " " }
      if isFirst || current.columns + gap + word.columns <= width {
        current += String(repeating: " ", count: gap) + word
      } else {
        lines.append(current)
        // A long address may use the whole window.
        current = String(indent.prefix(max(0, width - word.columns)) + word)
      }
    }
    return lines + [current]
  }

  /// The words with the spaces before each, a telephone number counted as one word.
  private func words(of text: String) -> [(gap: Int, word: Substring)] {
    let spans = TextSpans.find(in: text)
    var words: [(gap: Int, word: Substring)] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = text[index...].firstIndex { $0 != " " } ?? text.endIndex
      var end = start
      while end < text.endIndex, text[end] != " " {
        let span = spans.first { $0.lowerBound == end }
        end = span?.upperBound ?? text.index(after: end)
      }
      if start < end { words.append((text.distance(from: index, to: start), text[start..<end])) }
      index = end
    }
    return words
  }
}

extension StringProtocol {
  /// The columns that a terminal gives the text.
  var columns: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
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
