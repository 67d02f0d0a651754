/// Wraps lines to a number of bytes, for carriers that cut what is longer.
package enum TextWrapping {
  /// The lines, none longer than `width` bytes: broken at spaces, a longer word between Unicode
  /// scalars. Empty lines stay.
  package static func wrap(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { wrap($0, width: width) }
  }

  private static func wrap(_ line: String, width: Int) -> [String] {
    guard line.utf8.count > width else { return [line] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
      if !current.isEmpty, current.utf8.count + 1 + word.utf8.count <= width {
        current += " " + word
        continue
      }
      if !current.isEmpty { lines.append(current) }
      current = ""
      guard word.utf8.count > width else {
        current = String(word)
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
