import Conversation
import Knowledge

/// The results of a run as the XML that build servers read: a suite for a file, a case for a
/// conversation.
package struct JUnitReport: Sendable {
  package let text: String

  package init(_ run: TranscriptRun, _ failures: FailureReport) {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      "<testsuites name=\"vagvisare\" tests=\"\(run.conversations.count)\" failures=\"\(run.failedCount)\">"
    )
    for file in run.files {
      let failed = file.conversations.count { !$0.isGood }
      lines.append(
        "  <testsuite name=\"\(file.path.xmlEscaped)\" tests=\"\(file.conversations.count)\" failures=\"\(failed)\">"
      )
      for result in file.conversations {
        let title = result.conversation.title
        let name = title.isEmpty ? result.conversation.position.description : title
        let start =
          "    <testcase classname=\"\(file.path.xmlEscaped)\" name=\"\(name.xmlEscaped)\" file=\"\(file.path.xmlEscaped)\" line=\"\(result.conversation.position.line)\""
        switch result.outcome {
        case .passed: lines.append(start + "/>")
        case .failedAsKnown:
          let reason = (result.conversation.knownFailure ?? "").xmlEscaped
          lines.append(start + "><skipped message=\"\(reason)\"/></testcase>")
        case .failed, .passedUnexpectedly:
          let report = failures.lines(result)
          lines.append(start + ">")
          lines.append(
            "      <failure message=\"\((report.first ?? "").xmlEscaped)\">\(report.joined(separator: "\n").xmlEscaped)</failure>"
          )
          lines.append("    </testcase>")
        }
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    text = lines.joined(separator: "\n") + "\n"
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
