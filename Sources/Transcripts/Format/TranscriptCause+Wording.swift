import Knowledge

extension TranscriptCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    language == .swedish ? swedish : english
  }

  private var swedish: Wording {
    switch self {
    case .unreadableFile:
      Wording("filen kan inte läsas", "Kontrollera sökvägen och filens rättigheter.")
    case .noTranscripts:
      Wording(
        "här finns inga samtal", "Ange filer som slutar på .transcript, eller en mapp med dem.")
    case .noConversationAtLine(let line):
      Wording(
        "inget samtal står på rad \(line)",
        "Ange en rad från samtalets rubrik (==) till dess sista rad.")
    case .emptyTranscript:
      Wording("filen har inget samtal", "Skriv en fråga på en rad som börjar med >.")
    case .misplacedMark(let mark):
      Wording(
        "märket ”\(mark)” hör inte hemma i ett samtal",
        "Använd # == > @ ~ ^ ! < eller nyckel: värde.")
    case .unknownKey(let key, let nearest, let known):
      Wording(
        "okänd nyckel ”\(key)”",
        (nearest.map { "Menade du ”\($0)”? " } ?? "")
          + "Kända nycklar här: \(known.joined(separator: ", ")).")
    case .repeatedKey(let key):
      Wording("nyckeln ”\(key)” står två gånger", "Behåll en.")
    case .keyAfterQuestion(let key):
      Wording(
        "”\(key)” står efter en fråga",
        "Flytta raden till före samtalets första fråga; den gäller hela samtalet.")
    case .unknownLanguage(let value, let known):
      Wording(
        "kunskapsbasen har inget språk ”\(value)”",
        "Skriv något av: \(known.joined(separator: ", ")).")
    case .lineBeforeQuestion(let mark):
      Wording(
        "”\(mark)” står före första frågan", "Skriv frågan på en rad som börjar med > ovanför.")
    case .nothingExpected:
      Wording(
        "frågan väntar sig inget svar", "Lägg till minst en rad med @, ~, ^ eller < under den.")
    case .emptyConversation:
      Wording("samtalet är tomt", "Skriv frågor på rader som börjar med >, eller ta bort rubriken.")
    case .unknownTopic(let id, let nearest):
      Wording(
        "ämnet ”\(id)” finns inte",
        nearest.map { "Menade du ”\($0)”?" } ?? "Ämnena visas av vagvisare topics.")
    case .unknownPart(let id, let topic, let nearest):
      Wording(
        "ämnet \(topic) har ingen del ”\(id)”",
        nearest.map { "Menade du ”\($0)”?" } ?? "Delarna visas av vagvisare topics \(topic).")
    }
  }

  private var english: Wording {
    switch self {
    case .unreadableFile:
      Wording("the file cannot be read", "Check the path and the permissions of the file.")
    case .noTranscripts:
      Wording(
        "there are no transcripts here", "Give files that end in .transcript, or a folder of them.")
    case .noConversationAtLine(let line):
      Wording(
        "there is no conversation on line \(line)",
        "Give a line from the conversation's heading (==) to its last line.")
    case .emptyTranscript:
      Wording("the file has no conversation", "Write a question on a line with >.")
    case .misplacedMark(let mark):
      Wording(
        "the mark “\(mark)” does not belong in a transcript", "Use # == > @ ~ ^ ! < or key: value.")
    case .unknownKey(let key, let nearest, let known):
      Wording(
        "unknown key “\(key)”",
        (nearest.map { "Did you mean “\($0)”? " } ?? "")
          + "Known keys here: \(known.joined(separator: ", ")).")
    case .repeatedKey(let key):
      Wording("the key “\(key)” appears twice", "Keep one.")
    case .keyAfterQuestion(let key):
      Wording(
        "“\(key)” comes after a question",
        "Move the line above the conversation's first question; it applies to all of it.")
    case .unknownLanguage(let value, let known):
      Wording(
        "the knowledge base has no language “\(value)”",
        "Write one of: \(known.joined(separator: ", ")).")
    case .lineBeforeQuestion(let mark):
      Wording(
        "“\(mark)” comes before the first question",
        "Write the question on a line with > above it.")
    case .nothingExpected:
      Wording("no answer is expected", "Add at least one line with @, ~, ^ or < below it.")
    case .emptyConversation:
      Wording(
        "the conversation is empty", "Write questions on lines with >, or remove the heading.")
    case .unknownTopic(let id, let nearest):
      Wording(
        "there is no topic “\(id)”",
        nearest.map { "Did you mean “\($0)”?" } ?? "vagvisare topics lists them.")
    case .unknownPart(let id, let topic, let nearest):
      Wording(
        "the topic \(topic) has no part “\(id)”",
        nearest.map { "Did you mean “\($0)”?" } ?? "vagvisare topics \(topic) lists them.")
    }
  }
}
