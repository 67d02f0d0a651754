/// Finds figures in a text: words with a digit, addresses, numbers in letters.
struct FigureFinder {
  /// Numbers in letters, which are figures wherever they stand.
  private var numbers: Set<String> = []
  /// Those that are other words too, and figures only before a unit.
  private var numbersBeforeUnits: Set<String> = []
  private var units: Set<String> = []

  /// The keys by which a `.facts` file tells a language's numbers and units.
  static let keys = ["numbers", "numbers-before-units", "units"]

  /// Takes the line of a key.
  mutating func take(_ line: SourceLine, key: String) {
    let words = line.commaSeparated.map { $0.text.lowercased() }
    switch key {
    case "numbers": numbers.formUnion(words)
    case "numbers-before-units": numbersBeforeUnits.formUnion(words)
    default: units.formUnion(words)
    }
  }

  /// The first figure of a text in its fact form, without punctuation at its end; nil where there is
  /// none.
  func first(in text: String) -> String? {
    let words = text.split(separator: " ")
    for (place, word) in words.enumerated() {
      // "1." at the beginning numbers a list.
      if place == 0, word.last == ".", word.dropLast().allSatisfy(\.isDigit) { continue }
      if word.contains(where: \.isDigit) {
        // A telephone number is several words.
        let rest = words[place...].prefix { $0.first?.isDigit == true }
        return rest.isEmpty ? word.trimmed : rest.joined(separator: " ").trimmed
      }
      if word.contains("@") || word.isAddress { return word.trimmed }
      let letters = String(word.filter(\.isLetter))
      if numbers.contains(letters) { return word.trimmed }
      if numbersBeforeUnits.contains(letters), place + 1 < words.count {
        let unit = String(words[place + 1].filter(\.isLetter))
        if units.contains(unit) { return "\(word) \(unit)" }
      }
    }
    return nil
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}

extension StringProtocol {
  /// The text without punctuation at its end.
  fileprivate var trimmed: String {
    var end = self[...]
    while let last = end.last, last.isPunctuation, last != "§" { end.removeLast() }
    return String(end)
  }

  /// Whether the word is like `riksdagen.se`: letters on both sides of a dot, in labels too long for
  /// an abbreviation.
  fileprivate var isAddress: Bool {
    guard dropLast().contains(".") else { return false }
    let labels = split(separator: ".").map { $0.filter(\.isLetter).count }
    let isJoined = zip(indices, indices.dropFirst()).contains { dot, next in
      self[dot] == "." && dot > startIndex && self[index(before: dot)].isLetter
        && self[next].isLetter
    }
    return isJoined && (labels.first ?? 0) >= 3 && (labels.last ?? 0) >= 2
  }
}
