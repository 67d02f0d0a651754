import Conversation
import Knowledge
import TestSupport
import Testing

/// What a conversation remembers when its knowledge is another.
@Suite struct ReloadedStateTests {
  private static let concepts = "== children\nrole: a\n> barn\n\n== adults\n> vuxna\n"

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
    let carried = state.carried(from: old, to: new)
    #expect(carried.last == [Focus(topic: try place("permit/time", new), part: 0)])
    #expect(carried.handles.map { new.concepts[$0].name } == ["adults"])
    var without = SmallKnowledge.files
    without["permit/time.topic"] = nil
    without["law/sale.topic"] = without["law/sale.topic"]?
      .replacing("related: permit/time\n", with: "")
    let gone = state.carried(from: old, to: try SmallKnowledge.load(without))
    #expect(gone.last == [])
    #expect(gone.handles == [])
  }
}
