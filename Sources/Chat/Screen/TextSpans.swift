/// Finds what must stay whole in a line, so that it can be clicked, copied or dialled: telephone
/// numbers, links and mail addresses.
enum TextSpans {
  private static let digitsOfNumber = 7...15
  /// Short numbers as 112 and 114 14, which are dialled the same everywhere.
  private static let emergency = "112"
  private static let digitsOfShortNumber = 5...6

  /// The spans in the order of their places; none overlaps another.
  static func find(in text: String) -> [Range<String.Index>] {
    var spans: [Range<String.Index>] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = wordEnd(text, index)
      if let span = number(text, index) ?? address(text, index..<end) {
        spans.append(span)
        index = span.upperBound
      } else if text[index].isLetter || text[index].isNumber {
        index = end
      } else {
        index = text.index(after: index)
      }
    }
    return spans
  }

  private static func wordEnd(_ text: String, _ start: String.Index) -> String.Index {
    text[start...].firstIndex(where: \.isWhitespace) ?? text.endIndex
  }

  /// A telephone number that begins at `start`: groups of digits with single spaces or hyphens.
  private static func number(_ text: String, _ start: String.Index) -> Range<String.Index>? {
    guard text[start] == "0" || text[start] == "+" || text[start] == "1" else { return nil }
    var end = text.index(after: start)
    var digits = text[start] == "+" ? 0 : 1
    while end < text.endIndex {
      let next = text.index(after: end)
      if text[end].isDigit {
        digits += 1
      } else if !"- ".contains(text[end]) || next == text.endIndex || !text[next].isDigit {
        break
      }
      end = next
    }
    let span = text[start..<end]
    let isShort =
      span == emergency
      || span.hasPrefix("11") && span.dropFirst(3).first == " "
        && digitsOfShortNumber.contains(digits)
    let isLong = span.first != "1" && digitsOfNumber.contains(digits)
    return isShort || isLong ? start..<end : nil
  }

  /// A link or a mail address in a word, without the marks that end its sentence.
  private static func address(
    _ text: String, _ word: Range<String.Index>
  ) -> Range<String.Index>? {
    var address = text[word]
    while let last = address.last, ".,;:!?)”“\"".contains(last) { address.removeLast() }
    let isLink = ["www.", "http://", "https://"].contains { address.hasPrefix($0) }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    let isAddress = (isLink || isMail) && address.first?.isLetter == true
    return isAddress ? address.startIndex..<address.endIndex : nil
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
