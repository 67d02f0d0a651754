/// A phrase of the assistant that a folder may word: its name, what is filled in, when it is said.
package struct PhraseSpecification: Sendable {
  package let name: String
  /// What is filled in and must be said.
  package let needed: [String]
  /// What may be said as well.
  package let optional: [String]
  /// Whether one language may be without it.
  package let mayBeLacking: Bool
  package let meaning: Bilingual

  package var placeholders: [String] { needed + optional }

  fileprivate init(
    _ name: String, needed: [String] = [], optional: [String] = [], mayBeLacking: Bool = false,
    _ swedish: String, _ english: String
  ) {
    self.name = name
    self.needed = needed
    self.optional = optional
    self.mayBeLacking = mayBeLacking
    meaning = Bilingual(swedish, english)
  }

  /// Of a phrase whose name ends with a name that the folder gives: `handles-adults`.
  package static let ofConcepts = "handles-"
  package static let ofKinds = "kind-"

  /// Every phrase whose name the program gives.
  package static let table: [PhraseSpecification] =
    [
      .init("welcome", optional: ["date"], "samtalets första rad", "the first line of a chat"),
      .init("welcome-urgent", "under den: vart man ringer", "below it: whom to call"),
      .init(
        "perhaps-urgent", mayBeLacking: true, "före svaret, där någon kan vara i fara",
        "before the answer, where somebody may be in danger"),
      .init("see-also", needed: ["titles"], "andra ämnen, i samtalet", "other topics, in a chat"),
      .init("source", needed: ["section", "date"], "svarets källa", "the source of an answer"),
      .init("source-undated", needed: ["section"], "källa utan år", "a source without a year"),
      .init(
        "source-of-last", needed: ["section"], optional: ["date"], "svaret på ”var står det?”",
        "the answer to “where does it say that?”"),
      .init(
        "dated-contact", optional: ["date"], "under personers uppgifter",
        "below the details of people"),
      .init("dated-law", optional: ["date"], "under lagtext", "below the text of a law"),
      .init(
        "dated-statute", needed: [], optional: ["date"], "en paragraf som nämns utan att citeras",
        "a section that is named and not quoted"),
      .init(
        "translation", mayBeLacking: true, "före ett citat i översättning",
        "before a quotation in translation"),
      .init("quotation", needed: ["text"], "ett ordagrant citat", "an exact quotation"),
      .init(
        "unknown", "inget svar, där ämne med rollen unknown saknas",
        "no answer, where no topic has the role unknown"),
      .init("foreign", "frågan är på ett annat språk", "the question is in another language"),
      .init("nearest", needed: ["titles"], "ämnen som ligger nära", "topics that are near"),
      .init(
        "choice-item", needed: ["number", "title"], "ett av flera ämnen att välja",
        "one of several to choose"),
      .init(
        "place-read", needed: ["place"], "hur en felskriven ort lästes",
        "how a misspelt place was read"),
      .init(
        "place-across", needed: ["place"], optional: ["areas"], "en ort i flera områden",
        "a place in several areas"),
      .init(
        "place-belongs", needed: ["place", "region"], optional: ["areas"],
        "till vilken kontakt en ort hör", "which contact a place belongs to"),
      .init(
        "places-together", needed: ["place", "region"], optional: ["areas"],
        "orter som hör till samma kontakt", "places that belong to the same contact"),
      .init(
        "place-unlisted", needed: ["place"], "en ort utan kontakt", "a place without a contact"),
      .init("telephone", needed: ["telephones"], "en persons nummer", "somebody's numbers"),
      .init("mail", needed: ["mail"], "en persons e-post", "somebody's mail"),
      .init("others", "fler personer än de som visas", "more people than are shown"),
      .init("telephone-too", "nummer finns också", "there are numbers as well"),
      .init(
        "list", needed: ["first", "last"], "de två sista i en uppräkning", "the last two of a list"),
      .init(
        "bridge-error", "något gick fel; den som bär svaren visar det",
        "something went wrong; what carries the answers shows it"),
      .init("why-words", optional: ["words"], "ord för svaret", "words for the answer"),
      .init("why-against", optional: ["words"], "ord mot svaret", "words against it"),
      .init(
        "why-first", optional: ["title", "topic", "percent"], "det troligaste ämnet",
        "the likeliest topic"),
      .init(
        "why-next", optional: ["title", "topic", "percent"], "de därnäst", "those after it"),
      .init(
        "why-danger-share", optional: ["percent"], "hur trolig fara är", "how likely danger is"),
    ] + reasons

  /// What decided an answer.
  private static let reasons: [PhraseSpecification] = [
    .init("why-danger", "fara avgjorde", "danger decided"),
    .init("why-place", "orten avgjorde", "the place decided"),
    .init("why-person", "namnet avgjorde", "the name decided"),
    .init("why-ranking", "orden avgjorde", "the words decided"),
    .init("why-part", "en del av förra ämnet", "a part of the last topic"),
    .init("why-follow-up", "frågan fortsatte", "the question went on"),
    .init("why-pending", "svar på en motfråga", "an answer to what was asked back"),
    .init("why-unsure", "inget var troligt nog", "nothing was likely enough"),
    .init("why-foreign", "ett annat språk", "another language"),
    .init("why-unknown-statute", "okänd paragraf", "an unknown paragraph"),
    .init("why-language", "ett språk begärdes", "a language was asked for"),
    .init("why-source", "källan efterfrågades", "the source was asked for"),
    .init("why-denied", "ett nej", "a no"),
    .init("why-choice", "två var lika troliga", "two were equally likely"),
    .init("why-ask-place", "ort saknades", "a place was missing"),
  ]

  package static func named(_ name: String) -> PhraseSpecification? {
    table.first { $0.name == name }
  }
}
