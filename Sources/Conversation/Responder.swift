import Knowledge
import Understanding

/// A reply and what the conversation remembers after it.
package struct Turn: Sendable {
  package let reply: Reply
  package let state: ConversationState
}

/// Answers questions: the same way for a terminal, a pipe, a transcript and the editors' tools.
///
/// A handle: all copies, one for each of thousands of connections, have the same parts. By value those
/// are 16 KiB.
package struct Responder: Sendable {
  private let parts: Parts

  package var knowledge: KnowledgeBase { parts.knowledge }
  package var interpreter: Interpreter { parts.interpreter }
  private var decider: Decider { parts.decider }
  private var composer: Composer { parts.composer }
  private var tracker: StateTracker { parts.tracker }

  package init(knowledge: KnowledgeBase) {
    self.init(interpreter: Interpreter(knowledge: knowledge))
  }

  package init(interpreter: Interpreter) {
    parts = Parts(interpreter)
  }

  private final class Parts: Sendable {
    let knowledge: KnowledgeBase
    let interpreter: Interpreter
    let decider: Decider
    let composer: Composer
    let tracker: StateTracker

    init(_ interpreter: Interpreter) {
      knowledge = interpreter.knowledge
      self.interpreter = interpreter
      decider = Decider(interpreter: interpreter)
      composer = Composer(knowledge: interpreter.knowledge)
      tracker = StateTracker(knowledge: interpreter.knowledge)
    }
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: What the person wrote.
  ///   - state: What the conversation remembers; a new state for its first question.
  ///   - language: The language to answer in, whatever the question's is; nil to follow it.
  ///   - fallback: The language for a question that shows none, where the conversation has none.
  package func reply(
    to question: String, in state: ConversationState = ConversationState(),
    language: LanguageCode? = nil, fallback: LanguageCode? = nil
  ) -> Turn {
    let question = question.withoutQuotedLines
    // In the course of a talk the same words may go on from what was said.
    let interpretation = interpreter.interpret(question, knowing: state.last.isEmpty)
    let read = decider.read(interpretation, in: state)
    var decision = withOthers(decider.decide(read, in: state), of: read, state)
    decision.mayBeUrgent = decider.mayBeUrgent(read, in: state)
    let ownLanguage =
      read.shape.requestedLanguage ?? self.language(of: interpretation, state, fallback: fallback)
    let speaks = language.map { knowledge.languages.contains($0) } ?? true
    let answerLanguage = speaks ? language ?? ownLanguage : ownLanguage
    var reply = composer.reply(
      to: decision, in: answerLanguage, state,
      explanation: explain(decision, interpretation, answerLanguage))
    reply.confidence = interpreter.calibration.share(reply.confidence)
    if let language, !speaks { reply.lines.insert(composer.otherLanguage(than: language), at: 0) }
    return Turn(
      reply: reply,
      // A language that was asked for from outside holds for this answer only.
      state: tracker.state(
        after: decision, in: state, ownLanguage, isChosen: read.shape.requestedLanguage != nil,
        region: decider.region(of: read)))
  }

  /// How many questions of one text are answered.
  private static let mostQuestions = 3

  /// The decision with what else the text asks: beside danger a practical question, after it; without,
  /// each of several questions. Every sentence is read by itself, as if nothing stood beside it.
  private func withOthers(
    _ decision: Decision, of whole: Question, _ state: ConversationState
  ) -> Decision {
    let reading = whole.recognition.text
    if reading.sentenceCount == 1 {
      let more =
        decision.isUrgent ? practical(whole, beside: decision, state) : both(whole, state)
      return more ?? decision
    }
    guard !whole.interpretation.isKnown, case .topics(let first) = decision.answer
    else { return decision }
    // Beside a courtesy whatever is said counts, with a question mark or without.
    // "The police are here now" is nothing to be answered either, where something is asked.
    let isCourtesy = !decision.isUrgent && first.allSatisfy(isAside)
    var focuses = decision.isUrgent ? first : []
    var others: Decision?
    // "What do I do?" beside danger is answered by 112.
    let needed =
      isCourtesy
      ? Thresholds.answer : decision.isUrgent ? Thresholds.besideDanger : Thresholds.oneOfSeveral
    for (place, sentence) in reading.sentences.enumerated() {
      // After the last sentence there may be signs without a word.
      guard reading.isQuestion.indices.contains(place), isCourtesy || reading.isQuestion[place]
      else { continue }
      let question = decider.read(interpreter.interpret(sentence), in: state)
      guard question.interpretation.danger < Thresholds.danger else { continue }
      let own = decider.meaning(of: question, in: state)
      // "Good to know, bye" asks for no point of what was said.
      guard case .topics(let found) = own.answer, own.confidence >= needed,
        reading.isQuestion[place] || own.reason != .part, !found.contains(where: isAside)
      else { continue }
      for focus in found where !focuses.contains(focus) { focuses.append(focus) }
      if others == nil || own.fields != .all || !own.handles.isEmpty { others = own }
    }
    if isCourtesy, focuses.count == 1, let others { return others }
    let isMore = focuses.count > first.count || !decision.isUrgent && focuses.count > 1
    // Two answers of one topic are one question at length, unless each is a part of its own.
    let topics = Set(focuses.map(\.topic)).count
    let parts = focuses.count { $0.part != nil }
    guard isMore, decision.isUrgent || topics > 1 || parts == focuses.count else {
      return (decision.isUrgent ? practical(whole, beside: decision, state) : nil) ?? decision
    }
    var several = decision
    several.answer = .topics(Array(focuses.prefix(Self.mostQuestions)))
    several.hasHeadings = true
    several.alsoHelps = []
    if let others {
      several.fields = others.fields
      several.handles = others.handles
    }
    return several
  }

  private func isAside(_ focus: Focus) -> Bool {
    [.dialogue, .safety].contains(knowledge.topics[focus.topic].kind)
  }

  /// Danger, with what the text as a whole asks: "he is hitting her, who is the coordinator in Malmö?" Nil where
  /// nothing is asked, or no contact and nothing that is sure: "what do I do?" is answered by 112.
  private func practical(
    _ question: Question, beside danger: Decision, _ state: ConversationState
  ) -> Decision? {
    guard question.recognition.text.isQuestion.contains(true), !question.interpretation.isKnown
    else { return nil }
    let asked = decider.meaning(of: question, in: state)
    guard case .topics(let first) = danger.answer, case .topics(let found) = asked.answer,
      knowledge.isContact(found) || asked.confidence >= Thresholds.besideDanger,
      !found.contains(where: isAside)
    else { return nil }
    var both = danger
    both.answer = .topics(Array((first + found).prefix(Self.mostQuestions)))
    both.hasHeadings = true
    both.fields = asked.fields
    both.handles = asked.handles
    return both
  }

  /// Both of two questions in one sentence, "who decides, and who pays?": the second is read as if it had been
  /// asked after the first. Nil where either has no answer of its own.
  private func both(_ question: Question, _ state: ConversationState) -> Decision? {
    let text = question.recognition.text
    guard let start = question.shape.secondQuestion, !question.interpretation.isKnown,
      question.recognition.reading.isQuestion.contains(true), text.tokens.indices.contains(start)
    else { return nil }
    func decision(_ tokens: Range<Int>, _ state: ConversationState) -> Decision? {
      let words = tokens.map { text.word($0) }.joined(separator: " ")
      let half = decider.read(interpreter.interpret(words), in: state)
      let decision = decider.meaning(of: half, in: state)
      guard half.interpretation.danger < Thresholds.danger,
        decision.confidence >= Thresholds.oneOfSeveral, case .topics(let found) = decision.answer,
        found.allSatisfy({ knowledge.topics[$0.topic].kind != .dialogue && $0.part != nil })
      else { return nil }
      return decision
    }
    guard let first = decision(0..<start, state), case .topics(let told) = first.answer,
      let second = decision(
        start..<text.tokens.count,
        tracker.state(after: first, in: state, state.language ?? knowledge.languages[0])
      ), case .topics(let more) = second.answer, told != more
    else { return nil }
    var both = first
    both.answer = .topics((told + more).withoutRepeats)
    both.hasHeadings = true
    both.alsoHelps = []
    return both
  }

  /// The question's language where it shows one, else the conversation's, else the fallback.
  private func language(
    of question: Interpretation, _ state: ConversationState, fallback: LanguageCode?
  ) -> LanguageCode {
    let verdict = question.language
    let standing = [state.language, fallback].compactMap { $0 }
      .first { knowledge.languages.contains($0) }
    // A language chosen by name gives way only to a sentence that is plainly in another.
    var needed = state.languageIsChosen ? Thresholds.language * 6 : Thresholds.language
    if question.recognition.text.tokens.count <= 2 { needed *= Thresholds.languageOfFewWords }
    if !verdict.isForeign, verdict.margin >= needed || standing == nil { return verdict.language }
    return standing ?? verdict.language
  }

  /// What a conversation remembers after a topic, or a part of one, was answered, whatever was asked;
  /// nil where the knowledge has none of the name.
  package func state(
    after reference: TopicReference, language: LanguageCode
  ) -> ConversationState? {
    guard let place = knowledge.topics.firstIndex(where: { $0.id == reference.topic }) else {
      return nil
    }
    let topic = knowledge.topics[place]
    var focus = Focus(topic: place)
    if let id = reference.part {
      guard let part = topic.partIndex(id) else { return nil }
      focus.part = part
    }
    let answer: Decision.Answer =
      switch (topic.role, reference.part) {
      case (.askPlace?, nil): .askPlace(across: nil)
      case (.unknown?, nil): .unknown(nearest: [], isForeign: false)
      default: .topics([focus])
      }
    return tracker.state(
      after: Decision(answer: answer, reason: .ranking, confidence: 1), in: ConversationState(),
      language)
  }

  /// A word that counts less is not shown.
  static let leastEvidence: Float = 0.2

  private func explain(
    _ decision: Decision, _ question: Interpretation, _ language: LanguageCode
  ) -> Explanation {
    var explanation = Explanation(reason: decision.reason, danger: question.danger)
    explanation.ranks = question.candidates.prefix(3).map { candidate in
      let topic = knowledge.topics[interpreter.subjects[candidate.subject].topics[0]]
      let isContact = topic.kind == .contact
      let shown = isContact ? knowledge.topic(role: .askPlace) ?? topic : topic
      return .init(
        topic: shown.id, title: shown.texts[language]?.title ?? "",
        probability: candidate.probability)
    }
    explanation.words = evidence(for: decision, in: question)
      .filter { abs($0.weight) >= Self.leastEvidence }
      .map { .init(text: $0.word, weight: $0.weight) }
    return explanation
  }
}

extension String {
  /// The text without the lines of somebody else that a mail or chat program quotes, "> like this"; the
  /// whole text where nothing else is said.
  fileprivate var withoutQuotedLines: String {
    guard utf8.contains(UInt8(ascii: ">")), contains("\n") else { return self }
    let own = split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix(">") }
    return own.contains { $0.contains(where: \.isLetter) } ? own.joined(separator: "\n") : self
  }
}
