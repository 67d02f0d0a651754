import Knowledge

/// What can be wrong with a transcript file.
package enum TranscriptCause: ProblemCause, Equatable {
  case unreadableFile
  case noTranscripts
  case misplacedMark(String)
  case unknownKey(String, known: [String])
  case repeatedKey(String)
  case unknownLanguage(String)
  case lineBeforeQuestion(String)
  case nothingExpected
  case emptyConversation
  case unknownTopic(TopicID, nearest: TopicID?)
}

extension TranscriptCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    switch (self, language) {
    case (.unreadableFile, .swedish):
      Wording("filen kan inte läsas", "Kontrollera sökvägen och filens rättigheter.")
    case (.unreadableFile, .english):
      Wording("the file cannot be read", "Check the path and the permissions of the file.")
    case (.noTranscripts, .swedish):
      Wording(
        "här finns inga utskrifter", "Ange filer som slutar på .transcript, eller en mapp med dem.")
    case (.noTranscripts, .english):
      Wording(
        "there are no transcripts here", "Name files that end in .transcript, or a folder of them.")
    case (.misplacedMark(let mark), .swedish):
      Wording(
        "märket ”\(mark)” hör inte hemma i en utskrift",
        "Använd # == > @ ~ ! < eller nyckel: värde.")
    case (.misplacedMark(let mark), .english):
      Wording(
        "the mark “\(mark)” has no place in a transcript", "Use # == > @ ~ ! < or key: value.")
    case (.unknownKey(let key, let known), .swedish):
      Wording("okänd nyckel ”\(key)”", "Kända nycklar här: \(known.joined(separator: ", ")).")
    case (.unknownKey(let key, let known), .english):
      Wording("unknown key “\(key)”", "Known keys here: \(known.joined(separator: ", ")).")
    case (.repeatedKey(let key), .swedish):
      Wording("nyckeln ”\(key)” står två gånger", "Behåll en.")
    case (.repeatedKey(let key), .english):
      Wording("the key “\(key)” stands twice", "Keep one.")
    case (.unknownLanguage(let value), .swedish):
      Wording(
        "kunskapsbasen har inget språk ”\(value)”", "Skriv ett av språken i dess block, som sv.")
    case (.unknownLanguage(let value), .english):
      Wording(
        "the knowledge base has no language “\(value)”",
        "Write one of its blocks' languages, like en.")
    case (.lineBeforeQuestion(let mark), .swedish):
      Wording(
        "”\(mark)” står före första frågan", "Skriv frågan på en rad som börjar med > ovanför.")
    case (.lineBeforeQuestion(let mark), .english):
      Wording(
        "“\(mark)” stands before the first question",
        "Write the question on a line with > above it.")
    case (.nothingExpected, .swedish):
      Wording("frågan väntar sig inget svar", "Lägg till minst en rad med @, ~ eller < under den.")
    case (.nothingExpected, .english):
      Wording("the question expects no answer", "Add at least one line with @, ~ or < below it.")
    case (.emptyConversation, .swedish):
      Wording("samtalet är tomt", "Skriv frågor på rader som börjar med >, eller ta bort rubriken.")
    case (.emptyConversation, .english):
      Wording(
        "the conversation is empty", "Write questions on lines with >, or remove the heading.")
    case (.unknownTopic(let id, let nearest), .swedish):
      Wording(
        "ämnet ”\(id)” finns inte", nearest.map { "Menade du ”\($0)”?" } ?? "Se vagvisare topics.")
    case (.unknownTopic(let id, let nearest), .english):
      Wording(
        "there is no topic “\(id)”",
        nearest.map { "Did you mean “\($0)”?" } ?? "See vagvisare topics.")
    }
  }
}
