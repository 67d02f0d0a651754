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
        "must not stand: ! 30 dagar",
      ])
    #expect(
      misses[0].lines(in: .swedish) == [
        "väntat @ law/sale (sv), fick @ permit/time (sv)", "saknas: ~ 31 dagar",
        "får inte stå: ! 30 dagar",
      ])
    #expect(
      misses[1].lines(in: .english) == ["expected @ permit/time (en), got @ permit/time (sv)"])
  }

  @Test func aLineThatIsNoQuestionIsAnError() {
    let set = QuestionSet(
      bytes: Array("{\"text\": \"a\", \"lang\": \"sv\"}\n\n{\nnot json\n".utf8), file: "å.jsonl")
    #expect(
      set.problems.map { $0.description(in: .english) }
        == [1, 3, 4].map {
          "å.jsonl:\($0):1: error: the line is no labelled question\n  Write a JSON object with text, lang and accept; it may have must and must_not."
        })
    #expect(
      set.problems.first?.description(in: .swedish)
        == "å.jsonl:1:1: error: raden är ingen märkt fråga\n  Skriv ett JSON-objekt med text, lang och accept; must och must_not får finnas."
    )
  }
}
