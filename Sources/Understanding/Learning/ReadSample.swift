/// What is learnt from in a sample. What else was recognised in it is let go of: it takes many times the
/// memory.
struct ReadSample: Sendable {
  let features: [Feature]
  /// Whether any of its sentences asks something.
  let asks: Bool
  /// The features of each sentence, where it has several.
  let sentences: [[Feature]]
  let words: OutsideModel.Words

  init(_ found: Recognition, _ features: [Feature], isSmall: Bool) {
    self.features = features
    asks = found.reading.isQuestion.contains(true)
    sentences = Interpreter.sentences(of: found, features)
    words = isSmall ? OutsideModel.words(of: features, in: found) : OutsideModel.Words()
  }
}
