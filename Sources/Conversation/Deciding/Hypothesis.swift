import Knowledge
import Understanding

/// A question as it was understood: what it may be about, and what its form says.
struct Question: Sendable {
  var interpretation: Interpretation
  var shape: QuestionShape
  /// The topic whose name is all that it says beside words that lead over to it, and whether there are such.
  var named: (topic: Int, isLedTo: Bool)?

  var recognition: Recognition { interpretation.recognition }
  var candidates: [Candidate] { interpretation.candidates }

  /// How likely a subject is; 0 for one that the knowledge has not.
  func probability(of subject: Int?) -> Float {
    candidates.first { $0.subject == subject }?.probability ?? 0
  }
}

/// One of the things that a person may mean, and how likely it is: 0 to 1, on one scale for all. The
/// likeliest is answered.
struct Hypothesis: Sendable {
  let score: Float
  let decision: Decision

  init(_ score: Float, _ decision: Decision) {
    self.score = score
    self.decision = decision
  }
}

/// Something that reads what a person may mean; each knows one kind.
protocol HypothesisSource: Sendable {
  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis]
}
