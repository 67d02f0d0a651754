import Knowledge

/// Learns what questions are about and which part of it they ask for, all at once.
struct FactoredLearning {
  let samples: [Sample]
  let vectors: [SparseVector]
  /// The subject of each sample.
  let labels: [Int]
  /// See ``Learning/standing(_:)``.
  let standing: [Int]
  let subjectCount: Int
  let partCounts: [Int]
  /// See ``FeatureSpace/seeds``.
  let seeds: [UInt32]

  /// - Returns: The model, whose first classes are the subjects, and the classes of each topic's parts.
  func model() -> (FactoredModel, parts: [Range<Int>]) {
    let ranges = SharedParts.ranges(partCounts: partCounts, from: subjectCount)
    var isStanding = [Bool](repeating: false, count: samples.count)
    for place in standing { isStanding[place] = true }
    let lessons = samples.indices.map { place in
      (isStanding[place] ? subject(place) + others(place, ranges) : []) + part(place, ranges)
    }
    let model = FactoredModel(
      vectors, lessons: lessons, classCount: ranges.last?.upperBound ?? subjectCount, seeds: seeds)
    return (model, ranges)
  }

  private func subject(_ place: Int) -> [FactoredModel.Lesson] {
    [FactoredModel.Lesson(classes: 0..<subjectCount, label: labels[place])]
  }

  private func part(_ place: Int, _ ranges: [Range<Int>]) -> [FactoredModel.Lesson] {
    let (topic, part) = (samples[place].topic, samples[place].part)
    let range = ranges[topic]
    guard !range.isEmpty else { return [] }
    return [
      FactoredModel.Lesson(
        classes: range, label: range.lowerBound + (part ?? partCounts[topic]))
    ]
  }

  /// Some wordings are learnt from as something else by all other topics.
  private func others(_ place: Int, _ ranges: [Range<Int>]) -> [FactoredModel.Lesson] {
    let sample = samples[place]
    guard sample.text.isOne(of: PartModels.otherWordings) else { return [] }
    return ranges.enumerated().compactMap { topic, range in
      guard topic != sample.topic, let last = range.last else { return nil }
      return FactoredModel.Lesson(classes: range, label: last, sparesFeatures: true)
    }
  }
}
