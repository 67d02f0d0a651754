import Conversation
import LineProtocol
import TestSupport
import Testing

@Suite struct ConversationStoreTests {
  private func conversation(_ language: String) -> StoredConversation {
    StoredConversation(state: ConversationState(), explanation: nil, language: language)
  }

  /// The names that are known, without using any of them.
  private func known(_ store: ConversationStore, of names: [String], at now: Int64) -> [String] {
    names.filter {
      var copy = store
      return copy.conversation($0, now: now) != nil
    }
  }

  @Test func keepsEachConversationUnderItsName() {
    var store = ConversationStore()
    store.store(conversation("sv"), as: "a", now: 0)
    store.store(conversation("en"), as: "b", now: 0)
    store.store(conversation("no"), as: "a", now: 1)
    let a = store.conversation("a", now: 1)
    #expect(a?.language == "no")
    let b = store.conversation("b", now: 1)
    #expect(b?.language == "en")
    let upper = store.conversation("A", now: 1)
    #expect(upper?.language == nil)
    #expect(store.count == 2)
  }

  @Test func forgetsTheLeastRecentlyUsed() {
    var store = ConversationStore(capacity: 3)
    for name in ["a", "b", "c"] { store.store(conversation(name), as: name, now: 0) }
    // Reading and writing are uses.
    _ = store.conversation("a", now: 0)
    store.store(conversation("b"), as: "b", now: 0)
    store.store(conversation("d"), as: "d", now: 0)
    #expect(known(store, of: ["a", "b", "c", "d"], at: 0) == ["a", "b", "d"])
    store.store(conversation("e"), as: "e", now: 0)
    #expect(known(store, of: ["a", "b", "d", "e"], at: 0) == ["b", "d", "e"])
    #expect(store.count == 3)
  }

  @Test func forgetsWhatHasBeenIdle() {
    var store = ConversationStore(idleTime: 1800)
    store.store(conversation("a"), as: "a", now: 1000)
    store.store(conversation("b"), as: "b", now: 1001)
    #expect(known(store, of: ["a", "b"], at: 2799) == ["a", "b"])
    #expect(known(store, of: ["a", "b"], at: 2800) == ["b"])
    let b = store.conversation("b", now: 2800)
    #expect(b != nil)
    // That was a use: it lives on from there.
    #expect(known(store, of: ["a", "b"], at: 4599) == ["b"])
    #expect(known(store, of: ["a", "b"], at: 4600) == [])
  }

  @Test func forgetsOnDemand() {
    var store = ConversationStore()
    store.store(conversation("a"), as: "a", now: 0)
    let wasKnown = [store.forget("a", now: 0), store.forget("a", now: 0)]
    store.store(conversation("b"), as: "b", now: 0)
    let wasIdle = store.forget("b", now: 1800)
    #expect(wasKnown == [true, false])
    #expect(!wasIdle)
    #expect(store.count == 0)
  }

  @Test func agreesWithAPlainListOverManyUses() {
    var store = ConversationStore(capacity: 5, idleTime: 20)
    var list: [(name: String, use: Int64)] = []
    var random = SeededGenerator(seed: 4)
    for now in 0..<Int64(5000) {
      let name = "\(Int.random(in: 0..<9, using: &random))"
      let time = now / 3
      list.removeAll { time - $0.use >= 20 }
      let place = list.firstIndex { $0.name == name }
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let wasKnown = store.forget(name, now: time)
        #expect(wasKnown == (place != nil))
        if let place { list.remove(at: place) }
      case 1:
        let isKnown = store.conversation(name, now: time) != nil
        #expect(isKnown == (place != nil))
        if let place { list.append((list.remove(at: place).name, time)) }
      default:
        store.store(conversation("sv"), as: name, now: time)
        if let place { list.remove(at: place) } else if list.count == 5 { list.removeFirst() }
        list.append((name, time))
      }
      #expect(store.count == list.count)
    }
  }

  @Test func changesEveryState() {
    var store = ConversationStore()
    for name in ["a", "b", "c"] { store.store(conversation("sv"), as: name, now: 0) }
    _ = store.forget("b", now: 0)
    store.updateAll { $0.language = "en" }
    let a = store.conversation("a", now: 0)
    #expect(a?.language == "en")
    let b = store.conversation("b", now: 0)
    #expect(b?.language == nil)
    let c = store.conversation("c", now: 0)
    #expect(c?.language == "en")
  }
}
