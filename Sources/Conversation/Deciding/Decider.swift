import Knowledge
import Understanding

/// Decides what a question is answered with, from what it was understood to be and what the
/// conversation remembers.
///
/// Whether somebody is in danger is asked first, and apart. Then every source says what the person may
/// mean, each with its likelihood, and the likeliest is answered.
struct Decider: Sendable {
  let interpreter: Interpreter
  private let shapes: ShapeReader
  private let subjects: SubjectHypotheses
  private let contacts: ContactHypotheses
  private let sources: [any HypothesisSource]

  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    shapes = ShapeReader(knowledge: interpreter.knowledge)
    subjects = SubjectHypotheses(interpreter: interpreter)
    contacts = ContactHypotheses(interpreter: interpreter)
    sources = [
      DialogueHypotheses(interpreter: interpreter),
      StructureHypotheses(interpreter: interpreter),
      contacts,
      MembershipHypotheses(interpreter: interpreter),
      subjects,
    ]
  }

  /// A question with its form.
  func read(_ interpretation: Interpretation, in state: ConversationState) -> Question {
    var question = Question(
      interpretation: interpretation, shape: shapes.shape(of: interpretation.recognition))
    question.named = named(in: interpretation.recognition.text, question.shape.gist)
    if let core = core(of: question) {
      question.interpretation = interpretation.withDanger(of: core)
    }
    if let meant = meant(by: question) { question.interpretation = meant }
    // Who reads a language already asks for nothing by naming it: "in English?" is of a book, or a person.
    if question.shape.requestedLanguage == state.language, !question.shape.asksForLanguage,
      !state.last.isEmpty
    {
      question.shape.requestedLanguage = nil
    }
    // Beside another subject a language is one of its words.
    if let language = question.shape.alsoRequestedLanguage,
      question.shape.requestedLanguage == nil, !state.last.isEmpty,
      interpreter.knownSubject(of: interpretation, atLeast: Thresholds.newSubject) == nil
    {
      question.shape.requestedLanguage = language
    }
    return question
  }

  /// The topic whose name is all that a text says between words that lead over to it; of "not the police, the
  /// social services" the second.
  private func named(in text: TokenizedText, _ gist: Range<Int>) -> (topic: Int, isLedTo: Bool)? {
    let isLedTo = gist.count < text.tokens.count
    if let topic = interpreter.topic(named: text, gist) { return (topic, isLedTo) }
    guard isLedTo else { return nil }
    for end in gist.dropFirst() where interpreter.topic(named: text, gist.lowerBound..<end) != nil {
      // One word may join them: "but", "utan".
      for start in end...min(end + 1, gist.upperBound) {
        if let topic = interpreter.topic(named: text, start..<gist.upperBound) {
          return (topic, isLedTo)
        }
      }
    }
    return nil
  }

  /// What is said between courtesies, read by itself: a danger beside a "thanks" is one. Nil where there
  /// are none, or danger is seen already.
  private func core(of question: Question) -> Interpretation? {
    let text = question.recognition.text
    let core = question.shape.core
    guard !core.isEmpty, core.count < text.tokens.count, !question.interpretation.isKnown,
      question.interpretation.danger < Thresholds.danger
    else { return nil }
    return interpreter.interpret(core.map { text.word($0) }.joined(separator: " "))
  }

  /// What is left of a correction without the words that take back what was said: of "no, I meant the
  /// police" the police. Nil where that is no subject of its own.
  private func meant(by question: Question) -> Interpretation? {
    let text = question.recognition.text
    guard let end = question.shape.correctionEnd, end > 0, end < text.tokens.count,
      !question.interpretation.isKnown, question.recognition.places.isEmpty,
      question.interpretation.danger < Thresholds.danger
    else { return nil }
    let rest = (end..<text.tokens.count).map { text.word($0) }.joined(separator: " ")
    let interpretation = interpreter.interpret(rest)
    let isKnown =
      interpreter.knownSubject(of: interpretation, atLeast: Thresholds.oneOfSeveral) != nil
    // Of "not an emergency" only "an emergency" would be left.
    return isKnown && interpretation.danger < Thresholds.danger ? interpretation : nil
  }

  func decide(_ question: Question, in state: ConversationState) -> Decision {
    emergency(question, state) ?? meaning(of: question, in: state)
  }

  /// What is meant if nobody is in danger.
  func meaning(of question: Question, in state: ConversationState) -> Decision {
    var best: Hypothesis?
    for source in sources {
      for hypothesis in source.hypotheses(for: question, in: state)
      where hypothesis.score > best?.score ?? 0 {
        best = hypothesis
      }
    }
    return best?.decision ?? subjects.nothingKnown(of: question, .unsure)
  }

  /// Where the topics for a place are, for the conversation to remember.
  func region(of question: Question) -> [Int] { contacts.region(of: question) }

  func emergency(_ question: Question, _ state: ConversationState) -> Decision? {
    guard
      showsDanger(
        question, state, from: Thresholds.danger, inFewWords: Thresholds.dangerInFewWords),
      let safety = knowledge.index(kind: .safety)
    else { return nil }
    return Decision(
      answer: .topics([Focus(topic: safety)]), reason: .danger,
      confidence: question.interpretation.danger)
  }

  /// Whether somebody may be in danger though it is not likely enough for an alarm: where to call is then said
  /// before the answer.
  func mayBeUrgent(_ question: Question, in state: ConversationState) -> Bool {
    showsDanger(
      question, state, from: Thresholds.perhapsDanger, inFewWords: Thresholds.danger)
      && question.shape.requestedLanguage == nil && !question.interpretation.language.isForeign
  }

  /// Whether danger is as likely as a limit. "And in Kalmar?" says nothing in which danger could be seen, nor does
  /// a courtesy alone: "tack snälla" has a word that begs in emergencies. An answer to something asked back, or a
  /// few words after an answer, have to say it more plainly.
  private func showsDanger(
    _ question: Question, _ state: ConversationState, from limit: Float, inFewWords higher: Float
  ) -> Bool {
    let leans = question.shape.isElliptical && !state.last.isEmpty
    return question.interpretation.danger >= (leans ? higher : limit)
      && !question.shape.isJustPlace && question.shape.courtesy == nil
  }
}

extension KnowledgeBase {
  func index(kind: TopicKind) -> Int? { topics.firstIndex { $0.kind == kind } }

  func index(role: TopicRole) -> Int? { topics.firstIndex { $0.role == role } }

  /// The whole answer of the topic with a role; empty where the knowledge has none.
  func focus(role: TopicRole) -> [Focus] {
    index(role: role).map { [Focus(topic: $0)] } ?? []
  }
}
