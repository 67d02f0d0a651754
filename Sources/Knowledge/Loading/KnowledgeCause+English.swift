extension KnowledgeCause {
  var english: Wording {
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
    case .unknownRole(let name, let nearest):
      Wording(
        "there is no concept role “\(name)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "The roles: \(Self.roles).")
    case .unknownPhrase(let name, let nearest):
      Wording(
        "the phrase “\(name)” is never said",
        Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or mend the name.")
    case .unusedPhrase(let name, let nearest):
      Wording(
        "the phrase “\(name)” belongs to a name that the folder does not have",
        Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or mend the name.")
    case .unknownPlaceholder(let name, let phrase, let nearest, let known):
      Wording(
        "{\(name)} is not filled in, in the phrase “\(phrase)”",
        Self.suggestion(nearest, "Did you mean {%}?")
          + (known.isEmpty
            ? "Only facts are filled in here." : "There are: \(Self.braced(known))."))
    case .unsaidPlaceholder(let name, let phrase):
      Wording("the phrase “\(phrase)” does not say {\(name)}", "Write {\(name)} where it goes.")
    case .lackingPhrases(let names, let code):
      Wording(
        "phrases are missing in \(code.languageName.english): \(Self.list(names))",
        "Add them below == \(code); else nothing is said, or signs only.")
    case .sharedArea(let area, let topic, let position):
      Wording(
        "\(area) is covered by \(topic) too",
        "It stands in \(position.description); let the area stand in one topic.")
    }
  }
}
