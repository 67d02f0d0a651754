extension KnowledgeCause {
  var swedish: Wording {
    switch self {
    case .unreadableFolder:
      Wording("mappen kan inte läsas", "Ange en kunskapsmapp med --knowledge MAPP.")
    case .noTopics:
      Wording("mappen har inget ämne", "Lägg till minst en fil med ändelsen .topic.")
    case .folderBelow(let name, let path):
      Wording("kunskapen ligger i mappen \(name) där under", "Ange den med --knowledge \(path).")
    case .unknownFileKind(let name):
      Wording(
        "filen \(name) läses inte",
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
    case .unknownRole(let name, let nearest):
      Wording(
        "begreppsrollen ”\(name)” finns inte",
        Self.suggestion(nearest, "Menade du ”%”?") + "Rollerna: \(Self.roles).")
    case .unknownPhrase(let name, let nearest):
      Wording(
        "frasen ”\(name)” sägs aldrig",
        Self.suggestion(nearest, "Menade du ”%”?") + "Ta bort raden, eller rätta namnet.")
    case .unusedPhrase(let name, let nearest):
      Wording(
        "frasen ”\(name)” hör till ett namn som mappen inte har",
        Self.suggestion(nearest, "Menade du ”%”?") + "Ta bort raden, eller rätta namnet.")
    case .unknownPlaceholder(let name, let phrase, let nearest, let known):
      Wording(
        "{\(name)} fylls inte i, i frasen ”\(phrase)”",
        Self.suggestion(nearest, "Menade du {%}?")
          + (known.isEmpty ? "Här fylls bara uppgifter i." : "Här finns: \(Self.braced(known))."))
    case .unsaidPlaceholder(let name, let phrase):
      Wording("frasen ”\(phrase)” säger inte {\(name)}", "Skriv {\(name)} där det ska stå.")
    case .lackingPhrases(let names, let code):
      Wording(
        "fraser saknas på \(code.languageName.swedish): \(Self.list(names))",
        "Lägg till dem under == \(code); annars sägs inget, eller bara tecken.")
    case .sharedArea(let area, let topic, let position):
      Wording(
        "\(area) täcks också av \(topic)",
        "Den står i \(position.description); låt området stå i ett ämne.")
    }
  }
}
