extension KnowledgeCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  private var swedish: Wording {
    switch self {
    case .unreadableFolder:
      Wording("mappen kan inte läsas", "Ange en kunskapsmapp med --knowledge MAPP.")
    case .noTopics:
      Wording("mappen har inget ämne", "Lägg till minst en fil med ändelsen .topic.")
    case .unknownFileKind(let name):
      Wording(
        "filen \(name) läses inte av något",
        "Ge filen någon av ändelserna \(Self.fileKinds), eller flytta den härifrån.")
    case .misplacedMark(let mark):
      Wording("märket ”\(mark)” hör inte hemma här", "Flytta raden, eller ta bort den.")
    case .unknownKey(let key, let nearest, let known):
      Wording(
        "okänd nyckel ”\(key)”",
        Self.suggestion(nearest, "Menade du ”%”?") + "Kända nycklar här: \(Self.list(known)).")
    case .repeatedKey(let key, let first):
      Wording("nyckeln ”\(key)” står två gånger", "Den står redan på rad \(first); behåll en.")
    case .unknownValue(let key, let value, let known):
      Wording("okänt värde ”\(value)” för ”\(key)”", "Välj något av: \(Self.list(known)).")
    case .malformedDate(let value):
      Wording(
        "”\(value)” är inget datum",
        "Skriv ett år (2018), en månad (2018-07) eller ett datum (2018-07-01).")
    case .malformedLanguage(let value):
      Wording("”\(value)” är inget språk", "Skriv språkets kod med två eller tre små bokstäver.")
    case .repeatedBlock(let name, let first):
      Wording(
        "blocket ”\(name)” står två gånger", "Det börjar redan på rad \(first); slå ihop dem.")
    case .missingLanguage(let code):
      Wording(
        "\(code.languageName.swedish) saknas", "Lägg till ett block som börjar med == \(code).")
    case .missingTitle:
      Wording("rubrik saknas", "Lägg till en rad title: … i blocket.")
    case .emptyAnswer:
      Wording("svaret är tomt", "Skriv svaret på rader som börjar med < i blocket.")
    case .emptyPart(let name):
      Wording(
        "delen ”\(name)” har inget svar",
        "Skriv svaret på rader som börjar med <, eller see: och ett ämne.")
    case .unstatedFact(let fact, let code):
      Wording(
        "svaret på \(code.languageName.swedish) säger inte ”\(fact)”",
        "Skriv in uppgiften i svaret, eller ta bort raden om den inte ska sägas.")
    case .unregisteredFigure(let figure):
      Wording(
        "uppgiften ”\(figure)” är inte registrerad",
        "Kontrollera den mot källan. Stämmer den, skriv den på en rad med ~ i ämnet eller i en fil .facts."
      )
    case .otherPersonsFact(let fact, let person):
      Wording(
        "”\(fact)” står bland uppgifterna om \(person), men hör inte dit",
        "Kontrollera båda mot källan; raderna med ~ om en person står under den med namnet.")
    case .unsaidFigure(let figure):
      Wording(
        "uppgiften ”\(figure)” sägs ingenstans",
        "Kontrollera svaren där den borde stå, eller ta bort raden.")
    case .sharedExample(let topic, let position):
      Wording(
        "samma fråga står under \(topic)",
        "Den står i \(position.description); låt den stå under ett ämne.")
    case .repeatedExample(let first):
      Wording("frågan står två gånger i ämnet", "Den står redan på rad \(first); behåll en.")
    case .unknownTopic(let id, let nearest):
      Wording(
        "ämnet ”\(id)” finns inte",
        Self.suggestion(nearest, "Menade du ”%”?") + "Skriv ämnets sökväg utan .topic.")
    case .unknownConcept(let name, let nearest):
      Wording(
        "begreppet ”\(name)” finns inte",
        Self.suggestion(nearest, "Menade du ”%”?") + "Begreppen står i filerna .concepts.")
    case .unknownArea(let name, let nearest):
      Wording(
        "området ”\(name)” finns inte",
        Self.suggestion(nearest, "Menade du ”%”?") + "Områdena står i filerna .places.")
    case .malformedTelephone(let value):
      Wording(
        "”\(value)” är inget telefonnummer",
        "Skriv som 040-34 93 54; flera nummer skiljs med komma.")
    case .malformedMail(let value):
      Wording("”\(value)” är ingen e-postadress", "Skriv en adress som namn@kommun.se.")
    case .unreachablePerson(let name):
      Wording("\(name) har varken telefon eller e-post", "Lägg till telephone: eller mail:.")
    case .malformedAges(let value):
      Wording("”\(value)” är inget åldersspann", "Skriv två tal med streck mellan, som 0-17.")
    case .unpairedBrace(let text):
      Wording("klammer utan par i ”\(text)”", "Skriv {namn} med båda klamrarna.")
    case .malformedPartID(let id):
      Wording("”\(id)” kan inte vara ett namn", "Skriv små bokstäver a–z, siffror och bindestreck.")
    case .repeatedPart(let id, let first):
      Wording("delen ”\(id)” står två gånger", "Den börjar redan på rad \(first); slå ihop dem.")
    case .partWithoutLanguage(let id):
      Wording(
        "delen ”\(id)” har text före sitt språk", "Börja dess text med en rad == och språket.")
    case .partWithoutTwin(let name, let code):
      Wording(
        "delen ”\(name)” finns bara på \(code.languageName.swedish)",
        "Skriv den på det andra språket också, på samma plats.")
    case .missingPartLanguage(let id, let code):
      Wording(
        "delen ”\(id)” saknas på \(code.languageName.swedish)", "Lägg till == \(code) i delen.")
    case .unknownPart(let id, let topic, let nearest):
      Wording(
        "ämnet \(topic) har ingen del ”\(id)”",
        Self.suggestion(nearest, "Menade du ”%”?") + "Delarna börjar med -- i \(topic).topic.")
    case .questionsWithoutTopic(let id, let nearest):
      Wording(
        "frågorna hör till ”\(id)”, som inte finns",
        Self.suggestion(nearest, "Menade du ”%”?")
          + "Filen ska heta som ämnet, med språket och .questions.")
    case .questionsWithoutLanguage:
      Wording(
        "filens namn säger inte på vilket språk frågorna är",
        "Döp den som amne.sv.questions eller amne.en.questions.")
    case .questionsInOtherLanguage(let id, let code):
      Wording(
        "ämnet \(id) har ingen text på ”\(code)”",
        "Lägg till ett block == \(code) i ämnet, eller byt språk i filens namn.")
    case .repeatedFact(let name, let first):
      Wording(
        "uppgiften ”\(name)” står två gånger", "Den står redan i \(first.description); behåll en.")
    case .emptyFact(let name):
      Wording(
        "uppgiften ”\(name)” har ingen text", "Skriv den på en rad per språk: sv: … och en: …")
    case .missingFactLanguage(let name, let code):
      Wording(
        "uppgiften ”\(name)” saknas på \(code.languageName.swedish)", "Lägg till en rad \(code): …")
    case .unknownFact(let name, let nearest):
      Wording(
        "uppgiften {\(name)} finns inte",
        Self.suggestion(nearest, "Menade du {%}?") + "Uppgifterna står i filerna .facts.")
    case .unusedFact(let name):
      Wording("ingen text säger uppgiften {\(name)}", "Skriv den i ett svar, eller ta bort den.")
    case .handwrittenFact(let text, let name):
      Wording(
        "”\(text)” är skrivet för hand", "Skriv {\(name)}, så att det ändras på ett enda ställe.")
    case .frameWithoutName:
      Wording("ramen har ingen plats för namnet", "Skriv {name} där ämnets namn ska stå.")
    case .unknownRole, .unknownPhrase, .unusedPhrase, .unknownPlaceholder, .unsaidPlaceholder,
      .lackingPhrases, .sharedArea:
      namesWording.swedish
    }
  }

  private var english: Wording {
    switch self {
    case .unreadableFolder:
      Wording("the folder cannot be read", "Name a knowledge folder with --knowledge DIR.")
    case .noTopics:
      Wording("the folder has no topic", "Add at least one file that ends in .topic.")
    case .unknownFileKind(let name):
      Wording(
        "nothing reads the file \(name)",
        "Let its name end in one of \(Self.fileKinds), or move it elsewhere.")
    case .misplacedMark(let mark):
      Wording("the mark “\(mark)” has no place here", "Move the line, or remove it.")
    case .unknownKey(let key, let nearest, let known):
      Wording(
        "unknown key “\(key)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Known keys here: \(Self.list(known)).")
    case .repeatedKey(let key, let first):
      Wording("the key “\(key)” stands twice", "It stands on line \(first) already; keep one.")
    case .unknownValue(let key, let value, let known):
      Wording("unknown value “\(value)” for “\(key)”", "Choose one of: \(Self.list(known)).")
    case .malformedDate(let value):
      Wording(
        "“\(value)” is no date", "Write a year (2018), a month (2018-07) or a date (2018-07-01).")
    case .malformedLanguage(let value):
      Wording(
        "“\(value)” is no language", "Write the language's code in two or three small letters.")
    case .repeatedBlock(let name, let first):
      Wording("the block “\(name)” stands twice", "It begins on line \(first) already; join them.")
    case .missingLanguage(let code):
      Wording("\(code.languageName.english) is missing", "Add a block that begins with == \(code).")
    case .missingTitle:
      Wording("the title is missing", "Add a line title: … to the block.")
    case .emptyAnswer:
      Wording("the answer is empty", "Write the answer on lines that begin with < in the block.")
    case .emptyPart(let name):
      Wording(
        "the part “\(name)” has no answer",
        "Write the answer on lines that begin with <, or see: and a topic.")
    case .unstatedFact(let fact, let code):
      Wording(
        "the answer in \(code.languageName.english) does not state “\(fact)”",
        "Put the fact into the answer, or remove the line if it is not to be stated.")
    case .unregisteredFigure(let figure):
      Wording(
        "the figure “\(figure)” is not registered",
        "Check it against the source. If it is right, write it on a line with ~ in the topic or a .facts file."
      )
    case .otherPersonsFact(let fact, let person):
      Wording(
        "“\(fact)” stands among the facts of \(person), but is not theirs",
        "Check both against the source; the ~ lines of a person stand below the one with the name.")
    case .unsaidFigure(let figure):
      Wording(
        "the figure “\(figure)” is said nowhere",
        "Check the answers that should say it, or remove the line.")
    case .sharedExample(let topic, let position):
      Wording(
        "the same question stands under \(topic)",
        "It stands in \(position.description); let it stand under one topic.")
    case .repeatedExample(let first):
      Wording(
        "the question stands twice in the topic", "It stands on line \(first) already; keep one.")
    case .unknownTopic(let id, let nearest):
      Wording(
        "there is no topic “\(id)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Write the topic's path without .topic.")
    case .unknownConcept(let name, let nearest):
      Wording(
        "there is no concept “\(name)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Concepts stand in the .concepts files.")
    case .unknownArea(let name, let nearest):
      Wording(
        "there is no area “\(name)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Areas stand in the .places files.")
    case .malformedTelephone(let value):
      Wording(
        "“\(value)” is no telephone number",
        "Write it as 040-34 93 54; several are separated by commas.")
    case .malformedMail(let value):
      Wording("“\(value)” is no mail address", "Write an address like name@municipality.se.")
    case .unreachablePerson(let name):
      Wording("\(name) has neither telephone nor mail", "Add telephone: or mail:.")
    case .malformedAges(let value):
      Wording("“\(value)” is no span of ages", "Write two numbers with a hyphen, like 0-17.")
    case .unpairedBrace(let text):
      Wording("an unpaired brace in “\(text)”", "Write {name} with both braces.")
    case .malformedPartID(let id):
      Wording("“\(id)” cannot be a name", "Write small letters a–z, digits and hyphens.")
    case .repeatedPart(let id, let first):
      Wording("the part “\(id)” stands twice", "It begins on line \(first) already; join them.")
    case .partWithoutLanguage(let id):
      Wording(
        "the part “\(id)” has text before its language",
        "Begin its text with a line == and the language.")
    case .partWithoutTwin(let name, let code):
      Wording(
        "the part “\(name)” stands in \(code.languageName.english) only",
        "Write it in the other language too, in the same place.")
    case .missingPartLanguage(let id, let code):
      Wording(
        "the part “\(id)” is missing in \(code.languageName.english)", "Add == \(code) to the part."
      )
    case .unknownPart(let id, let topic, let nearest):
      Wording(
        "the topic \(topic) has no part “\(id)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Parts begin with -- in \(topic).topic.")
    case .questionsWithoutTopic(let id, let nearest):
      Wording(
        "the questions belong to “\(id)”, which does not exist",
        Self.suggestion(nearest, "Did you mean “%”?")
          + "The file is to be called as the topic, with the language and .questions.")
    case .questionsWithoutLanguage:
      Wording(
        "the file's name does not say in which language the questions are",
        "Name it like topic.sv.questions or topic.en.questions.")
    case .questionsInOtherLanguage(let id, let code):
      Wording(
        "the topic \(id) has no text in “\(code)”",
        "Add a block == \(code) to the topic, or change the language in the file's name.")
    case .repeatedFact(let name, let first):
      Wording(
        "the fact “\(name)” stands twice", "It stands in \(first.description) already; keep one.")
    case .emptyFact(let name):
      Wording("the fact “\(name)” has no text", "Write it on a line a language: sv: … and en: …")
    case .missingFactLanguage(let name, let code):
      Wording(
        "the fact “\(name)” is missing in \(code.languageName.english)", "Add a line \(code): …")
    case .unknownFact(let name, let nearest):
      Wording(
        "there is no fact {\(name)}",
        Self.suggestion(nearest, "Did you mean {%}?") + "Facts stand in the .facts files.")
    case .unusedFact(let name):
      Wording("no text states the fact {\(name)}", "Put it into an answer, or remove it.")
    case .handwrittenFact(let text, let name):
      Wording(
        "“\(text)” is written by hand", "Write {\(name)}, so that it is changed in one place only.")
    case .frameWithoutName:
      Wording("the frame has no place for the name", "Write {name} where the subject's name goes.")
    case .unknownRole, .unknownPhrase, .unusedPhrase, .unknownPlaceholder, .unsaidPlaceholder,
      .lackingPhrases, .sharedArea:
      namesWording.english
    }
  }

  private static let fileKinds = FileKind.allCases.map { ".\($0.rawValue)" }
    .joined(separator: ", ")

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// The question whether `name` was meant, with a space after it; empty where there is no name.
  static func suggestion(_ name: String?, _ question: String) -> String {
    name.map { question.replacingAll("%", with: $0) + " " } ?? ""
  }
}
