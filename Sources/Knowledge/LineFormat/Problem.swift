/// The languages in which the tools themselves speak to the one who runs them.
package enum InterfaceLanguage: String, Sendable {
  case swedish = "sv"
  case english = "en"

  /// The language of the locale that `environment` sets; English unless it is Swedish.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = locale?.hasPrefix("sv") == true ? .swedish : .english
  }

  /// The one of two wordings that is in this language.
  package func text(_ swedish: String, _ english: String) -> String {
    self == .swedish ? swedish : english
  }
}

/// What is wrong, and what to do about it, in one language.
package struct Wording: Equatable, Sendable {
  /// What is wrong: one line, no full stop.
  package let message: String
  /// What to do: one sentence.
  package let remedy: String

  package init(_ message: String, _ remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}

/// What can go wrong in a file; each module that reads files has an enum of its own, and one file
/// that puts it into words.
package protocol ProblemCause: Sendable {
  func wording(in language: InterfaceLanguage) -> Wording
}

/// Something wrong at a place in a file.
package struct Problem: Error, Sendable {
  /// The number of errors after which nothing more is read.
  package static let limit = 1000

  package enum Severity: String, Sendable {
    case error
    case warning
  }

  package let severity: Severity
  package let cause: any ProblemCause
  package let position: Position
  /// The line as it stands in the file; nil where the whole file is meant.
  package let sourceLine: String?

  package init(
    _ severity: Severity = .error, _ cause: any ProblemCause, at position: Position,
    sourceLine: String? = nil
  ) {
    self.severity = severity
    self.cause = cause
    self.position = position
    self.sourceLine = sourceLine
  }

  /// A problem at the value of a line.
  package init(
    _ severity: Severity = .error, _ cause: any ProblemCause, at line: SourceLine
  ) {
    self.init(severity, cause, at: line.position, sourceLine: line.raw)
  }

  /// What is wrong and what to do, however long the words that are named there.
  package func wording(in language: InterfaceLanguage) -> Wording {
    let wording = cause.wording(in: language)
    return Wording(wording.message.shortened, wording.remedy.shortened)
  }

  /// `file:line:column: error: message`.
  package func headline(in language: InterfaceLanguage) -> String {
    "\(position.description): \(severity.rawValue): \(wording(in: language).message)"
  }

  /// The headline, the line with a caret below the fault, and what to do.
  package func description(in language: InterfaceLanguage) -> String {
    var lines = [headline(in: language)]
    if let sourceLine {
      let (shown, column) = sourceLine.excerpt(around: position.column)
      lines.append("  " + shown.map { $0.isTab ? " " : String($0) }.joined())
      lines.append("  " + String(repeating: " ", count: max(0, column - 1)) + "^")
    }
    lines.append("  " + wording(in: language).remedy)
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// A message that nobody needs to scroll through.
  fileprivate var shortened: String {
    let most = 600
    guard let end = index(startIndex, offsetBy: most, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return self[..<end] + "…"
  }

  /// The line where it is of a usual length, else what stands around a column, and the column there.
  fileprivate func excerpt(around column: Int) -> (text: String, column: Int) {
    let (before, most) = (200, 400)
    guard utf8.count > most else { return (self, column) }
    let skipped = max(0, column - 1 - before)
    let rest = dropFirst(skipped)
    let shown = rest.prefix(most)
    let text = (skipped > 0 ? "…" : "") + shown + (shown.endIndex < endIndex ? "…" : "")
    return (text, column - skipped + (skipped > 0 ? 1 : 0))
  }
}

extension Character {
  /// A tab would put the caret in the wrong column.
  fileprivate var isTab: Bool { self == "\t" }
}
