/// The rounds of a stochastic descent over texts, in the order of ``learningOrder``, with steps that get
/// smaller to the end.
struct Descent {
  let rounds: Int
  /// The first step's size.
  let rate: Float
  /// A text with a smaller error teaches next to nothing: it is left out of the next round.
  let smallError: Float

  /// - Parameters:
  ///   - learn: Learns from the text of a place, with a step of a size; gives how great the error was.
  ///   - endRound: What is done when all texts of a round have been learnt from.
  @inline(__always)
  func run(
    over texts: [SparseVector], learn: (Int, SparseRows.Entries, Float) -> Float,
    endRound: (Int) -> Void = { _ in }
  ) {
    let corpus = SparseRows(texts)
    var isResting = [Bool](repeating: false, count: texts.count)
    let steps = Float(rounds * max(1, texts.count))
    var step: Float = 0
    corpus.withEntries { entries in
      for round in 0..<rounds {
        for number in texts.learningOrder(round) {
          let size = rate * (1 - step / steps)
          step += 1
          if isResting[number] {
            isResting[number] = false
          } else {
            isResting[number] = learn(number, entries(number), size) < smallError
          }
        }
        endRound(round)
      }
    }
  }
}
