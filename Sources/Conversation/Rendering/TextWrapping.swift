/// Wraps lines for carriers that cut what is longer.
package enum TextWrapping {
  /// The lines, none longer than `width` bytes of UTF-8; broken at spaces, and a longer word
  /// between Unicode scalars. Empty lines stay.
  package static func wrap(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { wrap($0, width) }
  }

  private static func wrap(_ line: String, _ width: Int) -> [String] {
    guard line.utf8.count > width else { return [line] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
      let space = current.isEmpty ? 0 : 1
      if current.utf8.count + space + word.utf8.count <= width {
        current += (current.isEmpty ? "" : " ") + word
        continue
      }
      if !current.isEmpty {
        lines.append(current)
        current = ""
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
