import Conversation
import Foundation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct ComparisonTests {
  /// Compares the small knowledge with itself after changes to the text of files.
  private func compare(
    _ changes: [(file: String, old: String, new: String)], transcript: String? = nil
  ) throws -> Comparison {
    var files = SmallKnowledge.plainlyExplained
    for change in changes {
      let text = try #require(files[change.file])
      try #require(text.contains(change.old))
      files[change.file] = text.replacing(change.old, with: change.new)
    }
    let (old, new) = (try small.get(), Responder(knowledge: try SmallKnowledge.load(files)))
    let folder = try SmallKnowledge.write(transcript.map { ["t.transcript": $0] } ?? ["t.txt": ""])
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = KnownQuestions(
      examplesOf: [old.knowledge, new.knowledge], paths: [folder.path])
    return Comparison(
      questions, old: (old.knowledge, Comparison.replies(of: old, to: questions)),
      new: (new.knowledge, Comparison.replies(of: new, to: questions)))
  }

  @Test func nothingChangesWithoutAChange() throws {
    let comparison = try compare([])
    #expect(comparison.changeCount == 0)
    #expect(
      comparison.lines(in: .english).map(\.text)
        == ["0 of \(comparison.questionCount) answers change"])
  }

  @Test func theSameChangeOfTextIsOneGroup() throws {
    let comparison = try compare([
      (
        "permit/time.topic", "< Betänketiden är 30 dagar.",
        "< Betänketiden är 30 dagar, ibland fler."
      )
    ])
    #expect(
      comparison.lines(in: .english, most: 2).map(\.text) == [
        "other text in permit/time: 3",
        "    − Betänketiden är 30 dagar.",
        "    + Betänketiden är 30 dagar, ibland fler.",
        "  K/permit/time.topic:10: > får hon tid att tänka efter?",
        "  K/permit/time.topic:11: > hur lång betänketid får man?",
        "  … 1 more",
        "3 of \(comparison.questionCount) answers change",
      ])
    let swedish = comparison.lines(in: .swedish, most: 2).map(\.text)
    #expect(swedish.first == "annan text i permit/time: 3")
    #expect(swedish.suffix(2) == ["  … 1 till", "3 av \(comparison.questionCount) svar ändras"])
  }

  @Test func everyWordingOfATranscriptIsAsked() throws {
    let comparison = try compare(
      [("permit/time.topic", "< Förundersökningsledaren ansöker.", "< Polisen ansöker.")],
      transcript: "> betänketid\n@ permit/time\n> vem ansöker?\n> vem ansöker\n~ x\n> hello\n@ y\n")
    #expect(comparison.changeCount == 3)
    let group = try #require(comparison.groups.first)
    #expect(group.cause.heading(in: .english) == "other text in permit/time")
    #expect(group.changes.map(\.question.text) == ["vem ansöker?", "vem ansöker?", "vem ansöker"])
    #expect(group.changes[0].question.origin == "K/permit/time.topic:15")
    #expect(group.changes[1].question.origin.hasSuffix("/t.transcript:3"))
  }

  /// The answer of a part is reached by its own wordings, in its topic's context.
  @Test func wordingsOfPartsAreAsked() throws {
    let comparison = try compare([
      ("permit/time.topic", "< Förundersökningsledaren ansöker.", "< HELT FEL SVAR.")
    ])
    let lines = comparison.lines(in: .english).map(\.text)
    #expect(lines.contains("other text in permit/time: 1"))
    #expect(lines.contains("    + HELT FEL SVAR."))
    #expect(lines.contains("  K/permit/time.topic:15: > vem ansöker?"))
  }

  /// What no wording reaches is shown all the same: the text itself has changed.
  @Test func aTextThatNoQuestionReachesIsShown() throws {
    let silent = ("permit/time.topic", "> vem ansöker?\n", "")
    let changes = [
      silent, ("permit/time.topic", "< Förundersökningsledaren ansöker.", "< Polisen."),
    ]
    let comparison = try compare(changes)
    let lines = comparison.lines(in: .english).map(\.text)
    #expect(
      lines.contains("other text that no known question reaches, in permit/time#vem (Swedish)")
        || lines.contains("other text in permit/time: 1"))
    #expect(lines.contains("    + Polisen."))
    let phrase = try compare([("phrases.phrases", "Råd: ring", "Hjälp: ring")])
    #expect(phrase.changeCount == 0)
    #expect(
      phrase.lines(in: .swedish).map(\.text) == [
        "andra fraser på svenska",
        "    − bridge-error: Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.",
        "    + bridge-error: Något gick fel. Akut fara: ring 112. Hjälp: ring 020-39 00 00.",
        "0 av \(phrase.questionCount) svar ändras, och 1 text som ingen fråga når",
      ])
    let person = try compare([("contact/syd.topic", "040-34 93 54", "040-34 93 55")])
    #expect(person.lines(in: .english).contains { $0.text.contains("040-34 93 55") })
  }

  @Test func aMovedQuestionChangesItsTopic() throws {
    let comparison = try compare([
      ("law/sale.topic", "> får man köpa sex", "> olagligt?"),
      (
        "dialogue/unknown.topic", "> recept på pannkakor",
        "> recept på pannkakor\n> får man köpa sex"
      ),
    ])
    let refused = comparison.groups.first { $0.cause == .nowRefused(from: "law/sale") }
    #expect(refused?.changes.map(\.question.text).contains("får man köpa sex") == true)
    let lines = comparison.lines(in: .swedish).map(\.text)
    #expect(lines.contains { $0.hasPrefix("besvaras inte längre, förut law/sale: ") })
  }

  @Test func examplesOfBothVersionsAreAskedOnce() throws {
    let plain = try compare([]).questionCount
    let added = try compare([
      ("law/sale.topic", "> får man köpa sex", "> får man köpa sex\n> torsk?")
    ]).questionCount
    let removed = try compare([("law/sale.topic", "> får man köpa sex\n", "")]).questionCount
    #expect(added == plain + 1)
    #expect(removed == plain)
  }

  @Test func everyCauseHasItsWords() {
    let causes: [Comparison.Cause] = [
      .noLongerDanger(to: "a"), .nowDanger(from: "a"), .nowRefused(from: "a"),
      .nowAskedBack(from: "a"), .otherTopic(from: "a", to: "b"), .nowAnswered(by: "b"),
      .otherLanguage(from: "sv", to: "en"), .otherText("a", difference: []),
      .unreachedText(TopicReference(topic: "a", part: "b"), "sv", difference: []),
      .otherPhrase("en", difference: []), .otherOffers("a"),
    ]
    #expect(
      causes.map { $0.heading(in: .english) } == [
        "no longer danger, now a", "now danger, before a", "no longer answered, before a",
        "now a question back, before a", "other topic: a → b", "now answered by b",
        "other language: sv → en", "other text in a",
        "other text that no known question reaches, in a#b (Swedish)", "other phrases in English",
        "other topics offered in a",
      ])
    #expect(
      causes.map { $0.heading(in: .swedish) } == [
        "inte längre akut, nu a", "nu akut, förut a", "besvaras inte längre, förut a",
        "nu en motfråga, förut a", "annat ämne: a → b", "besvaras nu av b",
        "annat språk: sv → en", "annan text i a",
        "annan text som ingen känd fråga når, i a#b (svenska)", "andra fraser på engelska",
        "andra ämnen erbjuds i a",
      ])
    #expect(causes.map(\.rank) == Array(0..<11))
  }

  /// From reply to cause, the gravest first.
  @Test(arguments: [
    ("safety/danger", "law/sale", Comparison.Cause.noLongerDanger(to: "law/sale")),
    ("law/sale", "safety/danger", .nowDanger(from: "law/sale")),
    ("law/sale", "dialogue/unknown", .nowRefused(from: "law/sale")),
    ("dialogue/unknown", "law/sale", .nowAnswered(by: "law/sale")),
    ("permit/time", "law/sale", .otherTopic(from: "permit/time", to: "law/sale")),
  ])
  func causes(from: TopicID, to: TopicID, expected: Comparison.Cause) throws {
    let base = try small.get().knowledge
    #expect(try Comparison.cause(reply(from, base), reply(to, base), base, base) == expected)
  }

  @Test func causesOfTheSameTopic() throws {
    let base = try small.get().knowledge
    let reply = try reply("law/sale", base)
    var other = reply
    #expect(Comparison.cause(reply, other, base, base) == nil)
    other.lines = [ReplyLine(.text, "b")]
    #expect(
      Comparison.cause(reply, other, base, base)
        == .otherText("law/sale", difference: ["− a", "+ b"]))
    // What is only offered beside the answer is another thing.
    var offering = other
    offering.lines.append(ReplyLine(.note, "See c."))
    offering.suggestions = Array(reply.suggestions.dropLast())
    #expect(Comparison.cause(other, offering, base, base) == .otherOffers("law/sale"))
    other.language = "en"
    #expect(Comparison.cause(reply, other, base, base) == .otherLanguage(from: "sv", to: "en"))
  }

  private func reply(_ topic: TopicID, _ base: KnowledgeBase) throws -> Reply {
    var reply = try small.get().reply(to: "betänketid").reply
    reply.topics = [topic]
    reply.kind = base.topic(topic)?.kind ?? .about
    reply.lines = [ReplyLine(.text, "a")]
    return reply
  }
}
