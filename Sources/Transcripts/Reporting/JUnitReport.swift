import Conversation
import Knowledge

/// The results of a run as the XML that build servers read: a suite for a file, a case for a
/// conversation, an error for each thing that is wrong with a file.
package struct JUnitReport: Sendable {
  package let text: String

  /// `interface` is the language of the messages.
  package init(_ run: TranscriptRun, _ failures: FailureReport, in interface: InterfaceLanguage) {
    let inFiles = run.files.flatMap(\.problems).count
    // Paths that lead nowhere belong to no file.
    let elsewhere = Array(run.problems.prefix(run.problems.count - inFiles))
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      Self.start(
        "testsuites", "vagvisare", tests: run.conversations.count + run.problems.count,
        failures: run.failedCount, errors: run.problems.count))
    for file in run.files {
      lines += Self.suite(file.path, file.conversations, file.problems, failures, interface)
    }
    for problem in elsewhere {
      lines += Self.suite(problem.position.file, [], [problem], failures, interface)
    }
    text = (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func suite(
    _ path: String, _ results: [ConversationResult], _ problems: [Problem],
    _ failures: FailureReport, _ interface: InterfaceLanguage
  ) -> [String] {
    let start = Self.start(
      "testsuite", path, tests: results.count + problems.count,
      failures: results.count { !$0.isGood }, errors: problems.count)
    return ["  " + start] + results.flatMap { testCase(path, $0, failures) }
      + problems.flatMap { testCase(path, $0, interface) } + ["  </testsuite>"]
  }

  private static func start(
    _ element: String, _ name: String, tests: Int, failures: Int, errors: Int
  ) -> String {
    "<\(element) name=\"\(name.xmlEscaped)\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\">"
  }

  private static func testCase(
    _ path: String, _ result: ConversationResult, _ failures: FailureReport
  ) -> [String] {
    let conversation = result.conversation
    let name = conversation.title.isEmpty ? conversation.position.description : conversation.title
    let start = startOfCase(path, name, line: conversation.position.line)
    switch result.outcome {
    case .passed: return [start + "/>"]
    case .failedAsKnown:
      let reason = (conversation.knownFailure ?? "").xmlEscaped
      return [start + "><skipped message=\"\(reason)\"/></testcase>"]
    case .failed, .passedUnexpectedly:
      let report = failures.lines(result).map(\.text)
      return [
        start + ">",
        "      <failure message=\"\((report.first ?? "").xmlEscaped)\">\(report.joined(separator: "\n").xmlEscaped)</failure>",
        "    </testcase>",
      ]
    }
  }

  private static func testCase(
    _ path: String, _ problem: Problem, _ interface: InterfaceLanguage
  ) -> [String] {
    [
      startOfCase(path, problem.position.description, line: problem.position.line) + ">",
      "      <error message=\"\(problem.headline(in: interface).xmlEscaped)\">\(problem.description(in: interface).xmlEscaped)</error>",
      "    </testcase>",
    ]
  }

  private static func startOfCase(_ path: String, _ name: String, line: Int) -> String {
    "    <testcase classname=\"\(path.xmlEscaped)\" name=\"\(name.xmlEscaped)\" file=\"\(path.xmlEscaped)\" line=\"\(line)\""
  }
}

extension String {
  /// The text as it may stand in XML; characters that XML cannot hold are left out.
  package var xmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
