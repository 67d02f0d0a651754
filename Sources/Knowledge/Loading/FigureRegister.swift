/// The figures that answers may state: telephone numbers, paragraphs, amounts, dates, addresses.
///
/// A wrong number is the worst slip there is, and the easiest. So every figure stands at least twice:
/// where it is said, and in a `~` line of its topic or of a `.facts` file. A folder without such a
/// file is not held to it.
struct FigureRegister {
  /// For every topic, from the `.facts` files.
  private var common: [SourceLine] = []
  private var spoken: [(line: SourceLine, topic: TopicID?)] = []
  private var stated: [TopicID: [SourceLine]] = [:]

  /// A `~` line of a `.facts` file.
  mutating func register(_ line: SourceLine) {
    common.append(line)
  }

  /// The lines of a file of topics or phrases, those that are said to the asker among them.
  mutating func take(_ lines: [SourceLine], topic: TopicID?) {
    for line in lines {
      switch line.mark {
      case .answer, .quotation: spoken.append((line, topic))
      case .key(let key) where topic == nil || Self.saidKeys.contains(key):
        spoken.append((line, topic))
      case .fact: if let topic { stated[topic, default: []].append(line) }
      default: break
      }
    }
  }

  /// Figures that stand nowhere else, and registered ones that nobody says.
  func problems() -> [Problem] {
    guard !common.isEmpty else { return [] }
    var problems: [Problem] = []
    var unsaid = Set(common.indices)
    let forms = common.map { Array($0.text.factForm) }
    for (line, topic) in spoken {
      let own = (topic.flatMap { stated[$0] } ?? []).map { Array($0.text.factForm) }
      var rest = Array(line.text.factForm)
      for form in own.sorted(by: { $0.count > $1.count }) { _ = Self.blank(form, in: &rest) }
      for (number, form) in forms.enumerated().sorted(by: { $0.1.count > $1.1.count })
      where Self.blank(form, in: &rest) {
        unsaid.remove(number)
      }
      if let figure = Self.firstFigure(in: rest) {
        problems.append(Problem(.error, KnowledgeCause.unregisteredFigure(figure), at: line))
      }
    }
    for number in unsaid {
      problems.append(
        Problem(.error, KnowledgeCause.unsaidFigure(common[number].text), at: common[number]))
    }
    return problems
  }

  private static let saidKeys: Set<String> = [
    "telephone", "mail", "statute", "title", "section", "as-of",
  ]
  private static let numberWords: Set<String> = [
    "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  private static let units: Set<String> = [
    "år", "dagar", "månader", "veckor", "years", "days", "months", "weeks", "regioner", "regions",
  ]

  /// Puts spaces in place of every whole occurrence of a form; whether there was one.
  private static func blank(_ form: [Character], in text: inout [Character]) -> Bool {
    guard !form.isEmpty, text.count >= form.count else { return false }
    var found = false
    for start in 0...(text.count - form.count) {
      let end = start + form.count
      guard text[start..<end].elementsEqual(form),
        start == 0 || !(text[start - 1].isNumber || text[start - 1].isLetter),
        end == text.count || !(text[end].isNumber || text[end].isLetter)
      else { continue }
      found = true
      for place in start..<end { text[place] = " " }
    }
    return found
  }

  /// A word with a digit, an address, or a number in letters before a unit.
  private static func firstFigure(in text: [Character]) -> String? {
    let words = text.split(separator: " ").map { String($0) }
    for (place, word) in words.enumerated() {
      // "1." at the beginning numbers a list.
      if place == 0, word.hasSuffix("."), word.dropLast().allSatisfy(\.isNumber) { continue }
      if word.contains(where: { $0.isNumber || $0 == "@" }) || word.contains("www.") {
        return word
      }
      if numberWords.contains(word), place + 1 < words.count,
        units.contains(words[place + 1].filter { $0.isLetter })
      {
        return word + " " + words[place + 1]
      }
    }
    return nil
  }
}
