import Conversation
import Knowledge

/// Question sets, asked: those that are held out apart from the others.
///
/// What wordings are taken from says little of how often the assistant is right; what is held out does.
package struct EvaluatedSets: Sendable {
  package private(set) var heldOut = Evaluation()
  /// Sets that wordings may have been taken from.
  package private(set) var learnt = Evaluation()

  package init(_ sets: [QuestionSet] = [], _ responder: Responder) {
    for set in sets {
      if set.isHeldOut { heldOut.ask(set, responder) } else { learnt.ask(set, responder) }
    }
  }

  package var all: Evaluation { heldOut.with(learnt) }

  package var hasHeldOut: Bool { heldOut.total.all > 0 }

  /// Each with questions in it, what is held out first.
  package var groups: [(heading: Bilingual, evaluation: Evaluation)] {
    [
      (Bilingual("undanhållna frågor", "held-out questions"), heldOut),
      (Bilingual("inlärda frågor", "learnt questions"), learnt),
    ].filter { $0.1.total.all > 0 }
  }
}
