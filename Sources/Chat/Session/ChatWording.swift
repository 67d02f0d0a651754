import Knowledge

/// What the REPL itself says, in both languages of the interface.
enum ChatWording {
  static let privatePrompt = Bilingual("privat> ", "private> ")

  static let welcome = Bilingual(
    ":hjälp visar kommandon. Inget sparas.", ":help lists commands. Nothing is saved.")
  static let welcomeWithHistory = Bilingual(
    ":hjälp visar kommandon. Frågor sparas.", ":help lists commands. Questions saved.")

  static let howToAsk = Bilingual(
    "Fråga med egna ord, på svenska eller engelska. Kommandon börjar med kolon.",
    "Ask in your own words, in Swedish or English. Commands begin with a colon.")
  static let keys = Bilingual(
    "Tab fyller i, pil upp och Ctrl-R hittar frågor, Ctrl-C tömmer raden.",
    "Tab completes, arrow up and Ctrl-R find questions, Ctrl-C clears the line.")

  static func unknownCommand(nearest: String?) -> Bilingual {
    guard let nearest else {
      return Bilingual(
        "Kommandot finns inte. :hjälp visar alla.", "There is no such command. :help lists all.")
    }
    return Bilingual(
      "Kommandot finns inte. Menade du :\(nearest)?",
      "There is no such command. Did you mean :\(nearest)?")
  }

  static let nothingYet = Bilingual("Inget har frågats ännu.", "Nothing has been asked yet.")
  static let noSource = Bilingual("Svaret har ingen källa.", "The answer has no source.")
  static let newConversation = Bilingual("Nytt samtal.", "A new conversation.")

  static let privateOn = Bilingual(
    "Privat: inget av det du skriver nu sparas. :privat igen stänger av det.",
    "Private: nothing that you type now is saved. :private again turns it off.")
  static let privateOff = Bilingual(
    "Inte längre privat. Nytt samtal.", "No longer private. A new conversation.")

  static let reloaded = Bilingual(
    "Kunskapen är läst på nytt.", "The knowledge has been read again.")
  static let reloadFailed = Bilingual(
    "Kunskapen har fel; den gamla används.", "The knowledge has errors; the old one stays in use.")

  static let saveNeedsName = Bilingual(
    "Skriv ett filnamn också: :spara FIL", "Give a file name too: :save FILE")
  static let nothingToSave = Bilingual(
    "Det finns inget att spara.", "There is nothing to save.")

  static func languageSet(_ code: String) -> Bilingual {
    code == "auto"
      ? Bilingual("Svaren följer frågans språk.", "Answers follow the language of the question.")
      : Bilingual("Svarens språk: \(code).", "The language of the answers: \(code).")
  }

  static func languageChoices(_ choices: [String], now: String) -> Bilingual {
    let list = choices.joined(separator: ", ")
    return Bilingual(
      "Svarens språk är nu \(now). Välj ett av: \(list).",
      "The language of the answers is now \(now). Choose one of: \(list).")
  }

  /// What languages are called by those who choose one.
  static let languageCodes = [
    "svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en",
  ]

  static let transcriptComment = Bilingual(
    "Sparat från ett samtal; lägg till ~ för det som måste sägas.",
    "Saved from a session; add ~ for what must be stated.")

  static func conversation(_ number: Int) -> Bilingual {
    Bilingual("Samtal \(number)", "Conversation \(number)")
  }
}
