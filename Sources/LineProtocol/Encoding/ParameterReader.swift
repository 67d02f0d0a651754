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
  private var seen: Set<String> = []
  private(set) var isBad = false

  init(languages: [LanguageCode]) {
    self.languages = languages
  }

  /// Takes a parameter; unknown ones are ignored, even twice.
  mutating func take(_ name: some StringProtocol, _ value: some StringProtocol) {
    switch name {
    case "conv", "ctx", "lang", "width": break
    default: return
    }
    if !seen.insert(String(name)).inserted { isBad = true }
    switch name {
    case "conv":
      let isVisible = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      if value.isEmpty || value.utf8.count > Self.longestName || !isVisible { isBad = true }
      conversation = String(value)
    case "ctx": token = String(value)
    case "lang":
      if value != "auto", !languages.contains(String(value)) { isBad = true }
      language = value == "auto" ? nil : String(value)
    default:
      let digits = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if let number = Int(value), digits, Self.widths.contains(number) {
        width = number
      } else {
        isBad = true
      }
    }
  }

  /// Says that a value was of a type that no parameter has.
  mutating func takeWrongType() { isBad = true }

  /// The request, or why it is refused, in the protocol's order of precedence.
  func request(id: RequestID, verb: Verb, text: String) throws(RefusedRequest) -> Request {
    let both = conversation != nil && token != nil
    let tokenWithoutQuestion = token != nil && (verb == .why || verb == .forget)
    if isBad || both || tokenWithoutQuestion {
      throw RefusedRequest(id: id, error: .badParameter)
    }
    let question = text.withControlsAsSpaces
    if verb == .ask, question.allSatisfy(\.isWhitespace) {
      throw RefusedRequest(id: id, error: .emptyText)
    }
    let key: ConversationKey =
      conversation.map { .named($0) } ?? token.map { .carried($0) } ?? .own
    return Request(
      id: id, verb: verb, conversation: key, language: language, width: width,
      text: verb == .ask ? question : "")
  }
}

extension String {
  /// The text with a space for each control character.
  package var withControlsAsSpaces: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.isControl ? " " : scalar) }
    return String(scalars)
  }
}
