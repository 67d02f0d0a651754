import Knowledge

/// Learns from samples what a question is about, which part of it is asked for, and whether somebody
/// is in danger.
struct Learning {
  let knowledge: KnowledgeBase
  let subjects: [Subject]
  let dangerSubject: Int?
  let samples: [Sample]
  let texts: [(found: Recognition, features: [Feature])]
  let space: FeatureSpace

  /// How much a text about danger counts against the others when danger is learnt.
  private static let dangerWeight: Float = 3
  /// Danger is learnt in smaller steps than the rest: what is near the limit stays near it.
  private static let dangerRate: Float = 1.4
  /// How many rounds are enough to tell which wordings of a part name its subject.
  private static let firstRounds = 2
  /// A wording of a part for which its own subject is at least as likely as this, among those that the
  /// knowledge answers, names the subject; another, "and how long?", would teach that such words are
  /// about it.
  private static let namesSubject: Float = 0.5
  /// About one wording in so many of a part is read as a calm text when danger is learnt.
  private static let calmParts: UInt64 = 3

  func models() -> (scores: ScoreTable, parts: PartModels) {
    let vectors = texts.mapInParallel { space.vector(of: $0.features) }
    let labels = labels
    let isDanger = samples.indices.map { labels[$0] == dangerSubject && samples[$0].part == nil }
    let standing = standing(vectors, labels, isDanger)
    // The longest beside the other two.
    let subjectVectors = standing.map { vectors[$0] }
    let subjectLabels = standing.map { labels[$0] }
    let (subjectModel, others) = inParallel(
      { () -> LinearModel in
        LinearModel(
          subjectVectors, labels: subjectLabels, classCount: subjects.count, rowCount: space.count)
      },
      { () -> (OddsModel, PartModels) in
        let parts = PartModels(
          knowledge: knowledge, samples: samples, vectors: vectors, standing: standing)
        return (dangerModel(vectors, isDanger), parts)
      })
    let scores = ScoreTable(subjects: subjectModel, danger: others.0, rowCount: space.count)
    return (scores, others.1)
  }

  /// The subject of each sample.
  private var labels: [Int] {
    var subjectOfTopic = [Int](repeating: 0, count: knowledge.topics.count)
    for (number, subject) in subjects.enumerated() {
      for topic in subject.topics { subjectOfTopic[topic] = number }
    }
    return samples.map { subjectOfTopic[$0.topic] }
  }

  /// The calm samples that say by themselves what they are about, by their places.
  ///
  /// Whether somebody is in danger is asked first and apart; what else a question is about is learnt
  /// from calm ones, so that alarming words in a calm question leave it its subject. A wording of a part
  /// counts where a first model, of whole questions, finds its subject in it.
  private func standing(
    _ vectors: [SparseVector], _ labels: [Int], _ isDanger: [Bool]
  ) -> [Int] {
    let whole = samples.indices.filter { samples[$0].part == nil && !isDanger[$0] }
    let ofParts = samples.indices.filter { samples[$0].part != nil }
    guard !ofParts.isEmpty else { return whole }
    let first = LinearModel(
      whole.map { vectors[$0] }, labels: whole.map { labels[$0] }, classCount: subjects.count,
      rowCount: space.count, training: .init(epochs: Self.firstRounds))
    let unknown = subjects.firstIndex { knowledge.topics[$0.topics[0]].role == .unknown }
    let names = ofParts.mapInParallel { place in
      if labels[place] == dangerSubject || labels[place] == unknown { return true }
      let shares = first.shares(of: vectors[place])
      let known = 1 - (unknown.map { shares[$0] } ?? 0)
      return shares[labels[place]] >= Self.namesSubject * known
    }
    return whole + zip(ofParts, names).filter(\.1).map(\.0)
  }

  private func dangerModel(_ vectors: [SparseVector], _ isDanger: [Bool]) -> OddsModel {
    var read: [Int] = []
    // What asks for a part of an answer is short and calm: danger must not be seen in its few words.
    // Nor in any one sentence of a calm text.
    var calmSentences: [[Feature]] = []
    for (place, sample) in samples.enumerated() {
      if sample.part == nil || sample.text.isOne(of: Self.calmParts) { read.append(place) }
      if sample.part == nil, !isDanger[place] {
        calmSentences += Interpreter.sentences(of: texts[place].found, texts[place].features)
      }
    }
    let calm = calmSentences.mapInParallel { space.vector(of: $0) }
    return OddsModel(
      read.map { vectors[$0] } + calm,
      isYes: read.map { isDanger[$0] } + calm.map { _ in false }, rowCount: space.count,
      training: .init(rate: Self.dangerRate, weightOfYes: Self.dangerWeight))
  }
}
