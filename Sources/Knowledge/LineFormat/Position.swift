/// A place in a file.
package struct Position: Equatable, Hashable, Comparable, Sendable {
  /// The file's path, as it is to be shown to the reader.
  package let file: String
  /// The line, counted from 1; 0 for a folder.
  package let line: Int
  /// The column in characters as a person counts them, from 1; 0 for a folder.
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The whole of a folder.
  package init(folder: String) {
    self.init(file: folder, line: 0, column: 0)
  }

  /// The beginning of a file, where all of it is meant.
  package init(file: String) {
    self.init(file: file, line: 1, column: 1)
  }

  /// `file:line:column`, or the path alone of a folder; safe to print whatever the path is.
  package var description: String {
    let file = file.withControlsVisible
    return line == 0 ? file : "\(file):\(line):\(column)"
  }

  package static func < (a: Position, b: Position) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
