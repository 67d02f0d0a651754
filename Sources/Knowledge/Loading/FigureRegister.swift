/// The figures that answers may state: telephone numbers, paragraphs, amounts, dates, addresses.
///
/// A wrong number is the worst slip there is, and the easiest. So every figure stands at least twice:
/// where it is said, and in a `~` line of its topic or of a `.facts` file. A folder without such a
/// file is not held to it.
struct FigureRegister {
  /// Tells what is a figure.
  var finder = FigureFinder()
  /// For every topic, from the `.facts` files.
  private var common: [SourceLine] = []
  /// The forms of named facts: a header states them as they are.
  private var named: [String] = []
  private var spoken: [(line: SourceLine, topic: TopicID?)] = []
  private var stated: [TopicID: [SourceLine]] = [:]

  /// The keys of a topic whose values are said to the asker. A source's year is said as well, but its
  /// form is checked, and one topic may be newer than the others.
  private static let saidKeys: Set<String> = ["telephone", "mail", "statute", "title", "section"]

  /// A `~` line of a `.facts` file.
  mutating func register(_ line: SourceLine) {
    common.append(line)
  }

  mutating func register(_ fact: NamedFact) {
    named += fact.forms.keys.sorted().compactMap { fact.forms[$0] }
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

  /// A registered text: its fact form as bytes, and its place in ``common``.
  private struct Form {
    let bytes: [UInt8]
    let place: Int
  }

  /// Figures that stand nowhere else, and registered ones that nobody says.
  func problems() -> [Problem] {
    guard !common.isEmpty else { return [] }
    var problems: [Problem] = []
    var unsaid = Set(common.indices)
    let forms = Self.forms(of: common)
    let namedForms = named.map { Array($0.comparisonForm.utf8) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
    // What is registered without holding a figure may be said anywhere.
    let others = forms.filter { finder.first(in: String(decoding: $0.bytes, as: UTF8.self)) == nil }
    let own = stated.mapValues(Self.forms)
    for (line, topic) in spoken {
      let text = line.text.comparisonForm
      let hasFigure = finder.first(in: text) != nil
      if !hasFigure, others.isEmpty { continue }
      var rest = Array(text.utf8)
      if case .key = line.mark { for form in namedForms { _ = Self.blank(form, in: &rest) } }
      for form in topic.flatMap({ own[$0] }) ?? [] { _ = Self.blank(form.bytes, in: &rest) }
      for form in hasFigure ? forms : others where Self.blank(form.bytes, in: &rest) {
        unsaid.remove(form.place)
      }
      if let figure = finder.first(in: String(decoding: rest, as: UTF8.self)) {
        problems.append(Problem(.error, KnowledgeCause.unregisteredFigure(figure), at: line))
      }
    }
    for number in unsaid {
      problems.append(
        Problem(.error, KnowledgeCause.unsaidFigure(common[number].text), at: common[number]))
    }
    return problems
  }

  /// The longest first: "30 dagarna" must not be taken for "30 dagar".
  private static func forms(of lines: [SourceLine]) -> [Form] {
    lines.enumerated().map { Form(bytes: Array($1.text.comparisonForm.utf8), place: $0) }
      .filter { !$0.bytes.isEmpty }
      .sorted { ($1.bytes.count, $0.place) < ($0.bytes.count, $1.place) }
  }

  /// Puts spaces in place of every whole occurrence of a form; whether there was one.
  private static func blank(_ form: [UInt8], in text: inout [UInt8]) -> Bool {
    guard text.count >= form.count else { return false }
    var found = false
    for start in 0...(text.count - form.count) where text[start] == form[0] {
      let end = start + form.count
      guard text[start..<end].elementsEqual(form),
        start == 0 || !text[start - 1].isWordByte, end == text.count || !text[end].isWordByte
      else { continue }
      found = true
      for place in start..<end { text[place] = UInt8(ascii: " ") }
    }
    return found
  }
}

extension UInt8 {
  /// Whether the byte is of an ASCII letter or digit, or ends or begins an accented letter.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    // å, ä, ö, é: of C3; their second byte.
    case 0xC3, 0xA0...0xBF: true
    default: false
    }
  }
}
