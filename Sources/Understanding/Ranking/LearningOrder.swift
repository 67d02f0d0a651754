extension [SparseVector] {
  /// The places of the texts in an order that looks like chance, another in every round, but comes from
  /// the texts alone: the same content learns the same, and one text more leaves the order of the others,
  /// so that an edit changes what it is about and little else.
  func learningOrder(_ round: Int) -> [Int] {
    let keys = enumerated().map { place, text in
      (key: UInt64(round + 1).mixed(with: text.key), place: place)
    }
    return keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
  }
}

extension UInt64 {
  /// A number in which every bit depends on all bits of both.
  func mixed(with other: UInt64) -> UInt64 {
    var value = other &+ self &* 0x9e37_79b9_7f4a_7c15
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

extension String {
  /// Whether it is the one of so many that is chosen, as if by chance, but whatever stands beside it.
  package func isOne(of count: UInt64) -> Bool {
    UInt64(0).mixed(with: FeatureHash.word(utf8)) % count == 0
  }
}
