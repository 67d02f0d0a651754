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
    let forms = sorted(common)
    let ownForms = stated.mapValues { sorted($0) }
    for (line, topic) in spoken {
      let own = topic.flatMap { ownForms[$0] } ?? []
      var rest = ComparedForm(fact: line.text)
      let digits = Digits(of: rest)
      for form in own where form.digits.isSubset(of: digits) {
        _ = FigureText.blank(form.form, in: &rest)
      }
      for form in forms
      where form.digits.isSubset(of: digits) && FigureText.blank(form.form, in: &rest) {
        unsaid.remove(form.number)
      }
      if let figure = FigureText.firstFigure(in: rest) {
        problems.append(Problem(.error, KnowledgeCause.unregisteredFigure(figure), at: line))
      }
    }
    for number in unsaid {
      problems.append(
        Problem(.error, KnowledgeCause.unsaidFigure(common[number].text), at: common[number]))
    }
    return problems
  }

  private typealias NumberedForm = (number: Int, form: ComparedForm, digits: Digits)

  /// The forms of lines with their places among these, the longest first: "18 years" is no 8.
  private func sorted(_ lines: [SourceLine]) -> [NumberedForm] {
    lines.enumerated().map { number, line in
      let form = ComparedForm(fact: line.text)
      return (form.characters.count, (number, form, Digits(of: form)))
    }
    .sorted { $0.0 > $1.0 }.map(\.1)
  }

  /// Which of the ten digits a form has: one that has others than a line cannot stand in it.
  private struct Digits: OptionSet {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(of form: ComparedForm) {
      var bits: UInt16 = 0
      func take(_ byte: UInt8) { if (0x30...0x39).contains(byte) { bits |= 1 << (byte - 0x30) } }
      switch form {
      case .plain(let bytes): for byte in bytes { take(byte) }
      case .other(let characters): for byte in String(characters).utf8 { take(byte) }
      }
      rawValue = bits
    }
  }

  private static let saidKeys: Set<String> = ["telephone", "mail", "statute", "title"]
}
