import Knowledge

/// What a bridge shows before anything is asked: what the assistant is called, what it answers, whom to
/// call. It is the knowledge's own, so that a bridge speaks of whatever it serves.
package struct About: Equatable, Sendable {
  /// How one language says it; a text is empty where the knowledge words none.
  package struct Wording: Equatable, Sendable {
    package let language: LanguageCode
    package let title: String
    package let intro: String
    package let urgent: String
    package let error: String

    /// The welcome whole, and below it whom to call.
    package let lines: [String]

    fileprivate init(_ knowledge: KnowledgeBase, _ language: LanguageCode) {
      self.language = language
      let welcome = knowledge.welcome(in: language)
      urgent = knowledge.phrase("welcome-urgent", in: language)
      error = knowledge.phrase("bridge-error", in: language)
      lines = [welcome, urgent].filter { !$0.isEmpty }
      // "The library: answers on loans." begins with what the assistant is called.
      if let end = welcome.firstRange(of: ": ") {
        title = String(welcome[..<end.lowerBound])
        let rest = welcome[end.upperBound...]
        intro = rest.prefix(1).uppercased() + rest.dropFirst()
      } else {
        title = ""
        intro = welcome
      }
    }
  }

  package let wordings: [Wording]
  /// The numbers that these texts name, as they are written there, so that they can be touched.
  package let telephones: [String]

  /// In one language, or in all.
  package init(_ knowledge: KnowledgeBase, language: LanguageCode?) {
    wordings = (language.map { [$0] } ?? knowledge.languages).map { Wording(knowledge, $0) }
    var telephones: [String] = []
    let texts = wordings.flatMap { [$0.urgent, $0.error] }
    for number in texts.flatMap(Self.telephones) where !telephones.contains(number) {
      telephones.append(number)
    }
    self.telephones = telephones
  }

  /// Three digits or more, with single spaces and hyphens between them; no year.
  private static func telephones(in text: String) -> [String] {
    var found: [String] = []
    var number = ""
    for character in text + "\n" {
      let follows = number.last?.isDigit ?? false
      if character.isDigit || follows && (character == " " || character == "-") {
        number.append(character)
        continue
      }
      if let last = number.last, !last.isDigit { number.removeLast() }
      let isYear = number.utf8.count == 4 && ["19", "20"].contains(number.prefix(2))
      if number.count(where: \.isDigit) >= 3, !isYear { found.append(number) }
      number = character == "+" ? "+" : ""
    }
    return found
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
