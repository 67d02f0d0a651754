import Knowledge

/// Reads questions: what is recognised in them, their language, and what they may be about.
package struct Interpreter: Sendable {
  package let knowledge: KnowledgeBase
  package let subjects: [Subject]
  package let recognizer: Recognizer
  package let detector: LanguageDetector
  private let extractor: FeatureExtractor
  private let space: FeatureSpace
  private let scores: ScoreTable
  private let parts: PartModels
  private let outside: OutsideModel
  package let calibration: Calibration
  private let wordings: KnownWordings
  /// The subject of a safety topic; nil where the knowledge has none.
  private let dangerSubject: Int?

  /// How much it speaks against danger that the question is surely about a calm topic: what is
  /// taken off the logarithm of the odds, for each unit of that topic's own.
  private static let calmWeight: Float = 0.3
  /// How much more must speak for danger in one sentence of several: without the others it says less
  /// of what it is about. Taken off the logarithm of the odds.
  private static let sentenceCaution: Float = 0.1

  /// What another learnt, with other answers to the same topics and parts: for trying what an answer
  /// says without learning its wordings again. Nil where topics or parts differ.
  package init?(_ other: Interpreter, answering knowledge: KnowledgeBase) {
    let isAlike = knowledge.topics.elementsEqual(other.knowledge.topics) {
      $0.id == $1.id && $0.parts.map(\.id) == $1.parts.map(\.id)
    }
    guard isAlike else { return nil }
    self.knowledge = knowledge
    recognizer = Recognizer(knowledge: knowledge)
    detector = other.detector
    extractor = other.extractor
    subjects = other.subjects
    dangerSubject = other.dangerSubject
    (space, scores, parts, outside) = (other.space, other.scores, other.parts, other.outside)
    wordings = other.wordings
    calibration = other.calibration
  }

  /// Learns from everything that the knowledge holds.
  package init(knowledge: KnowledgeBase) {
    self.init(knowledge: knowledge, samples: Sample.all(of: knowledge))
  }

  /// Learns from the given samples only: for cross-validation.
  package init(knowledge: KnowledgeBase, samples: [Sample]) {
    self.knowledge = knowledge
    recognizer = Recognizer(knowledge: knowledge)
    detector = LanguageDetector(knowledge: knowledge)
    extractor = FeatureExtractor(knowledge: knowledge)
    subjects = knowledge.subjects
    dangerSubject = Self.dangerSubject(among: subjects, knowledge)
    let (recognizer, extractor) = (recognizer, extractor)
    let isSmall = knowledge.isSmall
    let texts = samples.mapInParallel { sample in
      let found = recognizer.recognize(sample.text)
      return ReadSample(found, extractor.features(of: found), isSmall: isSmall)
    }
    space = FeatureSpace(texts: texts.map(\.features))
    let learning = Learning(
      knowledge: knowledge, subjects: subjects, dangerSubject: dangerSubject, samples: samples,
      texts: texts, space: space)
    (scores, parts, outside) = learning.models()
    wordings = KnownWordings(samples, names: knowledge.names)
    calibration = isSmall ? .ofFew : .ofMany
  }

  /// The subject that a topic is, or is one of, by its place in ``subjects``.
  package func subject(of topic: Int) -> Int? {
    subjects.firstIndex { $0.topics.contains(topic) }
  }

  private static func dangerSubject(among subjects: [Subject], _ knowledge: KnowledgeBase) -> Int? {
    subjects.firstIndex { knowledge.topics[$0.topics[0]].kind == .safety }
  }

  /// - Parameter knowing: Whether a wording of the knowledge is known to be about its topic; else its words
  ///   decide, as those of any other text. Whether it is of danger is known at any rate.
  package func interpret(_ question: String, knowing: Bool = true) -> Interpretation {
    let found = recognizer.recognize(question)
    let features = extractor.features(of: found)
    let vector = space.vector(of: features)
    let scores = scores.scores(of: vector)
    let inside = candidates(scores.classes.asShares)
    let language = detector.verdict(on: found.text, except: found.names)
    var danger = max(
      danger(odds: scores.danger, calm: inside[0]), dangerInASentence(found, features))
    // What was put right in a text of another language was not misspelt.
    if language.isForeign, !found.corrected.isEmpty {
      danger = min(danger, dangerAsSpelt(found, features, calm: inside[0]))
    }
    var candidates = lessened(inside, by: outside.likelihood(of: features, in: found, space))
    var known = wordings[found.text]
    let subject = known.flatMap { self.subject(of: $0.topic) }
    // What is asked about danger, "where do I call?", is a part, and calm.
    let isDanger = known != nil && known?.part == nil && subject == dangerSubject
    if isDanger {
      danger = max(danger, KnownWordings.certainty)
    } else if known != nil {
      danger = min(danger, 1 - KnownWordings.certainty)
    }
    if isDanger || !knowing { known = nil }
    if known != nil, let subject { candidates = Self.knowing(subject, among: candidates) }
    return Interpretation(
      recognition: found, language: language, candidates: candidates, danger: danger,
      leaning: share(ofOdds: scores.leaning), known: known,
      features: features, vector: vector, parts: parts.question(vector))
  }

  /// The same with a subject that is known first; what is left to the others keeps its shares.
  private static func knowing(_ subject: Int, among candidates: [Candidate]) -> [Candidate] {
    let own = candidates.first { $0.subject == subject }?.probability ?? 0
    if own >= KnownWordings.certainty { return candidates }
    let scale = (1 - KnownWordings.certainty) / (1 - own)
    return [Candidate(subject: subject, probability: KnownWordings.certainty)]
      + candidates.filter { $0.subject != subject }.map {
        Candidate(subject: $0.subject, probability: $0.probability * scale)
      }
  }

  /// What is taken from all goes to none: the order of the subjects stays.
  private func lessened(_ candidates: [Candidate], by share: Float) -> [Candidate] {
    if share == 0 { return candidates }
    return candidates.map {
      Candidate(subject: $0.subject, probability: $0.probability * (1 - share))
    }
  }

  /// All subjects, the likeliest first.
  private func candidates(_ shares: [Float]) -> [Candidate] {
    // Numbers above 0 are in the order of their bits: with the subject below them one number each.
    var keys: [UInt64] = []
    keys.reserveCapacity(shares.count)
    for (subject, share) in shares.enumerated() {
      keys.append(UInt64(~share.bitPattern) << 32 | UInt64(subject))
    }
    keys.sort()
    return keys.map {
      Candidate(
        subject: Int(UInt32(truncatingIfNeeded: $0)),
        probability: Float(bitPattern: ~UInt32($0 >> 32)))
    }
  }

  /// How likely danger is in the sentence that speaks most for it, read for itself: in a calm question
  /// at length the one sentence that is not calm would be lost. 0 for a text of one sentence.
  private func dangerInASentence(_ found: Recognition, _ features: [Feature]) -> Float {
    var greatest: Float = 0
    for sentence in Self.sentences(of: found, features) {
      let scores = scores.scores(of: space.vector(of: sentence))
      greatest = max(
        greatest,
        danger(
          odds: scores.danger - Self.sentenceCaution,
          calm: candidates(scores.classes.asShares)[0]))
    }
    return greatest
  }

  /// How likely danger is without the words that were put right.
  private func dangerAsSpelt(
    _ found: Recognition, _ features: [Feature], calm: Candidate
  ) -> Float {
    let spelt = features.filter { $0.tokens.allSatisfy { !found.corrected.contains($0) } }
    return danger(odds: scores.scores(of: space.vector(of: spelt)).danger, calm: calm)
  }

  /// The features of each sentence, as if it were a text of its own; none for a text of one sentence.
  static func sentences(of found: Recognition, _ features: [Feature]) -> [[Feature]] {
    let count = found.reading.sentenceCount
    guard count > 1 else { return [] }
    var sentences = [[Feature]](repeating: [], count: count)
    for feature in features where !feature.tokens.isEmpty {
      sentences[found.reading.tokens[feature.tokens.lowerBound].sentence].append(feature)
    }
    let tokens = found.reading.tokens
    var start = 0
    for end in 1...tokens.count
    where end == tokens.count || tokens[end].sentence != tokens[start].sentence {
      if FeatureExtractor.few.contains(end - start) {
        sentences[tokens[start].sentence].append(FeatureExtractor.shortText(at: start..<end))
      }
      start = end
    }
    return sentences
  }

  /// How likely danger is, when its own odds (a logarithm) and the likeliest calm subject are as
  /// given.
  private func danger(odds: Float, calm: Candidate) -> Float {
    guard dangerSubject != nil else { return 0 }
    var odds = odds
    // A courtesy is no calm subject that could speak against danger.
    if knowledge.topics[subjects[calm.subject].topics[0]].kind != .dialogue {
      let calm = min(calm.probability, 0.999)
      odds -= Self.calmWeight * max(0, logarithm(calm / (1 - calm)))
    }
    return share(ofOdds: odds)
  }

  /// What the words of a question add to a subject's score, against the mean of all subjects; only
  /// words that the knowledge holds, those that speak most for the subject first.
  package func evidence(for subject: Int, in question: Interpretation) -> [Evidence] {
    evidence(in: question) { scores.advantage(row: $0, class: subject) }
  }

  /// What the words add to the odds of danger, likewise.
  package func evidenceOfDanger(in question: Interpretation) -> [Evidence] {
    evidence(in: question) { scores.dangerWeight(row: $0) }
  }

  /// What the words add to the score of a part of a topic, likewise.
  package func evidence(
    forPart part: Int, of topic: Int, in question: Interpretation
  ) -> [Evidence] {
    evidence(in: question) { parts.advantage(row: $0, part: part, of: topic) }
  }

  private func evidence(
    in question: Interpretation, _ weight: (_ row: Int32) -> Float
  ) -> [Evidence] {
    let found = question.recognition
    let (features, vector) = (question.features, question.vector)
    var sums = [Float](repeating: 0, count: found.text.tokens.count)
    for (place, origin) in vector.origins.enumerated() {
      let tokens = features[Int(origin)].tokens
      guard !tokens.isEmpty else { continue }
      let share = weight(vector.rows[place]) * vector.values[place] / Float(tokens.count)
      for token in tokens { sums[token] += share }
    }
    let known = Set(
      features.filter { $0.kind == .word && space.knows($0.hash) }.flatMap { Array($0.tokens) })
    return found.text.tokens.indices.filter { known.contains($0) }
      .map { Evidence(word: found.text.word($0), weight: sums[$0]) }
      .sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
  }

  /// How much a text is like each of the given ones, as the cosine of their features: 0 to 1.
  package func likeness(of found: Recognition, to others: [TextVector]) -> [Float] {
    let vector = TextVector(space.vector(of: extractor.features(of: found)))
    return others.map { vector.cosine(with: $0) }
  }

  /// How likely a question asks for each part of a topic, for all of it, or for something else.
  package func parts(of topic: Int, for question: Interpretation) -> PartShares {
    let shares = parts.shares(of: question.parts, topic: topic)
    guard let known = question.known, known.topic == topic else { return shares }
    return shares.knowing(known.part, by: KnownWordings.certainty)
  }

  /// The topic that some of a text's words are a name of, and of nothing else.
  package func topic(named text: TokenizedText, _ tokens: Range<Int>) -> Int? {
    wordings.topic(named: text, tokens)
  }

  /// A text's features, to be compared with those of questions.
  package func vector(of text: String) -> TextVector {
    TextVector(space.vector(of: extractor.features(of: recognizer.recognize(text))))
  }

  /// Everything that was made of the knowledge, so that it need not be made again.
  func write(to writer: inout TableWriter) {
    recognizer.write(to: &writer)
    detector.write(to: &writer)
    space.write(to: &writer)
    scores.write(to: &writer)
    parts.write(to: &writer)
    outside.write(to: &writer)
    calibration.write(to: &writer)
    wordings.write(to: &writer)
  }

  /// Reads what was made of the same knowledge.
  init(from reader: inout TableReader, knowledge: KnowledgeBase) throws(UnreadableBytes) {
    self.knowledge = knowledge
    recognizer = try Recognizer(from: &reader, knowledge: knowledge)
    detector = try LanguageDetector(from: &reader, knowledge: knowledge)
    extractor = FeatureExtractor(knowledge: knowledge)
    space = try FeatureSpace(from: &reader)
    scores = try ScoreTable(from: &reader)
    parts = try PartModels(from: &reader)
    outside = try OutsideModel(from: &reader)
    calibration = try Calibration(from: &reader)
    wordings = try KnownWordings(from: &reader)
    subjects = knowledge.subjects
    dangerSubject = Self.dangerSubject(among: subjects, knowledge)
    guard scores.classCount == subjects.count, scores.rowCount == space.count,
      parts.partCounts == knowledge.topics.map(\.parts.count),
      wordings.isWithin(knowledge.topics)
    else { throw UnreadableBytes() }
  }
}
