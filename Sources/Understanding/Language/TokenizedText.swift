import Knowledge

/// A word or a number of a text.
package struct Token: Equatable, Sendable {
  /// Where the word stands in ``TokenizedText/exact``, in bytes.
  package let exact: Range<Int>
  /// Where the word stands in ``TokenizedText/folded``, in bytes.
  package let folded: Range<Int>
  /// Whether it begins with a capital letter in the text.
  package let isCapitalized: Bool
  /// Whether it is digits only.
  package let isNumber: Bool
  /// The sentence it stands in, counted from 0.
  package let sentence: Int
  /// The character right before the word, where it is no space: `:` in `4:1`.
  package let joint: UInt8
}

/// A text cut into words, once as it is spelled and once with plain letters.
package struct TokenizedText: Sendable {
  /// The text in its normal form.
  package let source: String
  /// The words in small letters, one after the other, without spaces.
  package private(set) var exact: [UInt8] = []
  /// The same with plain letters: å, ä as a, ö as o.
  package private(set) var folded: [UInt8] = []
  package private(set) var tokens: [Token] = []
  /// For each sentence, whether it ends with a question mark.
  package private(set) var isQuestion: [Bool] = []
  /// Where each sentence but the last ends, in bytes of ``source``.
  private var sentenceEnds: [Int] = []
  /// Letters of writing systems other than the Latin, against all letters: 0 to 1.
  package private(set) var foreignLetters: Float = 0

  package init(_ text: String) {
    var text = text.normalForm
    source = text
    var scan = Scan()
    text.withUTF8 { bytes in
      exact.reserveCapacity(bytes.count)
      folded.reserveCapacity(bytes.count)
      tokens.reserveCapacity(bytes.count / 5 + 1)
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte.isPlainLetterOrDigit {
          take(byte, &scan)
          place += 1
          continue
        }
        let (scalar, length) = bytes.scalar(at: place)
        place += length
        let sentence = scan.sentence
        take(scalar, next: place < bytes.count ? bytes.scalar(at: place).scalar : nil, &scan)
        if scan.sentence > sentence { sentenceEnds.append(place) }
      }
    }
    endToken(&scan)
    if scan.sentenceHasWords || isQuestion.isEmpty { isQuestion.append(false) }
    if scan.letters > 0 { foreignLetters = Float(scan.foreign) / Float(scan.letters) }
  }

  private struct Scan {
    var exactStart = 0
    var foldedStart = 0
    var isCapitalized = false
    var isNumber = true
    var inToken = false
    var joint: UInt8 = 0
    var last: Unicode.Scalar = " "
    var sentence = 0
    var sentenceHasWords = false
    var letters = 0
    var foreign = 0
  }

  /// Takes an ASCII letter or digit, as most bytes are.
  private mutating func take(_ byte: UInt8, _ scan: inout Scan) {
    let isCapital = (0x41...0x5A).contains(byte)
    if !scan.inToken { beginToken(isCapitalized: isCapital, &scan) }
    if byte > 0x39 {
      scan.isNumber = false
      scan.letters += 1
    }
    let small = isCapital ? byte + 32 : byte
    exact.append(small)
    folded.append(small)
    scan.last = Unicode.Scalar(byte)
  }

  private mutating func beginToken(isCapitalized: Bool, _ scan: inout Scan) {
    scan.inToken = true
    scan.exactStart = exact.count
    scan.foldedStart = folded.count
    scan.isNumber = true
    scan.isCapitalized = isCapitalized
    scan.joint = scan.last.value > 0x20 && scan.last.value < 0x7F ? UInt8(scan.last.value) : 0
  }

  /// Takes any other character.
  private mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, _ scan: inout Scan) {
    defer { scan.last = scalar }
    if scalar.isWordScalar {
      if !scan.inToken { beginToken(isCapitalized: scalar.isCapital, &scan) }
      scan.isNumber = false
      scan.letters += 1
      if scalar.value > 0x24F { scan.foreign += 1 }
      let small = LetterFolding.lowercase(scalar)
      UTF8.encode(small) { exact.append($0) }
      UTF8.encode(LetterFolding.plain(small)) { folded.append($0) }
      return
    }
    if scan.inToken {
      // "can't" is one word, and so is "NMT:s" without its ending.
      if scalar.isApostrophe, let next, next.isWordScalar { return }
      if scalar == "&", let next, next.isWordScalar, exact.count - scan.exactStart == 1 { return }
    }
    endToken(&scan)
    if scalar == "§" {
      appendSign(scalar, &scan)
      return
    }
    let endsSentence =
      switch scalar {
      case "?", "!", "\n", "…": true
      case ".": endsAtFullStop(next: next, scan)
      default: false
      }
    if endsSentence, scan.sentenceHasWords {
      isQuestion.append(scalar == "?")
      scan.sentence += 1
      scan.sentenceHasWords = false
    } else if scalar == "?", !isQuestion.isEmpty, !scan.sentenceHasWords {
      isQuestion[isQuestion.count - 1] = true
    }
  }

  private mutating func endToken(_ scan: inout Scan) {
    guard scan.inToken else { return }
    scan.inToken = false
    let token = Token(
      exact: scan.exactStart..<exact.count, folded: scan.foldedStart..<folded.count,
      isCapitalized: scan.isCapitalized, isNumber: scan.isNumber, sentence: scan.sentence,
      joint: scan.joint)
    // The genitive of an abbreviation: "NMT:s", "IOM:s".
    if token.joint == UInt8(ascii: ":"), exact[token.exact].elementsEqual([UInt8(ascii: "s")]) {
      exact.removeLast()
      folded.removeLast()
      return
    }
    tokens.append(token)
    scan.sentenceHasWords = true
  }

  /// The paragraph sign is a word of its own, wherever it is written.
  private mutating func appendSign(_ sign: Unicode.Scalar, _ scan: inout Scan) {
    let start = (exact.count, folded.count)
    UTF8.encode(sign) { exact.append($0) }
    UTF8.encode(sign) { folded.append($0) }
    tokens.append(
      Token(
        exact: start.0..<exact.count, folded: start.1..<folded.count, isCapitalized: false,
        isNumber: false, sentence: scan.sentence, joint: 0))
    scan.sentenceHasWords = true
  }

  /// A full stop ends a sentence, but not after a number or an abbreviation ("6 kap. 12 §").
  private func endsAtFullStop(next: Unicode.Scalar?, _ scan: Scan) -> Bool {
    guard let next else { return true }
    guard next == " " || next == "\n", let last = tokens.last else { return false }
    return last.exact.count > 3
      || (!last.isNumber && last.exact.count > 1)
        && !["kap", "art", "st", "ca", "bl", "ex", "nr", "tel", "mr", "no", "dr"].contains(
          word(tokens.count - 1))
  }

  /// A word as it is spelled, in small letters.
  package func word(_ index: Int) -> String {
    String(decoding: exact[tokens[index].exact], as: UTF8.self)
  }

  /// A word in plain letters.
  package func foldedWord(_ index: Int) -> String {
    String(decoding: folded[tokens[index].folded], as: UTF8.self)
  }

  /// The same text with other words, in plain letters, at some places.
  func replacing(_ words: [Int: [UInt8]]) -> TokenizedText {
    guard !words.isEmpty else { return self }
    var text = self
    text.exact = []
    text.folded = []
    for (index, token) in tokens.enumerated() {
      let starts = (text.exact.count, text.folded.count)
      text.exact += words[index] ?? Array(exact[token.exact])
      text.folded += words[index] ?? Array(folded[token.folded])
      text.tokens[index] = Token(
        exact: starts.0..<text.exact.count, folded: starts.1..<text.folded.count,
        isCapitalized: token.isCapitalized, isNumber: token.isNumber, sentence: token.sentence,
        joint: token.joint)
    }
    return text
  }

  /// The number that a token of digits is; nil where it is none or too great.
  package func number(_ index: Int) -> Int? {
    tokens[index].isNumber ? Int(word(index)) : nil
  }

  /// The sentences of ``source``, as they stand there.
  package var sentences: [String] {
    let bytes = Array(source.utf8)
    var start = 0
    return (sentenceEnds + [bytes.count]).map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// How many sentences the text has; at least one.
  package var sentenceCount: Int { isQuestion.count }
}

extension Unicode.Scalar {
  /// Whether words and numbers are made of it.
  var isWordScalar: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0: value == 0xAA || value == 0xBA || value == 0xB5
    case 0xC0...0x24F: value != 0xD7 && value != 0xF7
    case 0x300...0x36F: true
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }

  fileprivate var isCapital: Bool {
    switch value {
    case 0..<0xC0: false
    case 0xC0...0xDE: value != 0xD7
    case 0xDF...0xFF: false
    default: properties.isUppercase
    }
  }

  fileprivate var isApostrophe: Bool { self == "'" || self == "`" }
}

extension UInt8 {
  fileprivate var isPlainLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a place in valid UTF-8, and how many bytes it takes.
  fileprivate func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(self[place])
    func rest(_ number: Int) -> UInt32 { UInt32(self[place + number] & 0x3F) }
    let value: UInt32
    let length: Int
    switch first {
    case 0..<0x80: (value, length) = (first, 1)
    case 0..<0xE0: (value, length) = ((first & 0x1F) << 6 | rest(1), 2)
    case 0..<0xF0: (value, length) = ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    default:
      (value, length) = ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
