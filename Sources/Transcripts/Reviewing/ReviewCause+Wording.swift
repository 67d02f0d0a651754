import Knowledge

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
    case .strayExample(let id, let theirs, let own):
      Wording(
        "frågans ord hör till ”\(id)” (\(theirs) % mot \(own) %), fast den besvaras här",
        "Flytta frågan dit om den hör dit; lägg annars till fler liknande frågor här.")
    case .otherContact(let id):
      Wording(
        "frågan besvaras av ”\(id)”, efter orten eller namnet i den",
        "Flytta frågan dit, eller skriv orten så att den inte kan tas för något annat.")
    case .askedBack(let own):
      Wording(
        "frågan besvaras med en motfråga (\(own) % för ämnet)",
        "Skriv om den, eller lägg till fler liknande frågor här.")
    case .unansweredExample(let own):
      Wording(
        "frågan får inget svar (\(own) % för ämnet)",
        "Skriv om den, eller lägg till fler liknande frågor här.")
    case .alarmingExample(let danger):
      Wording(
        "frågan besvaras som akut fara (\(danger) %)",
        "Flytta den till safety-ämnet om den är akut; lägg annars till fler lugna frågor som liknar den."
      )
    case .calmExample(let id, let danger):
      Wording(
        "frågan besvaras inte som akut fara (\(danger) %) utan av ”\(id)”",
        "Lägg till fler akuta frågor som liknar den, eller flytta den om den är lugn.")
    case .nearlyEqual(let text, let topic, let position):
      Wording(
        "nästan samma fråga står under ”\(topic)”: ”\(text)” (\(position.description))",
        "Behåll frågan där svaret passar bäst.")
    case .fewWordings(let language, let count, let other, let otherCount):
      Wording(
        "bara \(count) \(count == 1 ? "fråga" : "frågor") på \(language.languageName.swedish) mot \(otherCount) på \(other.languageName.swedish)",
        "Skriv fler frågor på \(language.languageName.swedish), som folk skulle skriva dem.")
    case .olderTranslation(let language, let date, let other, let otherDate):
      Wording(
        "texten på \(language.languageName.swedish) är från \(date), den på \(other.languageName.swedish) från \(otherDate)",
        "Gör ändringen på \(language.languageName.swedish) också; behövs det inte, skriv translated: \(otherDate) i blocket."
      )
    case .pastReview(let date):
      Wording(
        "uppgifterna skulle ha setts över senast \(date)",
        "Kontrollera dem mot källan och flytta fram review-by.")
    case .oneWayRelation(let id):
      Wording(
        "”\(id)” nämner inte det här ämnet i related",
        "Lägg till det där, eller ta bort det här.")
    case .noSource(let key):
      Wording(
        "\(key): saknas, så att svaret inte säger var det kommer ifrån",
        "Skriv \(key): högst upp i filen, som i de andra ämnena.")
    case .ordinaryWord(let word):
      Wording(
        "platsen ”\(word)” är också ett vanligt ord",
        "Lägg till ordet på raden ordinary i en .places-fil.")
    case .unformatted:
      Wording("härifrån är filen inte i ordning", "Kör vagvisare check --fix.")
    case .heldOut, .otherLanguage, .lackingTwin, .otherNumbers, .unsaidArea, .surplusArea,
      .unlistedArea, .rareKind:
      twinWording.swedish
    }
  }

  private var english: Wording {
    switch self {
    case .unreachedTopic(let id):
      Wording(
        "none of its own questions reach “\(id)”",
        "Add questions that no other topic asks, or merge it with the topic that takes them.")
    case .takenExample(let id, let theirs, let own):
      Wording(
        "the question is answered by “\(id)” (\(theirs)% against \(own)%)",
        "Move the question there, reword it, or add more questions like it here.")
    case .strayExample(let id, let theirs, let own):
      Wording(
        "the question has the words of “\(id)” (\(theirs)% against \(own)%), though it is answered here",
        "Move the question there if it belongs there; else add more questions like it here.")
    case .otherContact(let id):
      Wording(
        "the question is answered by “\(id)”, because of the place or name in it",
        "Move the question there, or write the place so that it can't be taken for anything else.")
    case .askedBack(let own):
      Wording(
        "the question is answered with a question back (\(own)% for the topic)",
        "Reword it, or add more questions like it here.")
    case .unansweredExample(let own):
      Wording(
        "the question gets no answer (\(own)% for the topic)",
        "Reword it, or add more questions like it here.")
    case .alarmingExample(let danger):
      Wording(
        "the question is answered as acute danger (\(danger)%)",
        "If it is acute, move it to the safety topic; otherwise add more calm questions like it.")
    case .calmExample(let id, let danger):
      Wording(
        "the question is not answered as acute danger (\(danger)%) but by “\(id)”",
        "Add more acute questions like it, or move it if it is calm.")
    case .nearlyEqual(let text, let topic, let position):
      Wording(
        "nearly the same question is under “\(topic)”: “\(text)” (\(position.description))",
        "Keep the question where the answer fits best.")
    case .fewWordings(let language, let count, let other, let otherCount):
      Wording(
        "only \(count) \(count == 1 ? "question" : "questions") in \(language.languageName.english) against \(otherCount) in \(other.languageName.english)",
        "Write more questions in \(language.languageName.english), as people would write them.")
    case .olderTranslation(let language, let date, let other, let otherDate):
      Wording(
        "the text in \(language.languageName.english) is from \(date), the one in \(other.languageName.english) from \(otherDate)",
        "Make the change in \(language.languageName.english) as well; if it needs none, write translated: \(otherDate) in the block."
      )
    case .pastReview(let date):
      Wording(
        "the facts should have been reviewed by \(date)",
        "Check them against the source and move review-by forward.")
    case .oneWayRelation(let id):
      Wording(
        "“\(id)” does not name this topic in related", "Add it there, or remove it here.")
    case .noSource(let key):
      Wording(
        "\(key): is missing, so that the answer does not say where it comes from",
        "Write \(key): at the top of the file, as in the other topics.")
    case .ordinaryWord(let word):
      Wording(
        "the place “\(word)” is an ordinary word too",
        "Add the word to the line ordinary of a .places file.")
    case .unformatted:
      Wording("from here on the file is out of order", "Run vagvisare check --fix.")
    case .heldOut, .otherLanguage, .lackingTwin, .otherNumbers, .unsaidArea, .surplusArea,
      .unlistedArea, .rareKind:
      twinWording.english
    }
  }
}
