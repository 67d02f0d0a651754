import Knowledge

/// What is allowed in a knowledge folder but should be looked at.
package enum ReviewCause: ProblemCause, Equatable {
  case unreachedTopic(TopicID)
  case takenExample(by: TopicID, theirs: Int, own: Int)
  case alarmingExample(danger: Int)
  case nearlyEqual(to: String, topic: TopicID, at: Position)
  case fewWordings(language: LanguageCode, count: Int, other: LanguageCode, otherCount: Int)
  case olderTranslation(
    language: LanguageCode, date: String, other: LanguageCode, otherDate: String)
  case pastReview(date: String)
  case oneWayRelation(TopicID)
  case ordinaryWord(String)
  case unformatted
}

extension ReviewCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    language == .swedish ? swedish : english
  }

  private var swedish: Wording {
    switch self {
    case .unreachedTopic(let id):
      Wording(
        "ingen av ämnets egna frågor når ”\(id)”",
        "Lägg till frågor som ingen annan ställer, eller slå ihop ämnet med det som tar dem.")
    case .takenExample(let id, let theirs, let own):
      Wording(
        "frågan besvaras av ”\(id)” (\(theirs) % mot \(own) %)",
        "Flytta frågan dit, skriv om den, eller lägg till fler liknande frågor här.")
    case .alarmingExample(let danger):
      Wording(
        "frågan besvaras som akut fara (\(danger) %)",
        "Är den akut, flytta den till safety-ämnet; annars lägg till fler lugna frågor som liknar den."
      )
    case .nearlyEqual(let text, let topic, let position):
      Wording(
        "nästan samma fråga står under ”\(topic)”: ”\(text)” (\(position.description))",
        "Behåll frågan där svaret passar bäst.")
    case .fewWordings(let language, let count, let other, let otherCount):
      Wording(
        "bara \(count) frågor på \(language) mot \(otherCount) på \(other)",
        "Skriv fler frågor på \(language), som folk skulle skriva dem.")
    case .olderTranslation(let language, let date, let other, let otherDate):
      Wording(
        "texten på \(language) är från \(date), den på \(other) från \(otherDate)",
        "Läs ändringen i \(other) och gör den i \(language) också.")
    case .pastReview(let date):
      Wording(
        "uppgifterna skulle ha setts över senast \(date)",
        "Kontrollera dem mot källan och flytta fram review-by.")
    case .oneWayRelation(let id):
      Wording(
        "”\(id)” nämner inte det här ämnet i related",
        "Lägg till det där, eller ta bort det här.")
    case .ordinaryWord(let word):
      Wording(
        "platsen ”\(word)” är också ett vanligt ord",
        "Lägg till ordet på raden ordinary i en .places-fil.")
    case .unformatted:
      Wording("filen är inte i ordning", "Kör vagvisare check --fix.")
    }
  }

  private var english: Wording {
    switch self {
    case .unreachedTopic(let id):
      Wording(
        "none of its own questions reaches “\(id)”",
        "Add questions that no other topic asks, or merge it with the topic that takes them.")
    case .takenExample(let id, let theirs, let own):
      Wording(
        "the question is answered by “\(id)” (\(theirs)% against \(own)%)",
        "Move the question there, reword it, or add more questions like it here.")
    case .alarmingExample(let danger):
      Wording(
        "the question is answered as acute danger (\(danger)%)",
        "If it is acute, move it to the safety topic; else add more calm questions like it.")
    case .nearlyEqual(let text, let topic, let position):
      Wording(
        "nearly the same question stands under “\(topic)”: “\(text)” (\(position.description))",
        "Keep the question where the answer fits best.")
    case .fewWordings(let language, let count, let other, let otherCount):
      Wording(
        "only \(count) questions in \(language) against \(otherCount) in \(other)",
        "Write more questions in \(language), as people would write them.")
    case .olderTranslation(let language, let date, let other, let otherDate):
      Wording(
        "the text in \(language) is of \(date), the one in \(other) of \(otherDate)",
        "Read the change in \(other) and make it in \(language) as well.")
    case .pastReview(let date):
      Wording(
        "the facts should have been reviewed by \(date)",
        "Check them against the source and move review-by forward.")
    case .oneWayRelation(let id):
      Wording(
        "“\(id)” does not name this topic in related", "Add it there, or remove it here.")
    case .ordinaryWord(let word):
      Wording(
        "the place “\(word)” is an ordinary word too",
        "Add the word to the line ordinary of a .places file.")
    case .unformatted:
      Wording("the file is out of order", "Run vagvisare check --fix.")
    }
  }
}
