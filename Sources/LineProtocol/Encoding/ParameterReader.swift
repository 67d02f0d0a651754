import Knowledge

/// The parameters of a request, whatever encoding they came in.
struct ParameterReader {
  static let widths = 20...8192
  static let longestName = 128

  let languages: [LanguageCode]
  private(set) var conversation: String?
  private(set) var token: String?
  private(set) var language: LanguageCode?
  private(set) var width: Int?
  private(set) var isBad = false
  private var seen: Set<String> = []

  init(languages: [LanguageCode]) {
    self.languages = languages
  }

  /// Takes a parameter; unknown ones are ignored, even twice.
  mutating func take(_ name: String, _ value: String) {
    switch name {
    case "conv":
      let isVisible = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      if value.isEmpty || value.utf8.count > Self.longestName || !isVisible { isBad = true }
      conversation = value
    case "ctx":
      token = value
    case "lang":
      if value != "auto", !languages.contains(value) { isBad = true }
      language = value == "auto" ? nil : value
    case "width":
      let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      width = isNumber ? Int(value) : nil
      if !(width.map(Self.widths.contains) ?? false) { isBad = true }
    default: return
    }
    if !seen.insert(name).inserted { isBad = true }
  }

  /// Says that a value was of a wrong type, or that a name stood twice.
  mutating func takeFault() { isBad = true }

  /// The request, or why it is refused, in the protocol's order of precedence.
  func request(id: RequestID, verb: Verb, text: String) throws(RefusedRequest) -> Request {
    let both = conversation != nil && token != nil
    let tokenWithoutQuestion = token != nil && (verb == .why || verb == .forget)
    if isBad || both || tokenWithoutQuestion {
      throw RefusedRequest(id: id, error: .badParameter)
    }
    let question = verb == .ask ? text.withControlsAsSpaces : ""
    if verb == .ask, question.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      throw RefusedRequest(id: id, error: .emptyText)
    }
    let key: ConversationKey =
      conversation.map { .named($0) } ?? token.map { .carried($0) } ?? .own
    return Request(
      id: id, verb: verb, conversation: key, language: language, width: width, text: question)
  }
}

extension String {
  /// False where a look at the bytes shows that no control can be among them: they all begin with
  /// one of these.
  var mayHoldControl: Bool {
    utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
  }

  /// The text with a space for each control character.
  package var withControlsAsSpaces: String {
    guard mayHoldControl, unicodeScalars.contains(where: \.isControl) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.isControl ? " " : scalar) }
    return String(scalars)
  }
}
