import Knowledge
import Understanding

/// What a question is about and which point of it is asked: on its own, or of what was spoken of.
struct SubjectHypotheses: HypothesisSource {
  private let interpreter: Interpreter
  private let contactSubject: Int?
  /// Topics whose parts follow up on any contact, and on anything at all.
  private let contactParts: Int?
  private let generalParts: Int?
  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init(interpreter: Interpreter) {
    self.interpreter = interpreter
    contactSubject = interpreter.contactSubject
    contactParts = interpreter.knowledge.index(role: .askPlace)
    generalParts = interpreter.knowledge.index(role: .help)
  }

  func hypotheses(for question: Question, in state: ConversationState) -> [Hypothesis] {
    earlier(question, state)
      ?? (followUps(question, state) + fresh(question, state)
        + [named(question, state)].compactMap { $0 })
  }

  // MARK: On its own

  /// Names of so many words at most are looked for.
  private static let longestName = 4

  /// Whether a question says the name of a topic that was not spoken of: "what does the Migration Agency do?"
  /// stands alone, however short.
  private func names(
    _ topic: Int, in question: Question, besides state: ConversationState
  ) -> Bool {
    guard !state.subjects.contains(topic),
      !state.last.contains(where: { $0.topic == topic })
    else { return false }
    let text = question.recognition.text
    return text.tokens.indices.contains { start in
      (start + 1...min(start + Self.longestName, text.tokens.count)).contains {
        interpreter.topic(named: text, start..<$0) == topic
      }
    }
  }

  private func fresh(_ question: Question, _ state: ConversationState) -> [Hypothesis] {
    let candidates = weighed(question)
    guard let top = candidates.first else { return [] }
    let topic = interpreter.topic(of: top)
    // In a talk it is where the last answer comes from that is asked: ``DialogueHypotheses`` reads that.
    if knowledge.topics[topic].role == .source, !state.last.isEmpty,
      top.probability >= Thresholds.sourceOfLast
    {
      return []
    }
    if knowledge.topics[topic].role == .unknown {
      let unknown = nothingKnown(of: question, .ranking)
      if let own = samePoint(as: unknown, of: question, state) {
        return [Hypothesis(top.probability, own)]
      }
      return [Hypothesis(score(of: top, question, state), unknown)]
    }
    let answerable = candidates.prefix(2).filter { isAnswerable($0) }
    let pair = answerable.reduce(0) { $0 + $1.probability }
    let lead = top.probability - (candidates.count > 1 ? candidates[1].probability : 0)
    let isEven =
      answerable.count == 2 && pair >= Thresholds.evenPair && lead < Thresholds.lead
      && !hasPlainPart(topic, question)
    if top.probability >= Thresholds.answer, top.subject != contactSubject, !isEven {
      return [
        Hypothesis(
          score(of: top, question, state),
          Decision(
            answer: .topics([focus(on: topic, for: question, state)]), reason: .ranking,
            confidence: top.probability,
            alsoHelps: interpreter.nearest(question).filter { $0 != topic }))
      ]
    }
    if isEven || answerable.count == 2 && pair >= Thresholds.pair {
      return [
        Hypothesis(
          score(of: top, question, state),
          Decision(
            answer: .choice(answerable.map { interpreter.topic(of: $0) }), reason: .choice,
            confidence: top.probability))
      ]
    }
    return [Hypothesis(Thresholds.unsure, nothingKnown(of: question, .unsure))]
  }

  /// How likely a subject is meant: as it ranks, where nothing came before or where the question needs nothing
  /// before it.
  private func score(
    of candidate: Candidate, _ question: Question, _ state: ConversationState
  ) -> Float {
    let topic = interpreter.topic(of: candidate)
    let role = knowledge.topics[topic].role
    // A thanks or a greeting needs nothing before it, however short.
    if state.last.isEmpty || [.thanks, .greeting].contains(role) { return candidate.probability }
    return TurnOdds.beginning(
      subject: candidate.probability, interpreter.parts(of: topic, for: question.interpretation),
      wordCount: question.recognition.text.tokens.count,
      isNamed: names(topic, in: question, besides: state),
      isUnlikely: role == .unknown || knowledge.topics[topic].kind == .safety)
  }

  /// Of so few words beside those that lead over to them only the subject is read: "and for the buyer?"
  private static let fewWords = 4

  /// What of a subject is asked for: a part that is plainly meant, else the point that was asked for of the last
  /// subject, where a few words lead over to this one.
  private func focus(on topic: Int, for question: Question, _ state: ConversationState) -> Focus {
    let focus = interpreter.focus(on: topic, for: question)
    let gist = question.shape.gist
    guard gist.lowerBound > 0, gist.count <= Self.fewWords, focus.topic == topic,
      !hasPlainPart(topic, question), let part = pointOfLast(state, in: topic)
    else { return focus }
    return Focus(topic: topic, part: part)
  }

  /// The point that was asked for of the last subject, among those of another; nil where it has none.
  private func pointOfLast(_ state: ConversationState, in topic: Int) -> Int? {
    guard let last = state.last.first, last.topic != topic, let part = last.part else { return nil }
    return knowledge.topics[topic].partIndex(knowledge.topics[last.topic].parts[part].id)
  }

  /// How many of the likeliest subjects are weighed by their parts.
  private static let mostWeighed = 4

  /// The subjects a question may be about, each weighed by whether its parts have something for it. A
  /// place abroad asks for no contact: it is mostly where somebody comes from.
  private func weighed(_ question: Question) -> [Candidate] {
    var candidates = question.candidates
    if namesPlaceAbroad(question), let contactSubject {
      let contact = question.probability(of: contactSubject)
      candidates = candidates.filter { $0.subject != contactSubject }.map {
        Candidate(subject: $0.subject, probability: $0.probability / max(1 - contact, 0.1))
      }
    }
    guard let top = candidates.first, top.probability < Thresholds.sureSubject else {
      return candidates
    }
    let head = candidates.prefix(Self.mostWeighed)
    let fits = head.map { candidate -> Float in
      if candidate.subject == contactSubject { return candidate.probability }
      let topic = interpreter.topic(of: candidate)
      let other = interpreter.parts(of: topic, for: question.interpretation).other
      return candidate.probability * (1 - other * (1 - Thresholds.leastFit))
    }
    let scale =
      head.reduce(0) { $0 + $1.probability } / max(fits.reduce(0, +), .leastNormalMagnitude)
    return zip(head, fits).map { Candidate(subject: $0.subject, probability: $1 * scale) }
      .sorted { $0.probability > $1.probability } + candidates.dropFirst(head.count)
  }

  /// Whether a part of a topic is plainly asked for: then nothing is asked back.
  private func hasPlainPart(_ topic: Int, _ question: Question) -> Bool {
    let shares = interpreter.parts(of: topic, for: question.interpretation)
    return shares.parts.contains { $0 >= Thresholds.plainPart }
  }

  private func namesPlaceAbroad(_ question: Question) -> Bool {
    !question.shape.isJustPlace && knowledge.gazetteer.areAbroad(question.recognition.places)
  }

  private func isAnswerable(_ candidate: Candidate) -> Bool {
    ![.dialogue, .contact, .safety].contains(
      knowledge.topics[interpreter.topic(of: candidate)].kind)
  }

  /// That the knowledge has no answer; where it can be told, what it is silent on.
  func nothingKnown(of question: Question, _ reason: Explanation.Reason) -> Decision {
    let top = question.candidates.first
    let unknown = knowledge.index(role: .unknown)
    let part = unknown.flatMap { interpreter.focus(on: $0, for: question).part }
    let isUnknown = top.map { interpreter.topic(of: $0) } == unknown
    return Decision(
      answer: .unknown(nearest: interpreter.nearest(question), isForeign: false, part: part),
      reason: reason,
      confidence: isUnknown ? top?.probability ?? 0 : 1 - (top?.probability ?? 0))
  }

  // MARK: Of what was spoken of

  /// A point that the knowledge is silent on in general, "what is the penalty?", of the subject just spoken
  /// of, where that has the same point. Nil where it has none, or the question stands alone.
  private func samePoint(
    as decision: Decision, of question: Question, _ state: ConversationState
  ) -> Decision? {
    let shape = question.shape
    guard shape.isElliptical || shape.mayLean, case .unknown(_, _, let place?) = decision.answer,
      let unknown = knowledge.index(role: .unknown), let topic = state.subjects.first,
      let part = knowledge.topics[topic].partIndex(knowledge.topics[unknown].parts[place].id)
    else { return nil }
    return Decision(
      answer: .topics([Focus(topic: topic, part: part)]), reason: .part,
      confidence: decision.confidence)
  }

  private func followUps(_ question: Question, _ state: ConversationState) -> [Hypothesis] {
    guard !state.last.isEmpty, question.interpretation.hasKnownWords else { return [] }
    let shape = question.shape
    var hypotheses: [Hypothesis] = []
    for (topic, isOfLast) in spokenOf(state) {
      let shares = interpreter.parts(of: topic, for: question.interpretation)
      let chosen = interpreter.focus(on: topic, shares, atLeast: Thresholds.partOfSpoken)
      // Of the topic as a whole nothing is left to say, unless it is the general one.
      guard let place = shares.best, let focus = chosen, focus.part != nil || focus.topic != topic,
        topic != generalParts || shares.parts[place] >= Thresholds.generalPart
      else { continue }
      hypotheses.append(
        Hypothesis(
          TurnOdds.goingOn(
            part: shares.parts[place], isOfLast: isOfLast,
            isOfDanger: knowledge.topics[topic].kind == .safety,
            leaning: question.interpretation.leaning,
            isCurt: shape.isElliptical && !shape.continues),
          Decision(
            answer: .topics([focus]), reason: .part,
            confidence: min(0.97, 0.4 + shares.parts[place] / 2))))
    }
    return hypotheses
  }

  /// A subject named and nothing else, "no, the social services", "and for procuring?": the point that was
  /// asked for of the last one where this one has it, else all of it.
  private func named(_ question: Question, _ state: ConversationState) -> Hypothesis? {
    guard !state.last.isEmpty, question.recognition.places.isEmpty,
      let (topic, isLedTo) = question.named,
      ![.dialogue, .contact, .safety].contains(knowledge.topics[topic].kind)
    else { return nil }
    let part = isLedTo ? pointOfLast(state, in: topic) : nil
    return Hypothesis(
      0.98,
      Decision(
        answer: .topics([Focus(topic: topic, part: part)]),
        reason: part == nil ? .ranking : .part, confidence: 0.95))
  }

  /// What goes back to a subject before the last: to the very first one, or to the one that has a part
  /// for the question. Nil where the question does not say that it does.
  private func earlier(_ question: Question, _ state: ConversationState) -> [Hypothesis]? {
    guard let returns = question.shape.returns, let first = state.subjects.last,
      question.recognition.places.isEmpty
    else { return nil }
    let topics =
      returns == .first ? [first] : Array(state.subjects.dropFirst()) + [state.subjects[0]]
    let shares = topics.map { interpreter.parts(of: $0, for: question.interpretation) }
    let best = topics.indices.max { (shares[$0].parts.max() ?? 0) < (shares[$1].parts.max() ?? 0) }
    guard let best else { return nil }
    let focus =
      interpreter.focus(on: topics[best], shares[best], atLeast: Thresholds.partOfSpoken)
      ?? Focus(topic: topics[best])
    return [
      Hypothesis(0.95, Decision(answer: .topics([focus]), reason: .followUp, confidence: 0.8))
    ]
  }

  /// The topics that a follow-up may be about, and whether they were spoken of last.
  private func spokenOf(_ state: ConversationState) -> [(topic: Int, isLast: Bool)] {
    var topics: [(topic: Int, isLast: Bool)] = []
    func add(_ topic: Int, isLast: Bool) {
      if !topics.contains(where: { $0.topic == topic }) { topics.append((topic, isLast)) }
    }
    for focus in state.last where knowledge.topics[focus.topic].kind != .dialogue {
      add(focus.topic, isLast: true)
    }
    for (place, topic) in state.subjects.enumerated() {
      add(topic, isLast: place == 0 && topics.isEmpty)
    }
    let isContact = topics.first.map { knowledge.topics[$0.topic].kind == .contact } ?? false
    if isContact, let contactParts { add(contactParts, isLast: true) }
    if let generalParts { add(generalParts, isLast: false) }
    return topics
  }
}
