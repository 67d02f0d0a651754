import Knowledge
import Understanding

/// The numbers that a text states, in digits and in words, whatever its language.
package struct StatedNumbers {
  /// As digits, with a point before decimals: "1 130" and "1,130" of English are "1130".
  package private(set) var values: Set<String> = []

  /// What a text may state as well: "both" is two, and so may "the two" be.
  package private(set) var implied: Set<String> = []

  private static let pairs: Set<String> = ["båda", "bägge", "både", "both"]
  private static let articles: Set<String> = ["de", "dessa", "the", "these", "those"]

  /// Numbers in words, without those that are other words as well ("one", "en").
  private static let words: [LanguageCode: [String: Int]] = [
    "sv": [
      "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
      "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16,
      "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40,
      "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
    ],
    "en": [
      "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
      "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
      "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
      "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ],
  ]
  /// Words of a language that are numbers only before a unit: "sex år".
  private static let wordsBeforeUnits: [LanguageCode: [String: Int]] = ["sv": ["sex": 6]]
  private static let units: Set<String> = [
    "år", "månader", "veckor", "dagar", "timmar", "minuter", "län", "regioner", "kronor", "gånger",
    "personer", "barn",
  ]

  package init(_ text: String, language: LanguageCode) {
    let words = Self.words[language] ?? [:]
    let before = Self.wordsBeforeUnits[language] ?? [:]
    let form = Array(text.comparisonForm)
    var place = 0
    var pending: Int?
    var last = ""
    while place < form.count {
      if form[place].isDigit {
        if let number = pending {
          values.insert("\(number)")
          pending = nil
        }
        takeDigits(form, &place, language)
      } else if form[place].isLetter {
        let word = String(form[place...].prefix(while: \.isLetter))
        place += word.count
        if let number = pending, Self.units.contains(word) { values.insert("\(number)") }
        pending = before[word]
        if Self.pairs.contains(word) { implied.insert("2") }
        if let number = words[word] {
          if Self.articles.contains(last) {
            implied.insert("\(number)")
          } else {
            values.insert("\(number)")
          }
        }
        last = word
      } else {
        place += 1
      }
    }
  }

  /// Digits with their decimals and thousands; those of a telephone number each for itself.
  private mutating func takeDigits(
    _ form: [Character], _ place: inout Int, _ language: LanguageCode
  ) {
    var number = ""
    let decimal: Character = language == "en" ? "." : ","
    let thousands: Character = language == "en" ? "," : "."
    while place < form.count, form[place].isDigit {
      number.append(form[place])
      place += 1
      guard place + 1 < form.count, form[place + 1].isDigit else { continue }
      let group = form[(place + 1)...].prefix(while: \.isDigit).count
      if form[place] == decimal, !number.contains(".") {
        number.append(".")
        place += 1
      } else if form[place] == thousands, group == 3, number.count <= 3 {
        place += 1
      }
    }
    values.insert(number)
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}

extension KnowledgeReview {
  /// Numbers that one language of an answer states and another does not.
  mutating func reviewNumbers(_ topic: Topic) {
    reviewNumbers(topic.texts.mapValues { $0.answer })
    for part in topic.parts { reviewNumbers(part.texts.mapValues { $0.answer }) }
  }

  private mutating func reviewNumbers(_ answers: [LanguageCode: [AnswerLine]]) {
    let codes = answers.keys.sorted { $0 > $1 }
    for (place, code) in codes.enumerated() {
      for other in codes[(place + 1)...] {
        let (own, others) = (numbers(answers[code], code), numbers(answers[other], other))
        let missing = own.stated.filter {
          others.stated[$0.key] == nil && !others.implied.contains($0.key)
        }
        let surplus = others.stated.filter {
          own.stated[$0.key] == nil && !own.implied.contains($0.key)
        }
        guard !missing.isEmpty || !surplus.isEmpty,
          let line = missing.values.min(by: { $0.position < $1.position }) ?? answers[code]?.first,
          let otherLine = surplus.values.min(by: { $0.position < $1.position })
            ?? answers[other]?.first
        else { continue }
        warn(
          .otherNumbers(
            missing.keys.sorted(), in: code, others: surplus.keys.sorted(), of: other,
            line: otherLine.text, at: otherLine.position), line.position, "< " + line.text)
      }
    }
  }

  /// Each number with the first line that states it, and those that are implied.
  private func numbers(
    _ lines: [AnswerLine]?, _ code: LanguageCode
  ) -> (stated: [String: AnswerLine], implied: Set<String>) {
    var found: [String: AnswerLine] = [:]
    var implied: Set<String> = []
    for line in lines ?? [] where line.style == .text {
      let numbers = StatedNumbers(line.text, language: code)
      for value in numbers.values where found[value] == nil { found[value] = line }
      implied.formUnion(numbers.implied)
    }
    return (found, implied)
  }
}
