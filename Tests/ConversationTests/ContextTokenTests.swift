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
    state.subjects = [time, contact, 0, 1]
    state.contact = [Focus(topic: contact, persons: [0]), Focus(topic: contact)]
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
    #expect(ContextToken.longest == 1024)
    var state = try fullState()
    state.last = Array(repeating: Focus(topic: 0, part: 0, persons: Array(0..<300)), count: 300)
    state.contact = state.last
    state.subjects = Array(0..<300)
    state.handles = Array(0..<300)
    state.region = Array(0..<300)
    for pending in [PendingQuestion.choice(Array(0..<300)), .offer(Array(0..<300)), .place] {
      state.pending = pending
      #expect(encode(state).utf8.count <= ContextToken.longest)
    }
  }

  /// What is too much for a token is left out, the rest comes back.
  @Test func bringsBackTheBeginningOfALongState() throws {
    let contact = try #require(knowledge.topics.firstIndex { $0.id == "contact/syd" })
    var state = try fullState()
    state.last = Array(repeating: Focus(topic: contact, persons: [0]), count: 100)
    state.contact = state.last
    state.subjects = Array(repeating: contact, count: 100)
    state.region = state.subjects
    let carried = try #require(decode(encode(state)))
    #expect(!carried.last.isEmpty && carried.last.allSatisfy { $0 == state.last[0] })
    #expect(!carried.contact.isEmpty && carried.contact.allSatisfy { $0 == state.last[0] })
    #expect(carried.subjects == Array(repeating: contact, count: ConversationState.mostSubjects))
    #expect(carried.pending == state.pending)
    #expect(carried.language == "sv")
  }

  /// A part or a person that the knowledge lacks was never written by this program.
  @Test func refusesWhatTheKnowledgeLacks() throws {
    let time = try #require(knowledge.topics.firstIndex { $0.id == "permit/time" })
    let parts = knowledge.topics[time].parts.count
    #expect(parts > 0)
    let lacking = [
      Focus(topic: time, part: parts), Focus(topic: time, persons: [0]),
      Focus(topic: knowledge.topics.count),
    ]
    for focus in lacking {
      for field in [\ConversationState.last, \.contact] {
        var state = try fullState()
        state[keyPath: field] = [focus]
        #expect(decode(encode(state)) == nil)
      }
    }
    var state = try fullState()
    state.subjects = [knowledge.topics.count]
    #expect(decode(encode(state)) == nil)
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
