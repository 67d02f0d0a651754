import FoundationEssentials

/// An answer as HTML, with telephones and mail that can be touched.
package enum FormattedText {
  package static func html(_ lines: [String]) -> String {
    guard let opening = lines.first else { return "" }
    let rest = lines.dropFirst().map(linked)
    return "<p>\(linked(opening))</p>"
      + (rest.isEmpty ? "" : "<p>\(rest.joined(separator: "<br>"))</p>")
  }

  package static func linked(_ line: String) -> String {
    // 112; 020-39 00 00; 040-34 93 54; what has an @ in it.
    let pattern =
      /(?<mail>[\p{L}\p{N}._+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+)|(?<tel>(?:\+\d{1,3}[ \-]?|0)\d{1,3}[\- ]\d{2,4}(?: ?\d{2,4}){1,4}|112)/
    var html = ""
    var place = line.startIndex
    for match in line.matches(of: pattern) {
      let text = String(line[match.range])
      html += escaped(line[place..<match.range.lowerBound])
      place = match.range.upperBound
      if match.output.mail != nil {
        html += "<a href=\"mailto:\(percentEncoded(text))\">\(escaped(text))</a>"
      } else if standsAlone(match.range, in: line) {
        let digits = text.filter { $0.isNumber || $0 == "+" }
        html += "<a href=\"tel:\(digits)\">\(escaped(text))</a>"
      } else {
        html += escaped(text)
      }
    }
    return html + escaped(line[place...])
  }

  /// Whether no letter or digit is joined to it: 112 in 1121 is no telephone.
  private static func standsAlone(_ range: Range<String.Index>, in line: String) -> Bool {
    let before = line[..<range.lowerBound].last
    let after = line[range.upperBound...].first
    func joins(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber } ?? false
    }
    return !joins(before) && !joins(after)
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).unicodeScalars.reduce(into: "") {
      switch $1 {
      case "&": $0 += "&amp;"
      case "<": $0 += "&lt;"
      case ">": $0 += "&gt;"
      case "\"": $0 += "&quot;"
      default: $0.unicodeScalars.append($1)
      }
    }
  }

  static func percentEncoded(_ text: String, keeping more: String = "@") -> String {
    text.utf8.reduce(into: "") {
      let scalar = Unicode.Scalar($1)
      let isPlain =
        $1 < 0x80
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._~".unicodeScalars.contains(scalar) || more.unicodeScalars.contains(scalar))
      if isPlain {
        $0.unicodeScalars.append(scalar)
      } else {
        $0 += "%" + ($1 < 16 ? "0" : "") + String($1, radix: 16, uppercase: true)
      }
    }
  }
}
