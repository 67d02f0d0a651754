/// What languages are called, for the few sentences that the program says about them.
package enum LanguageNames {
  private static let swedish = [
    "sv": "svenska", "en": "engelska", "de": "tyska", "fr": "franska", "fi": "finska",
    "no": "norska", "da": "danska", "es": "spanska", "ar": "arabiska", "pl": "polska",
    "uk": "ukrainska", "so": "somaliska", "fa": "persiska", "ti": "tigrinja",
  ]
  private static let english = [
    "sv": "Swedish", "en": "English", "de": "German", "fr": "French", "fi": "Finnish",
    "no": "Norwegian", "da": "Danish", "es": "Spanish", "ar": "Arabic", "pl": "Polish",
    "uk": "Ukrainian", "so": "Somali", "fa": "Persian", "ti": "Tigrinya",
  ]

  /// The name of a language in another; its code where the program knows no name.
  package static func name(of code: LanguageCode, in language: LanguageCode) -> String {
    switch language {
    case "sv": swedish[code] ?? code
    case "en": english[code] ?? code
    default: code
    }
  }
}
