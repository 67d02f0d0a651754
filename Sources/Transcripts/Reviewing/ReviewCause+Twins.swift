import Knowledge

extension ReviewCause {
  /// Of what does not agree: languages, areas, names, and what is held out.
  var twinWording: (swedish: Wording, english: Wording) {
    switch self {
    case .heldOut(let origin):
      (
        Wording(
          "frågan är undanhållen: den står i \(origin.file):\(origin.line)",
          "Ta bort den här; det som lärs in säger inget om hur ofta svaren stämmer."),
        Wording(
          "the question is held out: it is in \(origin.file):\(origin.line)",
          "Remove it here: what is learnt from cannot show how often the answers are right.")
      )
    case .otherLanguage(let other, let own):
      (
        Wording(
          "texten är på \(other.languageName.swedish), men står bland \(own.languageName.swedish)",
          "Flytta den, eller översätt den."),
        Wording(
          "the text is in \(other.languageName.english), but is placed among \(own.languageName.english)",
          "Move it, or translate it.")
      )
    case .lackingTwin(let twin, let language, let count, let other, let otherCount):
      (
        Wording(
          "\(count == 0 ? "inga" : "bara \(count)") \(twin.name.swedish) på \(language.languageName.swedish) mot \(otherCount) på \(other.languageName.swedish)",
          twin.remedy.swedish),
        Wording(
          "\(count == 0 ? "no" : "only \(count)") \(twin.name.english) in \(language.languageName.english) against \(otherCount) in \(other.languageName.english)",
          twin.remedy.english)
      )
    case .otherNumbers(let own, let language, let others, let other, let line, let position):
      (
        Wording(
          "talen skiljer sig: \(Self.said(own, language.languageName.swedish, "inga fler")), \(Self.said(others, other.languageName.swedish, "inga fler"))",
          "Kontrollera mot källan. Den andra raden: \(position.file):\(position.line): < \(line)"),
        Wording(
          "the numbers differ: \(Self.said(own, language.languageName.english, "no more")), \(Self.said(others, other.languageName.english, "no more"))",
          "Check against the source. The other line: \(position.file):\(position.line): < \(line)")
      )
    case .unsaidArea(let area, let language):
      (
        Wording(
          "\(area) står i covers, men inte i texten på \(language.languageName.swedish)",
          "Skriv in området i texten, eller ta bort det ur covers."),
        Wording(
          "\(area) is in covers, but not in the text in \(language.languageName.english)",
          "Put the area into the text, or remove it from covers.")
      )
    case .surplusArea(let area, let contact):
      (
        Wording(
          "texten nämner \(area), som inte står i covers för ”\(contact)”",
          "Lägg till området i covers, eller ta bort det ur texten."),
        Wording(
          "the text names \(area), which is not in covers of “\(contact)”",
          "Add the area to covers, or remove it from the text.")
      )
    case .unlistedArea(let area, let contact):
      (
        Wording(
          "raden räknar upp områden i ”\(contact)”, men inte \(area)",
          "Lägg till området i raden, eller ta bort det ur covers."),
        Wording(
          "the line lists areas of “\(contact)”, but not \(area)",
          "Add the area to the line, or remove it from covers.")
      )
    case .rareKind(let kind, let nearest):
      (
        Wording(
          "bara det här ämnet har sorten ”\(kind)”", "Menade du ”\(nearest)”?"),
        Wording("no other topic is of the kind “\(kind)”", "Did you mean “\(nearest)”?")
      )
    default: (Wording("", ""), Wording("", ""))
    }
  }

  /// `svenska: 31`.
  private static func said(_ numbers: [String], _ language: String, _ none: String) -> String {
    "\(language) " + (numbers.isEmpty ? none : numbers.joined(separator: ", "))
  }
}

extension ReviewCause.Twin {
  fileprivate var name: Bilingual {
    switch self {
    case .facts: Bilingual("rader med ~", "lines with ~")
    case .quotations: Bilingual("rader ur citat", "lines of a quotation")
    case .wordings: Bilingual("frågor", "questions")
    case .names: Bilingual("namn", "names")
    case .frames: Bilingual("ramar", "frames")
    }
  }

  fileprivate var remedy: Bilingual {
    switch self {
    case .facts, .quotations:
      Bilingual("Skriv samma rader på båda språken.", "Write the same lines in both languages.")
    case .wordings:
      Bilingual(
        "Skriv frågor på det språket också, som folk skulle skriva dem.",
        "Write questions in that language too, as people would write them.")
    case .names, .frames:
      Bilingual("Skriv dem på det språket också.", "Write them in that language too.")
    }
  }
}
