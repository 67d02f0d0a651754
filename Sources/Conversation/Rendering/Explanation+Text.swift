import Knowledge

extension Explanation {
  /// How many words are named.
  private static let mostWords = 8

  /// The why for a layman, a line each: what decided, the words that counted, the runners-up.
  package func text(in language: LanguageCode, _ knowledge: KnowledgeBase) -> [String] {
    var lines = [knowledge.phrase("why-\(reason.rawValue)", in: language)]
    let counted = words.prefix(Self.mostWords).filter { $0.weight > 0 }
      .map { "\($0.text) (+\($0.weight.tenths))" }
    if !counted.isEmpty {
      lines.append(
        knowledge.phrase("why-words", in: language, ["words": counted.joined(separator: ", ")]))
    }
    let against = words.suffix(3).filter { $0.weight < 0 }
      .map { "\($0.text) (−\((-$0.weight).tenths))" }
    if !against.isEmpty {
      lines.append(
        knowledge.phrase("why-against", in: language, ["words": against.joined(separator: ", ")]))
    }
    for (number, rank) in ranks.enumerated() {
      lines.append(
        knowledge.phrase(
          number == 0 ? "why-first" : "why-next", in: language,
          [
            "title": rank.title, "topic": rank.topic,
            "percent": String(Int((rank.probability * 100).rounded())),
          ]))
    }
    lines.append(
      knowledge.phrase(
        "why-danger-share", in: language, ["percent": String(Int((danger * 100).rounded()))]))
    return lines.filter { !$0.isEmpty }
  }
}

extension Float {
  /// A number above 0 with one decimal.
  package var tenths: String {
    let whole = Int((self * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
