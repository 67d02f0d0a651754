import Knowledge
import Testing
import Understanding

@testable import Conversation

@Suite struct ContactResolverTests {
  private let interpreter: Interpreter
  private let resolver: ContactResolver

  private var knowledge: KnowledgeBase { interpreter.knowledge }

  init() throws {
    interpreter = try TalkKnowledge.interpreter()
    resolver = ContactResolver(knowledge: interpreter.knowledge)
  }

  /// Whom the places of a text lead to.
  private func resolve(_ text: String) -> String {
    switch resolver.resolve(interpreter.recognizer.recognize(text).places) {
    case .contacts(let topics): topics.map { knowledge.topics[$0].id }.joined(separator: ", ")
    case .across(let place): "across \(place.name)"
    case .none: "none"
    }
  }

  @Test(arguments: [
    ("Malmö", "contact/syd"), ("Kiruna", "contact/nord"), ("Umeå", "contact/unlisted"),
    ("Norway", "contact/unlisted"), ("Norrland", "across Norrland"), ("nowhere", "none"),
  ])
  func findsTheContactOfAPlace(text: String, contact: String) {
    #expect(resolve(text) == contact)
  }

  @Test func findsEachContactOnceInTheOrderOfThePlaces() {
    #expect(resolve("Kiruna and Malmö and Norrbotten") == "contact/nord, contact/syd")
  }

  /// Somebody from abroad is in some place here, and that counts; so does a town within an area.
  @Test(arguments: [
    ("from Norway to Malmö", "contact/syd"), ("Norrland, in Kiruna", "contact/nord"),
    ("Norway or Norrland", "across Norrland"),
  ])
  func prefersTheSmallerPlaceAndTheOneAtHome(text: String, contact: String) {
    #expect(resolve(text) == contact)
  }

  private func handles(_ text: String) -> [String] {
    resolver.handles(in: interpreter.recognizer.recognize(text))
      .map { knowledge.concepts[$0].name }
  }

  @Test(arguments: [
    ("adults and children", ["adults", "children"]), ("children, two children", ["children"]),
    ("hungry", []), ("children, not adults", ["children"]), ("not the adults", ["children"]),
    ("I will not come, so help two adults", ["adults"]),
  ])
  func readsWhatPeopleAreChosenBy(text: String, names: [String]) {
    #expect(handles(text) == names)
  }

  @Test func choosesPeopleByWhatTheyHandle() throws {
    let nord = try #require(knowledge.topics.firstIndex { $0.id == "contact/nord" })
    let syd = try #require(knowledge.topics.firstIndex { $0.id == "contact/syd" })
    let concepts = try ["adults", "children"].map { name in
      try #require(knowledge.concepts.firstIndex { $0.name == name })
    }
    #expect(resolver.persons(of: nord, handling: [concepts[0]]) == [0, 2])
    #expect(resolver.persons(of: nord, handling: [concepts[1]]) == [1])
    // Everybody is nobody in particular.
    #expect(resolver.persons(of: nord, handling: concepts) == [])
    #expect(resolver.persons(of: nord, handling: []) == [])
    #expect(resolver.persons(of: syd, handling: concepts) == [])
  }
}
