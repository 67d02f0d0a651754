/// Finds telephone numbers: runs of digits with spaces and hyphens between them.
struct TelephoneRecognizer: Sendable {
  func mentions(in text: TokenizedText) -> [TelephoneMention] {
    var found: [TelephoneMention] = []
    var start = 0
    while start < text.tokens.count {
      guard text.tokens[start].isNumber else {
        start += 1
        continue
      }
      var end = start + 1
      while end < text.tokens.count, text.tokens[end].isNumber,
        text.tokens[end].sentence == text.tokens[start].sentence,
        text.tokens[end].joint == 0 || text.tokens[end].joint == UInt8(ascii: "-")
      { end += 1 }
      let digits = (start..<end).map { text.word($0) }.joined()
      let isNumber =
        digits.count >= 8 && digits.hasPrefix("0") || digits == "112"
        || digits.hasPrefix("114") && (5...6).contains(digits.count)
      if isNumber { found.append(TelephoneMention(digits: digits, tokens: start..<end)) }
      start = end
    }
    return found
  }
}
