extension String {
  /// Whether the text is a telephone number as Swedes write them: `040-34 93 54`, `112`, `114 14`.
  package var isTelephoneNumber: Bool {
    let digits = filter { $0.isASCII && $0.isNumber }.count
    guard allSatisfy({ ($0.isASCII && $0.isNumber) || $0 == " " || $0 == "-" || $0 == "+" }),
      first?.isNumber == true || first == "+", last?.isNumber == true,
      !contains("  "), !contains("--"), filter({ $0 == "-" }).count <= 1
    else { return false }
    return digits == 3 || digits == 5 || digits == 6 || (8...13).contains(digits)
  }

  /// Whether the text can be a mail address; letters beyond ASCII are allowed.
  package var isMailAddress: Bool {
    let sides = split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return false }
    let labels = sides[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && (labels.last?.count ?? 0) >= 2
      && !labels.contains { $0.isEmpty }
      && !sides[0].hasPrefix(".") && !sides[0].hasSuffix(".") && !sides[0].contains("..")
      && allSatisfy { $0.isLetter || $0.isNumber || "@.-_+".contains($0) }
  }

  /// Whether the text is a year, a month, or a date of the calendar: `2018`, `2018-07`, `2018-07-01`.
  package var isDate: Bool {
    let fields = split(separator: "-", omittingEmptySubsequences: false)
    guard fields.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      fields[0].count == 4
    else { return false }
    if fields.count == 1 { return true }
    guard fields[1].count == 2, let year = Int(fields[0]), let month = Int(fields[1]),
      (1...12).contains(month)
    else { return false }
    if fields.count == 2 { return true }
    guard fields.count == 3, fields[2].count == 2, let day = Int(fields[2]) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
