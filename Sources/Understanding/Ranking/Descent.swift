/// The rounds of a stochastic descent over texts, in the order of ``learningOrder``, with steps that get
/// smaller to the end.
struct Descent {
  let rounds: Int
  /// The first step's size.
  let rate: Float
  /// A text with a smaller error teaches next to nothing: it is left out of the next round.
  let smallError: Float
  /// The share of a text's words that are left out whenever it is learnt from, others each time: so that
  /// each word learns to say by itself what it says, and none rests on a neighbour that a question may
  /// not have.
  let leftOut: Float
  /// So many rounds at the end learn from whole texts, so that known ones are known.
  var wholeRounds = 0

  /// - Parameters:
  ///   - learn: Learns from the text of a place, with a step of a size; gives how great the error was.
  ///   - endRound: What is done when all texts of a round have been learnt from; how much its weights
  ///     count in the mean.
  @inline(__always)
  func run(
    over texts: [SparseVector], learn: (Int, UnsafeBufferPointer<SparseRows.Entry>, Float) -> Float,
    endRound: (Float) -> Void
  ) {
    let corpus = SparseRows(texts)
    var isResting = [Bool](repeating: false, count: texts.count)
    // Unsafe, as an array that grew and checked each place took a fifteenth of all learning; there is room for
    // the longest text, and nobody keeps what is read.
    let entries = UnsafeMutableBufferPointer<SparseRows.Entry>.allocate(capacity: corpus.longest)
    defer { entries.deallocate() }
    let steps = Float(rounds * max(1, texts.count))
    var step: Float = 0
    // What the later rounds give on average sways less with each text than what the last one gives.
    let settled = rounds / 2
    for round in 0..<rounds {
      for number in texts.learningOrder(round) {
        let size = rate * (1 - step / steps)
        step += 1
        if isResting[number] {
          isResting[number] = false
        } else {
          let count = corpus.read(
            number, into: entries, leavingOut: round < rounds - wholeRounds ? leftOut : 0,
            chance: UInt64(round).mixed(with: texts[number].key))
          let error = learn(number, UnsafeBufferPointer(rebasing: entries[..<count]), size)
          // With words left out a text is another one next time.
          isResting[number] = leftOut == 0 && error < smallError
        }
      }
      if round >= settled { endRound(1 / Float(rounds - settled)) }
    }
  }
}
