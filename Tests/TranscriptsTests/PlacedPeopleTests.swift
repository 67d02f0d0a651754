import Conversation
import Knowledge
import TestSupport
import Testing

/// Coordinators who are called as places are: the places keep their questions.
@Suite struct PlacedPeopleTests {
  private static let responder = Result {
    var files = SmallKnowledge.files
    files["contact/ost.topic"] = """
      kind: contact
      section: Kontakt / Region Öst
      as-of: 2026
      covers: Kalmar

      -- Jonas Lund
      telephone: 0480-12 34 56

      -- Maria Berg
      telephone: 0480-12 34 57

      == sv
      title: Region Öst
      < Region Öst (Kalmar):
      > vem är koordinator i Kalmar?

      == en
      title: Region East
      < Region Öst (Kalmar):
      > who is the coordinator in Kalmar?
      """
    files["places/more.places"] = """
      == Skåne
      > Lund

      == Norrbotten
      > Berg

      == Kalmar
      """
    files["contact/nord.topic"] = """
      kind: contact
      section: Kontakt / Region Nord
      as-of: 2018
      covers: Norrbotten

      -- Bo Ek
      telephone: 0920-12 34 56

      == sv
      title: Nord
      < Region Nord:
      > koordinator i Kiruna

      == en
      title: North
      < Region Nord:
      > coordinator in Kiruna
      """
    files["v.concepts"] = """
      == beside-places
      role: place-noun
      > kommun

      == endings
      role: place-ending
      > s

      == telephone
      role: ask-telephone
      > telefon

      == before-places
      role: place-cue
      > i
      """
    files["phrases.phrases"] = """
      == sv
      dated-contact: Från {date}.
      list: {first} och {last}
      source: {section} ({date})

      == en
      dated-contact: From {date}.
      list: {first} and {last}
      source: {section} ({date})
      """
    return Responder(knowledge: try SmallKnowledge.load(files))
  }

  private func ask(_ question: String) throws -> Reply {
    try Self.responder.get().reply(to: question, fallback: "sv").reply
  }

  @Test(arguments: [
    ("Vem är koordinator i Lund?", "contact/syd"), ("Lund", "contact/syd"),
    ("Bergs kommun", "contact/nord"), ("vem är koordinator i Berg?", "contact/nord"),
    ("Jonas Lund", "contact/ost"), ("Maria Berg, telefon", "contact/ost"),
    ("numret till Berg, Maria", "contact/ost"), ("Bo Ek", "contact/nord"),
  ])
  func aNameThatIsAPlaceMeansThePlace(question: String, topic: TopicID) throws {
    #expect(try ask(question).topics.first == topic)
  }

  @Test func aNewerTopicSaysItsOwnYear() throws {
    let ost = try ask("vem är koordinator i Kalmar?").text
    #expect(ost.contains("Från 2026.") && ost.contains("Kontakt / Region Öst (2026)"))
    let both = try ask("koordinator i Kalmar och Lund").text
    #expect(both.contains("Från 2018 och 2026."))
    #expect(both.contains("Kontakt / Region Syd (2018)"))
  }
}
