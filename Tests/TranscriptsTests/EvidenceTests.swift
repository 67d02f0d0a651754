import Conversation
import Knowledge
import TestSupport
import Testing
import Transcripts

/// The words shown in an explanation are those that decided.
@Suite struct EvidenceTests {
  /// Without a word that is shown to speak for it, the answer is less likely.
  @Test(arguments: [
    ("får man köpa sex", nil), ("is it illegal to buy sex?", nil),
    ("hur lång betänketid får man?", nil),
    ("hjälp han har kniv", nil), ("she is locked in and screaming", nil),
    ("vem ansöker?", "permit/time"),
  ])
  func aShownWordCounts(question: String, after: TopicID?) throws {
    let responder = try small.get()
    let state =
      after.flatMap { responder.state(after: TopicReference(topic: $0), language: "sv") }
      ?? ConversationState()
    let reply = responder.reply(to: question, in: state, fallback: "sv").reply
    let shown = responder.decidingWords(of: reply, question, in: state, fallback: "sv")
      .filter { $0.weight > 0 }
    #expect(!shown.isEmpty)
    for word in shown {
      let rest = question.split(separator: " ")
        .filter { $0.lowercased().filter(\.isLetter) != word.text }.joined(separator: " ")
      let without = responder.reply(to: rest, in: state, fallback: "sv").reply
      let isOther = without.topics != reply.topics || without.parts != reply.parts
      let isLess: Bool
      if reply.kind == .safety {
        isLess = without.explanation.danger < reply.explanation.danger
      } else if let part = reply.parts.first {
        let share = { (text: String) in
          responder.parts(of: part.topic, for: text, in: "sv")
            .first { $0.reference == part }?.probability ?? 0
        }
        isLess = share(rest) < share(question)
      } else {
        let rank = { (reply: Reply, topic: TopicID) in
          reply.explanation.ranks.first { $0.topic == topic }?.probability ?? 0
        }
        let topic = reply.explanation.ranks.first?.topic ?? ""
        isLess = rank(without, topic) < rank(reply, topic)
      }
      #expect(isOther || isLess, "\(question) without \(word.text)")
    }
  }

  @Test func theStateAfterATopic() throws {
    let responder = try small.get()
    #expect(responder.state(after: TopicReference("no/such"), language: "sv") == nil)
    #expect(responder.state(after: TopicReference("permit/time#no"), language: "sv") == nil)
    let asked = responder.reply(to: "betänketid", fallback: "sv").state
    let after = try #require(responder.state(after: TopicReference("permit/time"), language: "sv"))
    #expect(after.last == asked.last)
    #expect(after.subjects == asked.subjects)
  }

  @Test func theNearestWordings() throws {
    let nearest = try small.get().nearestWordings(to: "may one buy sex", count: 2)
    #expect(nearest.map(\.text).first == "may one buy sex")
    #expect(nearest.first?.reference == TopicReference(topic: "law/sale"))
    #expect(nearest.first?.position.line == 16)
    #expect(nearest.count == 2 && nearest[1].likeness <= nearest[0].likeness)
  }
}
