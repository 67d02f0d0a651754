import Conversation
import Knowledge

/// The results of a run in the Test Anything Protocol, version 14.
package struct TAPReport: Sendable {
  package let lines: [String]

  /// `interface` is the language of the messages.
  package init(_ run: TranscriptRun, _ failures: FailureReport, in interface: InterfaceLanguage) {
    var lines = ["TAP version 14", "1..\(run.conversations.count)"]
    var number = 0
    for file in run.files {
      for result in file.conversations {
        number += 1
        let title = result.conversation.title
        let place = "\(file.path):\(result.conversation.position.line)"
        let name = "\(number) - \((title.isEmpty ? place : "\(place): \(title)").tapEscaped)"
        switch result.outcome {
        case .passed: lines.append("ok \(name)")
        // A directive of the protocol: a failure that is known does not fail the run.
        case .failedAsKnown:
          lines.append("not ok \(name) # TODO \(result.conversation.knownFailure ?? "")")
        case .failed, .passedUnexpectedly:
          lines.append("not ok \(name)")
          lines += failures.lines(result).map { "# \($0.text)" }
        }
      }
    }
    // Not a failed test but no test: the protocol has a word for it.
    if let first = run.problems.first { lines.append("Bail out! \(first.headline(in: interface))") }
    self.lines = lines
  }
}

extension String {
  /// The text as it may stand in a description: "#" begins a directive there.
  fileprivate var tapEscaped: String {
    replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }
}
