/// A notion, with the words and phrases of all languages that mean it.
package struct Concept: Sendable {
  package let name: String
  /// What the assistant itself uses the concept for; nil for most.
  package let role: ConceptRole?
  /// The ages in years that mean the concept too ("15-åring", "aged 34").
  package let ages: ClosedRange<Int>?
  /// Words and phrases; `*` at the end of a word stands for any ending, at its start for any
  /// beginning.
  package let words: [Example]
  package let position: Position
}

/// The assistant's own sentences in one language, by name, with `{placeholders}`.
package struct Phrases: Sendable {
  package private(set) var texts: [String: String] = [:]

  package init(texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The phrase with each `{name}` replaced; nil where the knowledge has none of the name.
  package subscript(name: String, values: [String: String] = [:]) -> String? {
    guard let text = texts[name] else { return nil }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let value = values[String(rest[rest.utf8.index(after: open)..<close])]
      let next = rest.utf8.index(after: close)
      result += rest[..<open]
      result += value ?? String(rest[open..<next])
      rest = rest[next...]
    }
    return result + rest
  }
}

extension String {
  /// The text with every occurrence of `target` replaced; the replacement is not searched again.
  package func replacingAll(_ target: String, with replacement: String) -> String {
    guard !target.isEmpty else { return self }
    if target.utf8.allSatisfy({ $0 < 0x80 }) { return replacingASCII(target, with: replacement) }
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: target) {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// The same for signs that are written in one way only: byte by byte, which is many times faster.
  private func replacingASCII(_ target: String, with replacement: String) -> String {
    var result: [UInt8] = []
    var text = self
    let pattern = Array(target.utf8)
    let found = text.withUTF8 { bytes -> Bool in
      guard bytes.count >= pattern.count, bytes.contains(pattern[0]) else { return false }
      result.reserveCapacity(bytes.count + replacement.utf8.count)
      var place = 0
      while place < bytes.count {
        if bytes[place] == pattern[0], place + pattern.count <= bytes.count,
          bytes[place..<place + pattern.count].elementsEqual(pattern)
        {
          result.append(contentsOf: replacement.utf8)
          place += pattern.count
        } else {
          result.append(bytes[place])
          place += 1
        }
      }
      return true
    }
    return found ? String(decoding: result, as: UTF8.self) : self
  }
}
