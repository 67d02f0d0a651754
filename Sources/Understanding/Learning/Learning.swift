import Knowledge

/// Learns from samples what a question is about, which part of it is asked for, and whether somebody
/// is in danger.
struct Learning {
  let knowledge: KnowledgeBase
  let subjects: [Subject]
  let dangerSubject: Int?
  let samples: [Sample]
  let texts: [ReadSample]
  let space: FeatureSpace

  /// How much a text about danger counts against the others when danger is learnt.
  private static let dangerWeight: Float = 3
  /// Danger is learnt in smaller steps than the rest: what is near the limit stays near it.
  private static let dangerRate: Float = 1.4
  /// The share of words left out when danger is learnt from many texts, but for the last rounds: each
  /// alarming word is to raise the alarm alone.
  private static let dangerLeftOut: Float = 0.25
  private static let dangerRounds = 20
  private static let dangerWholeRounds = 5
  /// They do so the louder: so much is taken off the logarithm of the odds.
  private static let dangerLoudness: Float = 0.8
  private static let leaningRounds = 4
  private static let leaningRate: Float = 1
  /// About one leaning wording in so many is read as a calm text when danger is learnt.
  private static let calmParts: UInt64 = 3

  /// With so many other texts each text of danger is mixed, and about one calm text in so many with
  /// another.
  private static let mixedTexts = 2
  private static let mixedCalm: UInt64 = 6
  /// With fewer samples the words of the few calm texts would be taken for dangerous ones.
  private static let fewestToMix = 500

  func models() -> (scores: ScoreTable, parts: PartModels, outside: OutsideModel) {
    let vectors = texts.mapInParallel { space.vector(of: $0.features) }
    let labels = labels
    let isDanger = samples.indices.map { labels[$0] == dangerSubject && samples[$0].part == nil }
    let standing = standing(isDanger)
    let factored = FactoredLearning(
      samples: samples, vectors: vectors, labels: labels, standing: standing,
      subjectCount: subjects.count, partCounts: knowledge.topics.map(\.parts.count),
      seeds: space.seeds)
    let subjectVectors = standing.map { vectors[$0] }
    let subjectLabels = standing.map { labels[$0] }
    // Each about as long as the other.
    let ((together, leaning), (subjectModel, danger)) = inParallel(
      { (knowledge.isSmall ? nil : factored.model(), leaningModel(vectors, isDanger)) },
      { () -> (LinearModel, OddsModel) in
        let subjectModel = SubjectLearning(
          texts: subjectVectors, labels: subjectLabels,
          importance: standing.map { samples[$0].weight }, classCount: subjects.count,
          rowCount: space.count, isSmall: knowledge.isSmall
        ).model()
        return (subjectModel, dangerModel(vectors, isDanger))
      })
    let parts = PartModels(
      knowledge: knowledge, samples: samples, vectors: vectors, standing: standing)
    let scores = ScoreTable(
      subjects: together.map { subjectModel.mixed(with: $0.0) } ?? subjectModel, danger: danger,
      leaning: leaning, rowCount: space.count)
    let shared = together.map { SharedParts($0.0, ranges: $0.parts) }
    return (scores, parts.with(shared), outside(standing))
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
  /// from calm ones, so that alarming words in a calm question leave it its subject. What leans on
  /// something said before, "and how long?", would teach that such words are about it.
  private func standing(_ isDanger: [Bool]) -> [Int] {
    samples.indices.filter { !samples[$0].leans && !isDanger[$0] }
  }

  /// What tells questions of other fields, in a small knowledge; a large one has examples of them.
  private func outside(_ standing: [Int]) -> OutsideModel {
    guard knowledge.isSmall else { return OutsideModel() }
    let judged = standing.filter {
      samples[$0].weight == 1 && knowledge.topics[samples[$0].topic].role != .unknown
    }
    return OutsideModel(
      texts: texts.map(\.words), owners: samples.map(\.topic), judged: judged)
  }

  private func dangerModel(_ vectors: [SparseVector], _ isDanger: [Bool]) -> OddsModel {
    var read: [Int] = []
    // What asks for a part of an answer is short and calm: danger must not be seen in its few words.
    // Nor in any one sentence of a calm text.
    var calmSentences: [[Feature]] = []
    for (place, sample) in samples.enumerated() {
      if !sample.leans || sample.text.isOne(of: Self.calmParts) { read.append(place) }
      if sample.part == nil, !isDanger[place] {
        calmSentences += texts[place].sentences
      }
    }
    let calm = calmSentences.mapInParallel { space.vector(of: $0) }
    let dangers = read.filter { isDanger[$0] }
    let others = read.filter { !isDanger[$0] }
    let mixes = samples.count >= Self.fewestToMix
    let ring = TextRing(others.map { (FeatureHash.word(samples[$0].text.utf8), $0) })
    let mixed = (1...Self.mixedTexts).flatMap { round in
      mixes ? dangers.map { beside($0, among: ring, round) } : []
    }
    let calmMixed = others.filter { mixes && samples[$0].text.isOne(of: Self.mixedCalm) }
      .map { beside($0, among: ring, 0) }
    let mixedVectors = (mixed + calmMixed).mapInParallel { space.vector(of: $0) }
    var training = OddsModel.Training(rate: Self.dangerRate, weightOfYes: Self.dangerWeight)
    if !knowledge.isSmall {
      training.epochs = Self.dangerRounds
      training.leftOut = Self.dangerLeftOut
      training.wholeRounds = Self.dangerWholeRounds
    }
    let model = OddsModel(
      read.map { vectors[$0] } + calm + mixedVectors,
      isYes: read.map { isDanger[$0] } + calm.map { _ in false } + mixed.map { _ in true }
        + calmMixed.map { _ in false },
      rowCount: space.count,
      training: training)
    return knowledge.isSmall ? model : model.lessened(by: Self.dangerLoudness)
  }

  /// Tells what leans on something said before, "and how long?", from what says by itself what it is about.
  private func leaningModel(_ vectors: [SparseVector], _ isDanger: [Bool]) -> OddsModel {
    let calm = samples.indices.filter { !isDanger[$0] }
    return OddsModel(
      calm.map { vectors[$0] }, isYes: calm.map { samples[$0].leans }, rowCount: space.count,
      training: OddsModel.Training(
        epochs: Self.leaningRounds, rate: Self.leaningRate, weightOfYes: 1))
  }

  /// The features of a text with another beside it, as if both had been written at once. Danger does not
  /// end where a courtesy or a practical question begins, so it is learnt with any of them beside it;
  /// and what is calm stays so.
  private func beside(_ place: Int, among others: TextRing, _ round: Int) -> [Feature] {
    let own = texts[place]
    let chance = UInt64(round).mixed(with: FeatureHash.word(samples[place].text.utf8))
    guard let neighbour = others.first(from: chance) else { return own.features }
    let other = texts[neighbour]
    let isTold = other.asks && !own.asks
    let told =
      isTold
      ? own.features.map { $0.weighted(by: FeatureExtractor.backgroundWeight) } : own.features
    return told + other.features
  }
}
