import Conversation
import Knowledge
import TestSupport
import Testing

@Suite struct ContextTokenTests {
  private let knowledge: KnowledgeBase

  init() throws { knowledge = try SmallKnowledge.base() }

  private func decode(_ token: String, at now: Int64 = 0) -> ConversationState? {
    ContextToken.decode(token, knowledge: knowledge, now: now)
  }

  private func encode(_ state: ConversationState, at now: Int64 = 0) -> String {
    ContextToken.encode(state, knowledge: knowledge, now: now)
  }

  /// A state with something in every field.
  private func fullState() throws -> ConversationState {
    let contact = try #require(knowledge.topics.firstIndex { $0.id == "contact/syd" })
    let time = try #require(knowledge.topics.firstIndex { $0.id == "permit/time" })
    var state = ConversationState()
    state.last = [Focus(topic: contact, persons: [0]), Focus(topic: time, part: 0)]
    state.pending = .choice([time, contact])
    state.language = "sv"
    state.languageIsChosen = true
    state.region = [contact]
    state.fields = .mail
    return state
  }

  @Test func bringsBackEveryState() throws {
    var states = [ConversationState(), try fullState()]
    states[0].pending = .place
    states.append(ConversationState())
    for state in states {
      let token = encode(state)
      #expect(decode(token) == state)
      #expect(token.wholeMatch(of: /[A-Za-z0-9_-]{1,1024}/) != nil)
    }
  }

  @Test func bringsBackTheStatesOfRealTalks() throws {
    let responder = Responder(knowledge: knowledge)
    for talk in [
      ["vem är vår koordinator?", "Malmö", "och mejlen?"],
      ["hur lång betänketid?", "vem ansöker?"],
      ["in English please", "hello", "may one buy sex"], ["hej", "xyzzy", "sex eller tid?"],
    ] {
      var state = ConversationState()
      for question in talk {
        state = responder.reply(to: question, in: state).state
        #expect(decode(encode(state)) == state)
      }
    }
  }

  @Test func isShortHoweverMuchWasAnswered() throws {
    var state = try fullState()
    state.last = Array(repeating: Focus(topic: 0, persons: Array(0..<300)), count: 300)
    state.handles = Array(0..<300)
    state.region = Array(0..<300)
    state.pending = .choice(Array(0..<300))
    #expect(encode(state).utf8.count <= ContextToken.longest)
  }

  @Test func expires() throws {
    let token = encode(try fullState(), at: 1000)
    #expect(decode(token, at: 1000 + ContextToken.lifetime - 1) != nil)
    #expect(decode(token, at: 1000 + ContextToken.lifetime) == nil)
  }

  @Test func refusesDamageAnywhere() throws {
    let token = Array(encode(try fullState()))
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ")
    for place in token.indices {
      for letter in letters where letter != token[place] {
        var damaged = token
        damaged[place] = letter
        #expect(decode(String(damaged)) == nil)
      }
      #expect(decode(String(token[..<place])) == nil)
      #expect(decode(String(token[place...] + token[..<place])) == nil || place == 0)
    }
    #expect(decode(String(token) + "A") == nil)
    #expect(decode(String(token) + "=") == nil)
    #expect(decode(String(repeating: "A", count: ContextToken.longest + 1)) == nil)
  }

  @Test func refusesOtherKnowledge() throws {
    var files = SmallKnowledge.files
    files["law/sale.topic"]? += "\n> one more question"
    let other = try SmallKnowledge.load(files)
    let token = encode(try fullState())
    #expect(ContextToken.decode(token, knowledge: other, now: 0) == nil)
  }
}
