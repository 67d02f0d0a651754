/// What all bridges say of their own.
package enum SharedWords {
  /// In a language, or in both where it is not known.
  package static func say(_ swedish: String, _ english: String, in language: String?) -> String {
    switch language {
    case "sv": swedish
    case "en": english
    default: "\(swedish) \(english)"
    }
  }

  package static func tooMuch(_ language: String?) -> String {
    say(
      "Du frågar mer än jag hinner svara på. Vänta en minut. Akut fara besvaras alltid: ring 112.",
      "You ask more than I can answer. Wait a minute. Acute danger is always answered: call 112.",
      in: language)
  }
}
