/// The 32 numbers of a feature or a class in a ``FactoredModel``. (Two halves: the compiler makes a loop over
/// single numbers of one vector of 32, which takes some twenty times as long.)
struct FactorRow: Sendable {
  private typealias Half = SIMD16<Float>

  static let width = 32

  private var low = Half.zero
  private var high = Half.zero

  /// All zeros.
  init() {}

  init(_ number: (_ place: Int) -> Float) {
    for place in 0..<16 { (low[place], high[place]) = (number(place), number(place + 16)) }
  }

  subscript(place: Int) -> Float { place < 16 ? low[place] : high[place - 16] }

  @inline(__always)
  mutating func add(_ other: FactorRow, times factor: Float) {
    low += other.low * factor
    high += other.high * factor
  }

  @inline(__always)
  func product(with other: FactorRow) -> Float { (low * other.low + high * other.high).sum() }

  var meanSquare: Float {
    @inline(__always) get { product(with: self) / Float(Self.width) }
  }
}
