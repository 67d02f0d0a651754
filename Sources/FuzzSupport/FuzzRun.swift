import Conversation
import Glibc
import Knowledge

/// What the programs for the fuzzer have in common.
package enum FuzzRun {
  /// Answers from the folder Knowledge of the working directory; ends the program where that has
  /// errors.
  package static func responder() -> Responder {
    let loaded = KnowledgeLoader.load(folder: "Knowledge")
    guard let knowledge = loaded.base else {
      stop("Run this where the folder Knowledge stands.")
    }
    return Responder(knowledge: knowledge)
  }

  /// Ends the program in a way that the fuzzer takes for a finding.
  package static func stop(_ complaint: String) -> Never {
    let bytes = Array((complaint + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    abort()
  }
}
