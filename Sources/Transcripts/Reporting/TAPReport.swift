import Conversation
import Knowledge

/// The results of a run in the Test Anything Protocol, version 14.
package struct TAPReport: Sendable {
  package let lines: [String]

  package init(_ run: TranscriptRun, _ failures: FailureReport) {
    var lines = ["TAP version 14", "1..\(run.conversations.count)"]
    var number = 0
    for file in run.files {
      for result in file.conversations {
        number += 1
        let title = result.conversation.title.replacing("#", with: "\\#")
        let name = "\(number) - \(file.path): \(title)"
        switch result.outcome {
        case .passed: lines.append("ok \(name)")
        // A directive of the protocol: a failure that is known does not fail the run.
        case .failedAsKnown:
          lines.append("not ok \(name) # TODO \(result.conversation.knownFailure ?? "")")
        case .failed, .passedUnexpectedly:
          lines.append("not ok \(name)")
          lines += failures.lines(result).map { "# \($0)" }
        }
      }
    }
    self.lines = lines
  }
}
