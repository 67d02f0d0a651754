import Knowledge
import Testing
import Transcripts

@Suite struct EvaluationTests {
  private static let text = """
    {"text": "betänketid", "lang": "sv", "accept": ["permit/time"], "must": ["30  DAGAR"]}

    {"text": "time to think", "lang": "en", "accept": ["law/sale", "permit/time"], "must_not": ["31"]}
    {"text": "betänketid", "lang": "sv", "accept": ["law/sale"], "must": ["31 dagar"], "must_not": ["30 dagar"]}
    {"text": "betänketid", "lang": "en", "accept": ["permit/time"]}
    """

  private func evaluated() throws -> Evaluation {
    var evaluation = Evaluation()
    let set = QuestionSet(bytes: Array(Self.text.utf8), file: "q.jsonl")
    #expect(set.problems.isEmpty)
    evaluation.ask(set, try small.get())
    return evaluation
  }

  @Test func countsByLanguageAndTopic() throws {
    let found = try evaluated()
    let text: (Evaluation.Score) -> String = { "\($0.right)/\($0.all)" }
    #expect(text(found.total) == "2/4")
    #expect(found.byLanguage.mapValues(text) == ["sv": "1/2", "en": "1/2"])
    #expect(found.byTopic.mapValues(text) == ["permit/time": "1/2", "law/sale": "1/2"])
    #expect(found.total.share == 0.5)
  }

  @Test func saysWhatEachMissLacks() throws {
    let misses = try evaluated().misses
    #expect(misses.map(\.origin) == ["q.jsonl:4", "q.jsonl:5"])
    #expect(
      misses[0].lines(in: .english) == [
        "expected @ law/sale (sv), got @ permit/time (sv)", "missing: ~ 31 dagar",
        "must not appear: ! 30 dagar",
      ])
    #expect(
      misses[0].lines(in: .swedish) == [
        "väntat @ law/sale (sv), fick @ permit/time (sv)", "saknas: ~ 31 dagar",
        "får inte finnas med: ! 30 dagar",
      ])
    #expect(
      misses[1].lines(in: .english) == ["expected @ permit/time (en), got @ permit/time (sv)"])
  }

  @Test func theOpeningIsAskedForByItself() throws {
    let set = QuestionSet(
      bytes: Array(
        """
        {"text": "betänketid", "lang": "sv", "accept": ["permit/time"], "first": ["31 dagar | 30 dagar"], "not_first": ["Källa"]}
        {"text": "betänketid", "lang": "sv", "accept": ["permit/time"], "first": ["0 dagar", "tid"], "not_first": ["brott | 30"]}

        """.utf8), file: "q.jsonl")
    var found = Evaluation()
    found.ask(set, try small.get())
    #expect(found.total == .init(right: 1, all: 2))
    #expect(
      found.misses.first?.lines(in: .english) == [
        "expected @ permit/time (sv), got @ permit/time (sv)",
        "missing in the opening: ^ 0 dagar", "must not appear in the opening: brott | 30",
      ])
    #expect(
      found.misses.first?.lines(in: .swedish).last == "får inte finnas med i början: brott | 30")
  }

  @Test func aPartIsExpectedByItsName() throws {
    let part = try #require(try small.get().knowledge.topic("permit/time")?.parts.first?.id)
    let text = ["permit/time", "permit/time#\(part)", "permit/time#x", "permit/tim"].map {
      "{\"text\": \"betänketid\", \"lang\": \"sv\", \"accept\": [\"\($0)\"]}\n"
    }
    let set = QuestionSet(bytes: Array(text.joined().utf8), file: "q.jsonl")
    var found = Evaluation()
    found.ask(set, try small.get())
    #expect(found.misses.map(\.origin) == ["q.jsonl:2", "q.jsonl:3", "q.jsonl:4"])
    // A slip in a name is no miss but an error.
    #expect(
      set.unknownTopics(in: try small.get().knowledge).map { $0.headline(in: .english) } == [
        "q.jsonl:3:1: error: the topic permit/time has no part “x”",
        "q.jsonl:4:1: error: there is no topic “permit/tim”",
      ])
  }

  @Test func whatIsHeldOutIsCountedApart() throws {
    let question = "{\"text\": \"betänketid\", \"lang\": \"sv\", \"accept\": [\"permit/time\"]}\n"
    let wrong = question.replacing("permit/time", with: "law/sale")
    let sets = [
      QuestionSet(bytes: Array((question + wrong).utf8), file: "T/held-out/a.jsonl"),
      QuestionSet(bytes: Array(question.utf8), file: "T/held-out.jsonl"),
    ]
    #expect(sets.map(\.isHeldOut) == [true, false])
    let found = EvaluatedSets(sets, try small.get())
    #expect(found.heldOut.total == .init(right: 1, all: 2))
    #expect(found.learnt.total == .init(right: 1, all: 1))
    #expect(found.all.total == .init(right: 2, all: 3))
    #expect(found.groups.map(\.heading.english) == ["held-out questions", "learnt questions"])
  }

  @Test func aLineThatIsNoQuestionIsAnError() {
    let set = QuestionSet(
      bytes: Array("{\"text\": \"a\", \"lang\": \"sv\"}\n\n{\nnot json\n".utf8), file: "å.jsonl")
    #expect(
      set.problems.map { $0.description(in: .english) }
        == [1, 3, 4].map {
          "å.jsonl:\($0):1: error: the line is no labelled question\n  Write a JSON object with text, lang and accept; it may have must, must_not, first and not_first."
        })
    #expect(
      set.problems.first?.description(in: .swedish)
        == "å.jsonl:1:1: error: raden är ingen märkt fråga\n  Skriv ett JSON-objekt med text, lang och accept; must, must_not, first och not_first får finnas."
    )
  }
}
