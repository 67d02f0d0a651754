import Glibc

extension [Float] {
  /// Scores as shares that add up to 1.
  var asShares: [Float] {
    let greatest = self.max() ?? 0
    let powers = map { exp($0 - greatest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}

/// The share of the likelier of two, where the logarithm of its odds is given: 0 to 1.
package func share(ofOdds odds: Float) -> Float { 1 / (1 + exp(-odds)) }

/// The natural logarithm of a number above 0.
func logarithm(_ value: Float) -> Float { log(value) }
