import Knowledge
import Transcripts

/// Sets the lines of the editors' reports apart on a terminal that takes colour, and not at all
/// elsewhere.
struct ReportStyling {
  let isColored: Bool

  init(environment: Environment) {
    isColored = environment.layout.isColored
  }

  /// Sets the lines of a report apart: what must go and what must come above all.
  func render(_ line: ReportLine) -> String {
    let code =
      switch line.style {
      case .plain: ""
      case .heading: "1"
      case .removed: "31"
      case .added: "32"
      case .quiet: "2"
      }
    return paint(line.text, code)
  }

  /// A problem with its line, caret and remedy; of a warning one line.
  func render(_ problem: Problem, in interface: InterfaceLanguage) -> String {
    let headline = problem.headline(in: interface)
    let painted = paint(headline, problem.severity == .error ? "31" : "33")
    if problem.severity == .error {
      return painted + problem.description(in: interface).dropFirst(headline.count)
    }
    return "\(painted). \(problem.wording(in: interface).remedy)"
  }

  /// The first of several problems that say the same, then how many others there are.
  func render(_ group: ProblemGroup, in interface: InterfaceLanguage) -> String {
    let problem = group.first
    let shown = render(problem, in: interface)
    // Where a question is blamed it is shown; an error has shown it already.
    let line = problem.severity == .warning ? problem.sourceLine.map { "\n  " + $0 } : nil
    return shown + (line ?? "") + (group.count(in: interface).map { "\n  " + $0 } ?? "")
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
