import Conversation
import Knowledge
import TestSupport
import Testing

/// What a conversation remembers when its knowledge is another.
@Suite struct ReloadedStateTests {
  private static let concepts = "== children\nrole: pronoun\n> barn\n\n== adults\n> vuxna\n"

  private func knowledge(_ more: [String: String] = [:]) throws -> KnowledgeBase {
    var files = SmallKnowledge.files
    files["a.concepts"] = Self.concepts
    files["b.concepts"] = "== children\n> unga\n"
    return try SmallKnowledge.load(files.merging(more) { $1 })
  }

  private func place(_ id: String, _ knowledge: KnowledgeBase) throws -> Int {
    try #require(knowledge.topics.firstIndex { $0.id == id })
  }

  @Test func isTheSameUnderTheSameKnowledge() throws {
    let base = try knowledge()
    #expect(base.concepts.map(\.name).sorted() == ["adults", "children", "children"])
    var state = ConversationState()
    state.last = [Focus(topic: try place("contact/syd", base), persons: [0])]
    state.handles = Array(base.concepts.indices)
    state.region = [try place("contact/syd", base)]
    state.pending = .choice([try place("law/sale", base), try place("permit/time", base)])
    state.language = "sv"
    state.subjects = [try place("permit/time", base), try place("contact/syd", base)]
    state.contact = state.last
    #expect(state.carried(from: base, to: base) == state)
  }

  @Test func followsItsTopicsAndForgetsWhatIsGone() throws {
    let old = try knowledge()
    let new = try knowledge([
      "a.concepts": "== first\n> först\n" + Self.concepts,
      "about/first.topic": """
      kind: about

      == sv
      title: Ett
      < Ett.
      > vad är ett

      == en
      title: One
      < One.
      > what is one
      """,
    ])
    var state = ConversationState()
    state.last = [Focus(topic: try place("permit/time", old), part: 0)]
    state.handles = [try #require(old.concepts.firstIndex { $0.name == "adults" })]
    state.subjects = try ["law/sale", "permit/time"].map { try place($0, old) }
    state.contact = [Focus(topic: try place("contact/syd", old), persons: [0])]
    let carried = state.carried(from: old, to: new)
    #expect(carried.last == [Focus(topic: try place("permit/time", new), part: 0)])
    #expect(carried.handles.map { new.concepts[$0].name } == ["adults"])
    #expect(carried.subjects == (try ["law/sale", "permit/time"].map { try place($0, new) }))
    #expect(carried.contact == [Focus(topic: try place("contact/syd", new), persons: [0])])
    var without = SmallKnowledge.files
    without["permit/time.topic"] = nil
    without["law/sale.topic"] = without["law/sale.topic"]?
      .replacing("related: permit/time\n", with: "")
    let rest = try SmallKnowledge.load(without)
    let gone = state.carried(from: old, to: rest)
    #expect(gone.last == [])
    #expect(gone.handles == [])
    #expect(gone.subjects == [try place("law/sale", rest)])
    #expect(gone.contact.count == 1)
  }

  /// A topic with two parts, in the given order.
  private func parts(_ ids: [String]) throws -> KnowledgeBase {
    let parts = ids.map { "-- \($0)\n== sv\ntitle: \($0)\n< \($0)\n> \($0)?" }
    return try SmallKnowledge.load([
      "a.topic": "== sv\ntitle: A\n< A.\n> a?\n" + parts.joined(separator: "\n")
    ])
  }

  @Test func findsAPartByItsIDWhereverItStandsNow() throws {
    var state = ConversationState()
    state.last = [Focus(topic: 0, part: 1)]
    let old = try parts(["who", "fee"])
    #expect(
      state.carried(from: old, to: try parts(["fee", "who"])).last == [Focus(topic: 0, part: 0)])
    #expect(
      state.carried(from: old, to: try parts(["a", "b", "fee"])).last == [Focus(topic: 0, part: 2)])
    // Where it is gone the topic is still what was spoken of.
    #expect(state.carried(from: old, to: try parts(["who"])).last == [Focus(topic: 0)])
  }
}
