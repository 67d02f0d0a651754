/// What the assistant itself uses a concept for.
package enum ConceptRole: Hashable, Sendable {
  case affirm, deny, denyTail, correct, negation
  case ageAfter, ageBefore, ageNot
  case askMail, askName, askTelephone
  case choosing, everybody, otherOne, whichOne
  case concerning, followUp, introduction, pronoun
  case earlier, earliest
  case courtesy, greet, thank
  case languageRequest
  case lawName, statuteChapter, statuteSection
  case placeCue, placeEnding, placeNoun, placePronoun
  /// A language by its name: "in English".
  case language(LanguageCode)
  /// A number that chooses, 1 to 5: "the first one".
  case ordinal(Int)

  /// How many numbers choose.
  package static let ordinals = 1...5

  /// A role as a vocabulary file names it, and what its words do.
  package struct Entry: Sendable {
    package let role: ConceptRole
    package let name: String
    package let meaning: Bilingual

    fileprivate init(_ role: ConceptRole, _ name: String, _ swedish: String, _ english: String) {
      self.role = role
      self.name = name
      meaning = Bilingual(swedish, english)
    }
  }

  /// Every role but those of languages and numbers.
  package static let table: [Entry] = [
    Entry(.affirm, "affirm", "ja: tar det första förslaget", "yes: takes the first suggestion"),
    Entry(.deny, "deny", "nej: tackar nej till förslagen", "no: declines the suggestions"),
    Entry(
      .denyTail, "deny-tail", "får stå efter ett nej: ”nej, inget av dem”",
      "may stand after a no: “no, none of them”"),
    Entry(
      .correct, "correct", "rättar det som lästes: ”nej, jag menade …”",
      "corrects what was read: “no, I meant …”"),
    Entry(
      .negation, "negation", "förnekar nästa ord: ”inte barn”",
      "denies the next word: “not children”"),
    Entry(
      .ageAfter, "age-after", "står efter en ålder: ”15-åring”",
      "stands after an age: “15 years old”"),
    Entry(.ageBefore, "age-before", "står före en ålder", "stands before an age: “aged 15”"),
    Entry(
      .ageNot, "age-not", "gör ett tal till något annat än en ålder: ”15 dagar”",
      "makes a number something else than an age: “15 days”"),
    Entry(.askMail, "ask-mail", "ber om e-postadressen", "asks for the mail address"),
    Entry(.askName, "ask-name", "ber om namnet", "asks for the name"),
    Entry(.askTelephone, "ask-telephone", "ber om telefonnumret", "asks for the telephone number"),
    Entry(
      .choosing, "choosing", "får stå bredvid ett tal som väljer: ”nummer två”",
      "may stand beside a number that chooses: “number two”"),
    Entry(.everybody, "everybody", "ber om alla personer", "asks for everybody"),
    Entry(.otherOne, "other-one", "ber om den som inte visades", "asks for who was not shown"),
    Entry(
      .whichOne, "which-one", "frågar vem av flera: ”vem av dem”",
      "asks which of several people: “which of them”"),
    Entry(
      .concerning, "concerning", "säger vad ärendet gäller: ”det gäller …”",
      "says what the case is about: “it is about …”"),
    Entry(
      .followUp, "follow-up", "börjar en följdfråga: ”och …”", "begins a follow-up: “and …”"),
    Entry(
      .introduction, "introduction", "presenterar den som frågar: ”jag heter …”",
      "introduces the one who asks: “my name is …”"),
    Entry(
      .pronoun, "pronoun", "syftar på någon som nämnts: ”hon”",
      "points to somebody named before: “she”"),
    Entry(
      .earlier, "earlier", "syftar på något före förra svaret: ”det jag frågade förut”",
      "points to something before the last answer: “what I asked earlier”"),
    Entry(
      .earliest, "earliest", "syftar på det allra första: ”först”",
      "points to the very first of it: “first”"),
    Entry(.courtesy, "courtesy", "artighet som inget betyder för svaret", "courtesy and no more"),
    Entry(.greet, "greet", "hälsar", "greets"),
    Entry(.thank, "thank", "tackar", "thanks"),
    Entry(
      .languageRequest, "language-request", "ber om ett språk: ”säg det på …”",
      "asks for a language: “say that in …”"),
    Entry(.lawName, "law-name", "namnger en lag", "names a law"),
    Entry(
      .statuteChapter, "statute-chapter", "kapitel i en paragraf: ”kap.”",
      "the chapter of a paragraph: “chapter”"),
    Entry(
      .statuteSection, "statute-section", "paragrafen själv: ”§”", "the paragraph itself: “section”"
    ),
    Entry(.placeCue, "place-cue", "står före en ort: ”i”", "stands before a place: “in”"),
    Entry(
      .placeEnding, "place-ending", "ändelser som ortnamn kan ha: ”trakten”",
      "endings that names of places take"),
    Entry(
      .placeNoun, "place-noun", "står efter en ort: ”kommun”", "stands after a place: “county”"),
    Entry(
      .placePronoun, "place-pronoun", "syftar på en ort som nämnts: ”där”",
      "points to a place named before: “there”"),
  ]

  package var isLanguage: Bool { if case .language = self { true } else { false } }

  package var name: String {
    switch self {
    case .language(let code): "language-\(code)"
    case .ordinal(let number): "ordinal-\(number)"
    default: Self.table.first { $0.role == self }?.name ?? ""
    }
  }

  /// The role of a name; nil where there is none of it.
  package init?(name: String) {
    if let entry = Self.table.first(where: { $0.name == name }) {
      self = entry.role
    } else if name.hasPrefix("language-"), case let code = name.dropFirst("language-".count),
      (2...3).contains(code.count), code.allSatisfy({ ("a"..."z").contains($0) })
    {
      self = .language(String(code))
    } else if name.hasPrefix("ordinal-"), let number = Int(name.dropFirst("ordinal-".count)),
      Self.ordinals.contains(number)
    {
      self = .ordinal(number)
    } else {
      return nil
    }
  }

  /// Every name, with those of some languages.
  package static func names(in languages: [LanguageCode]) -> [String] {
    table.map(\.name) + ordinals.map { ConceptRole.ordinal($0).name }
      + languages.map { ConceptRole.language($0).name }
  }
}
