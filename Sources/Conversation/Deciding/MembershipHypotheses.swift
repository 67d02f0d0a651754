import Knowledge
import Understanding

/// To which contact's area places belong.
struct MembershipHypotheses: HypothesisSource {
  private let interpreter: Interpreter
  private let contacts: ContactResolver
  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    contacts = ContactResolver(knowledge: interpreter.knowledge)
  }

  /// "Which region is Gotland in?", "are Dalarna and Värmland in the same one?"
  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis] {
    guard let regions = knowledge.index(role: .regions),
      let candidate = question.candidates.first(where: { interpreter.topic(of: $0) == regions }),
      candidate.probability >= Thresholds.answer
    else { return [] }
    let memberships = contacts.memberships(of: question.recognition.places)
    guard !memberships.isEmpty else { return [] }
    // After a contact "or in Hudiksvall?" asks for who is reached there.
    let leans = question.shape.isElliptical && knowledge.isContact(state.last)
    return [
      Hypothesis(
        leans ? 0.9 : max(candidate.probability, 0.9),
        Decision(
          answer: .membership(memberships), reason: .place, confidence: candidate.probability))
    ]
  }
}
