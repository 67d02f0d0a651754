import Knowledge
import TestSupport
import Understanding

/// The small knowledge with what talks need beside its topics: words that say what kind of question
/// one is, contacts of several people, parts that lead elsewhere, and the assistant's own phrases.
enum TalkKnowledge {
  static let files = SmallKnowledge.files.merging(more) { $1 }

  /// Learnt from once, for all suites.
  static func interpreter() throws -> Interpreter { try shared.get() }

  private static let shared = Result {
    Interpreter(knowledge: try SmallKnowledge.load(files))
  }

  private static let more: [String: String] = [
    "permit/time.topic": """
    kind: permit
    section: Lag / Tid
    as-of: 2018
    related: law/sale

    == sv
    title: Betänketid
    < Betänketiden är 30 dagar.
    ~ 30 dagar
    > får hon tid att tänka efter?
    > hur lång betänketid får man?
    > betänketid

    == en
    title: Time to think
    < The time to think is 30 days.
    ~ 30 days
    > does she get time to think it over?
    > how long is the time to think?
    > time to think

    -- who
    == sv
    title: Vem som ansöker
    < Förundersökningsledaren ansöker.
    > vem ansöker?

    == en
    title: Who applies
    < The leader of the preliminary investigation applies.
    > who applies?

    -- fee
    see: dialogue/unknown
    == sv
    title: Avgift
    < Källan nämner ingen avgift.
    > vilken avgift tas ut?

    == en
    title: Fee
    < The source names no fee.
    > which fee is charged?

    -- buying
    see: law/sale
    == sv
    title: Köp
    > är köp också ett brott?

    == en
    title: Buying
    > is buying a crime too?
    """,
    "law/sale.topic": """
    kind: law
    section: Lag / Köp
    as-of: 2018
    statute: brottsbalken 6 kap. 11 §
    related: permit/time

    == sv
    title: Köp
    < Att köpa sex är ett brott.
    " Den som skaffar sig en sexuell förbindelse
    > är det olagligt att köpa sex?
    > får man köpa sex

    == en
    title: Buying sex
    < Buying sex is a crime.
    " Whoever obtains a sexual relation
    " is guilty of buying sex
    > is it illegal to buy sex?
    > may one buy sex
    """,
    "contact/nord.topic": """
    kind: contact
    section: Kontakt / Region Nord
    as-of: 2018
    covers: Norrbotten

    -- Anna Berglund
    telephone: 0920-11 11 11
    mail: anna.berglund@luleå.se
    handles: adults

    -- Olle Sandström
    telephone: 0920-22 22 22, 070-222 22 22
    handles: children

    -- Karin Niemi
    mail: karin.niemi@luleå.se
    handles: adults

    == sv
    title: Region Nord
    < Region Nord (Norrbotten):
    > vem är koordinator i Norrbotten?
    > koordinator i Kiruna

    == en
    title: Region North
    < Region Nord (Norrbotten):
    > who is the coordinator in Norrbotten?
    > coordinator in Kiruna
    """,
    "contact/unlisted.topic": """
    kind: contact
    role: unlisted

    == sv
    title: Utanför regionerna
    < Ingen koordinator där.
    > vem är koordinator utomlands?

    == en
    title: Outside the regions
    < No coordinator there.
    > who is the coordinator abroad?
    """,
    "contact/which.topic": """
    kind: contact
    role: ask-place

    == sv
    title: Vilken koordinator
    < Vilket län gäller det?
    > vem är vår koordinator?

    == en
    title: Which coordinator
    < Which county is it?
    > who is our coordinator?

    -- hours
    == sv
    title: Öppettider
    < Källan nämner inga öppettider.
    > när har de öppet?

    == en
    title: Hours
    < The source names no opening hours.
    > which hours are they open?
    """,
    "dialogue/choice.topic": own("choice", "Vilket?", "Vilket menar du?", "Which?", "Which one?"),
    "dialogue/denied.topic": own("denied", "Nej", "Då vet jag inte.", "No", "Then I do not know."),
    "dialogue/thanks.topic": own(
      "thanks", "Tack", "Tack själv.", "Thanks", "You are welcome.", asked: ["tack", "thanks"]),
    "dialogue/source.topic": own(
      "source", "Källan", "Ur en broschyr.", "The source", "From a brochure.",
      asked: ["var står det?", "where does it say that?"]),
    "dialogue/help.topic": """
    kind: dialogue
    role: help

    == sv
    title: Hjälp
    < Fråga vad du vill.
    > vad kan du?

    == en
    title: Help
    < Ask what you like.
    > what can you do?

    -- price
    == sv
    title: Pris
    < Det är gratis.
    > kostar det pengar?

    == en
    title: Price
    < It is free.
    > does it cost money?
    """,
    "places/more.places": """
    == Västerbotten
    > Umeå

    == Norrland
    covers: Norrbotten, Västerbotten

    == Norge
    abroad: yes
    > Norway
    """,
    "languages/others.foreign": """
    > Ich brauche Hilfe, wer kann mir sagen, wohin ich mich wenden soll?
    > Mein Chef bezahlt mich nicht und hat meinen Pass genommen
    """,
    "phrases.phrases": """
    == sv
    source: Källa: {section} ({date}).
    source-undated: Källa: {section}.
    source-of-last: Det står i {section} från {date}.
    dated-contact: Uppgifterna är från {date}.
    dated-law: Lagen är från {date}.
    quotation: ”{text}”
    foreign: Jag förstår svenska.
    nearest: Närmast: {titles}.
    choice-item: {number}. {title}
    place-read: Läst som {place}.
    place-across: {place} har flera: {areas}.
    telephone: Telefon: {telephones}
    mail: E-post: {mail}
    others: Det finns fler.
    telephone-too: Telefon finns också.
    list: {first} och {last}
    handles-adults: vuxna
    handles-children: barn

    == en
    source: Source: {section} ({date}).
    source-undated: Source: {section}.
    source-of-last: It stands in {section} of {date}.
    dated-contact: The details are from {date}.
    dated-law: The law is from {date}.
    translation: Translation:
    perhaps-urgent: In danger now? Call 112.
    quotation: “{text}”
    foreign: I understand English.
    nearest: Nearest: {titles}.
    choice-item: {number}. {title}
    place-read: Read as {place}.
    place-across: {place} has several: {areas}.
    telephone: Telephone: {telephones}
    mail: Mail: {mail}
    others: There are more.
    telephone-too: There is a telephone too.
    list: {first} and {last}
    handles-adults: adults
    handles-children: children
    """,
    "vocabulary/roles.concepts": roles.map { name, words in
      "== \(name)\n" + (isSubject(name) ? "" : "role: \(name)\n")
        + words.map { "> \($0)\n" }.joined()
    }.joined(separator: "\n"),
  ]

  private static func isSubject(_ name: String) -> Bool {
    ["adults", "children", "hunger"].contains(name)
  }

  /// Words by the role that they play; those without one are what somebody can be asked for.
  private static let roles: [(String, [String])] = [
    ("adults", ["adults", "grown-ups", "vuxna"]), ("children", ["children", "a child", "barn"]),
    ("hunger", ["hungry"]),
    ("language-sv", ["på svenska", "in Swedish", "Swedish"]),
    ("language-en", ["in English", "English", "på engelska"]),
    ("language-request", ["say that", "again", "can you", "answer", "svara"]),
    ("follow-up", ["and", "and if", "even", "even though", "though", "what about", "och"]),
    ("pronoun", ["she", "it", "they", "hon", "det"]),
    ("affirm", ["yes", "ja"]), ("deny", ["no", "none of them", "nej"]),
    ("deny-tail", ["not", "that"]), ("courtesy", ["please", "tack"]),
    ("greet", ["hello", "hej"]), ("thank", ["thanks", "tack"]),
    ("ordinal-1", ["the first", "number one"]), ("ordinal-2", ["the second", "last"]),
    ("choosing", ["I take"]),
    ("other-one", ["the other one"]), ("which-one", ["which of them"]),
    ("everybody", ["all of them", "alla"]),
    ("introduction", ["my name is"]), ("negation", ["not", "inte"]),
    ("concerning", ["it's about", "det gäller"]), ("correct", ["I meant", "I mean"]),
    ("earlier", ["back to"]), ("earliest", ["the very first"]), ("ask-name", ["the name"]),
    ("ask-telephone", ["telephone", "number"]), ("ask-mail", ["mail", "mejl"]),
    ("place-cue", ["in", "i"]), ("place-noun", ["county", "län"]),
    ("place-pronoun", ["there", "där"]),
    ("statute-chapter", ["kap", "chapter"]), ("statute-section", ["§", "section"]),
    ("law-name", ["brottsbalken"]),
  ]

  /// A topic of the assistant itself.
  private static func own(
    _ role: String, _ title: String, _ answer: String, _ englishTitle: String,
    _ englishAnswer: String, asked: [String] = []
  ) -> String {
    let questions = asked.map { "\n> \($0)" } + ["", ""]
    return """
      kind: dialogue
      role: \(role)

      == sv
      title: \(title)
      < \(answer)\(questions[0])

      == en
      title: \(englishTitle)
      < \(englishAnswer)\(questions[1])
      """
  }
}
