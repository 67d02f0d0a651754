extension KnowledgeCause {
  var english: Wording {
    switch self {
    case .unreadableFolder:
      Wording("the folder cannot be read", "Give a knowledge folder with --knowledge DIR.")
    case .noTopics:
      Wording("the folder has no topic", "Add at least one file that ends in .topic.")
    case .folderBelow(let name, let path):
      Wording("the knowledge is in the folder \(name) below", "Give it with --knowledge \(path).")
    case .unknownFileKind(let name):
      Wording(
        "nothing reads the file \(name)",
        "Give it a name that ends in one of \(Self.fileKinds), or move it elsewhere.")
    case .misplacedMark(let mark):
      Wording("the mark “\(mark)” does not belong here", "Move the line, or remove it.")
    case .unknownKey(let key, let nearest, let known):
      Wording(
        "unknown key “\(key)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Known keys here: \(Self.list(known)).")
    case .repeatedKey(let key, let first):
      Wording("the key “\(key)” appears twice", "It is already on line \(first); keep one.")
    case .unknownValue(let key, let value, let known):
      Wording("unknown value “\(value)” for “\(key)”", "Choose one of: \(Self.list(known)).")
    case .malformedDate(let value):
      Wording(
        "“\(value)” is not a date", "Write a year (2018), a month (2018-07) or a date (2018-07-01)."
      )
    case .malformedLanguage(let value):
      Wording(
        "“\(value)” is not a language",
        "Write the language's code in two or three lower-case letters.")
    case .repeatedBlock(let name, let first):
      Wording("the block “\(name)” appears twice", "It already begins on line \(first); join them.")
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
        "“\(fact)” is listed among the facts of \(person), but does not belong there",
        "Check both against the source; a person's ~ lines come below the one with the name.")
    case .unsaidFigure(let figure):
      Wording(
        "the figure “\(figure)” is not stated anywhere",
        "Check the answers that should state it, or remove the line.")
    case .sharedExample(let topic, let position):
      Wording(
        "the same question is under \(topic)",
        "It is in \(position.description); keep it under one topic.")
    case .repeatedExample(let first):
      Wording(
        "the question appears twice in the topic", "It is already on line \(first); keep one.")
    case .unknownTopic(let id, let nearest):
      Wording(
        "there is no topic “\(id)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Write the topic's path without .topic.")
    case .unknownConcept(let name, let nearest):
      Wording(
        "there is no concept “\(name)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Concepts are in the .concepts files.")
    case .unknownArea(let name, let nearest):
      Wording(
        "there is no area “\(name)”",
        Self.suggestion(nearest, "Did you mean “%”?") + "Areas are in the .places files.")
    case .malformedTelephone(let value):
      Wording(
        "“\(value)” is not a telephone number",
        "Write it like 040-34 93 54; separate several by commas.")
    case .malformedMail(let value):
      Wording("“\(value)” is not an email address", "Write an address like name@municipality.se.")
    case .unreachablePerson(let name):
      Wording("\(name) has neither a telephone nor an email", "Add telephone: or mail:.")
    case .malformedAges(let value):
      Wording("“\(value)” is not a range of ages", "Write two numbers with a hyphen, like 0-17.")
    case .unpairedBrace(let text):
      Wording("an unpaired brace in “\(text)”", "Write {name} with both braces.")
    case .malformedPartID(let id):
      Wording("“\(id)” cannot be a name", "Use lower-case letters a–z, digits and hyphens.")
    case .repeatedPart(let id, let first):
      Wording("the part “\(id)” appears twice", "It already begins on line \(first); join them.")
    case .partWithoutLanguage(let id):
      Wording(
        "the part “\(id)” has text before its language",
        "Begin its text with a line == and the language.")
    case .partWithoutTwin(let name, let code):
      Wording(
        "the part “\(name)” is only in \(code.languageName.english)",
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
          + "Name the file after the topic, with the language and .questions.")
    case .questionsWithoutLanguage:
      Wording(
        "the file's name does not say which language the questions are in",
        "Name it like topic.sv.questions or topic.en.questions.")
    case .questionsInOtherLanguage(let id, let code):
      Wording(
        "the topic \(id) has no text in “\(code)”",
        "Add a block == \(code) to the topic, or change the language in the file's name.")
    case .repeatedFact(let name, let first):
      Wording(
        "the fact “\(name)” appears twice", "It is already in \(first.description); keep one.")
    case .emptyFact(let name):
      Wording(
        "the fact “\(name)” has no text", "Write it on one line per language: sv: … and en: …")
    case .missingFactLanguage(let name, let code):
      Wording(
        "the fact “\(name)” is missing in \(code.languageName.english)", "Add a line \(code): …")
    case .unknownFact(let name, let nearest):
      Wording(
        "there is no fact {\(name)}",
        Self.suggestion(nearest, "Did you mean {%}?") + "Facts are in the .facts files.")
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
        Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or correct the name.")
    case .unusedPhrase(let name, let nearest):
      Wording(
        "the phrase “\(name)” belongs to a name that the folder does not have",
        Self.suggestion(nearest, "Did you mean “%”?") + "Remove the line, or correct the name.")
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
        "Add them below == \(code); otherwise nothing is said, or only punctuation.")
    case .sharedArea(let area, let topic, let position):
      Wording(
        "\(area) is covered by \(topic) too",
        "It is in \(position.description); keep the area in one topic.")
    }
  }
}
