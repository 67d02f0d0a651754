extension LanguageCode {
  /// What a language is called; its code where the program has no name for it.
  package var languageName: Bilingual {
    switch self {
    case "sv": Bilingual("svenska", "Swedish")
    case "en": Bilingual("engelska", "English")
    case "de": Bilingual("tyska", "German")
    case "fi": Bilingual("finska", "Finnish")
    case "no", "nb": Bilingual("norska", "Norwegian")
    case "nn": Bilingual("nynorska", "Nynorsk")
    case "da": Bilingual("danska", "Danish")
    case "fr": Bilingual("franska", "French")
    case "es": Bilingual("spanska", "Spanish")
    default: Bilingual("språket ”\(self)”", "the language “\(self)”")
    }
  }
}
