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

  /// `file:line:column: error: message`.
  package func headline(in language: InterfaceLanguage) -> String {
    "\(position.description): \(severity.rawValue): \(cause.wording(in: language).message)"
  }

  /// The headline, the line with a caret below the fault, and what to do.
  package func description(in language: InterfaceLanguage) -> String {
    var lines = [headline(in: language)]
    if let sourceLine {
      lines.append("  " + sourceLine.map { $0.isTab ? " " : String($0) }.joined())
      lines.append("  " + String(repeating: " ", count: max(0, position.column - 1)) + "^")
    }
    lines.append("  " + cause.wording(in: language).remedy)
    return lines.joined(separator: "\n")
  }
}

extension Character {
  /// A tab would put the caret in the wrong column.
  fileprivate var isTab: Bool { self == "\t" }
}
