import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct TranscriptReaderTests {
  private func problems(_ text: String, _ language: InterfaceLanguage = .english) throws -> String {
    let knowledge = try SmallKnowledge.base()
    return TranscriptReader(bytes: Array(text.utf8), file: "å.transcript", knowledge: knowledge)
      .problems.map { $0.description(in: language) }.joined(separator: "\n")
  }

  @Test func readsEverythingThatAConversationMayHold() throws {
    let file = conversations(
      """
      # Betänketid
      lang: sv

      == Först
      > får hon tid?
      > hinner hon tänka?
      # varför
      @ permit/time
      @ law/sale
      ~ 30 dagar
      ! 31
      < Ja.
      <
      > och sen?
      ~ x

      == Second
      lang: en
      known-failure: not yet
      > hello
      @ dialogue/hello
      """)
    #expect(file.map(\.title) == ["Först", "Second"])
    #expect(file.map(\.language) == ["sv", "en"])
    #expect(file.map(\.knownFailure) == [nil, "not yet"])
    #expect(file.map(\.position.line) == [4, 17])
    let turn = try #require(file[0].turns.first)
    #expect(turn.wordings.map(\.text) == ["får hon tid?", "hinner hon tänka?"])
    #expect(turn.topics.map(\.text) == ["permit/time", "law/sale"])
    #expect(turn.required.map(\.text) == ["30 dagar"])
    #expect(turn.forbidden.map(\.text) == ["31"])
    #expect(turn.answer.map(\.text) == ["Ja.", ""])
    #expect(file[0].turns.count == 2)
  }

  @Test func theFirstConversationNeedsNoHeading() {
    let file = conversations(
      "known-failure: later\n> hej\n@ a/b\n\n== Nästa\nlang: sv\n> hej\n@ a/b\n")
    #expect(file.map(\.title) == ["", "Nästa"])
    #expect(file.map(\.position.line) == [2, 5])
    #expect(file.map(\.knownFailure) == ["later", "later"])
    #expect(file.map(\.language) == [nil, "sv"])
  }

  @Test func aQuestionAfterAnExpectationBeginsATurn() {
    let file = conversations("> a\n@ x\n~ y\n> b\n> c\n~ z\n")
    #expect(file[0].turns.map { $0.wordings.map(\.text) } == [["a"], ["b", "c"]])
  }

  @Test func severalTopicsStandOnALineOrOneBelowTheOther() {
    let turns = conversations("> a\n@ x/a  x/b\n> b\n@ x/a\n@ x/b\n")[0].turns
    #expect(turns.map(\.topicIDs) == [["x/a", "x/b"], ["x/a", "x/b"]])
  }

  @Test func lineEndsOfWindowsAndAByteOrderMarkAreFine() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("> hej\r\n@ a/b\r\n".utf8)
    let reader = TranscriptReader(bytes: bytes, file: "a", knowledge: nil)
    #expect(reader.problems.isEmpty)
    #expect(reader.transcript.conversations[0].turns[0].topics[0].text == "a/b")
  }

  // MARK: Whole error texts

  @Test func unknownTopic() throws {
    #expect(
      try problems("> får hon tid?\n@ permit/tine\n") == """
        å.transcript:2:3: error: there is no topic “permit/tine”
          @ permit/tine
            ^
          Did you mean “permit/time”?
        """)
    #expect(
      try problems("> får hon tid?\n@ permit/time  permit/tine\n") == """
        å.transcript:2:16: error: there is no topic “permit/tine”
          @ permit/time  permit/tine
                         ^
          Did you mean “permit/time”?
        """)
    #expect(
      try problems("> får hon tid?\n@ väder\n", .swedish) == """
        å.transcript:2:3: error: ämnet ”väder” finns inte
          @ väder
            ^
          Ämnena visas av vagvisare topics.
        """)
  }

  @Test func unknownKey() throws {
    #expect(
      try problems("== Å\nlagn: sv\n> hej\n@ dialogue/hello\n") == """
        å.transcript:2:1: error: unknown key “lagn”
          lagn: sv
          ^
          Did you mean “lang”? Known keys here: lang, known-failure.
        """)
    #expect(
      try problems("topic: x\n> hej\n@ dialogue/hello\n", .swedish) == """
        å.transcript:1:1: error: okänd nyckel ”topic”
          topic: x
          ^
          Kända nycklar här: lang, known-failure.
        """)
  }

  @Test func keyTwice() throws {
    let text = "lang: sv\nlang: en\n== A\nlang: sv\n> hej\n@ dialogue/hello\n"
    #expect(
      try problems(text) == """
        å.transcript:2:1: error: the key “lang” appears twice
          lang: en
          ^
          Keep one.
        """)
    #expect(
      try problems(text, .swedish) == """
        å.transcript:2:1: error: nyckeln ”lang” står två gånger
          lang: en
          ^
          Behåll en.
        """)
  }

  @Test func keyBelowAQuestion() throws {
    let text = "== A\n> hej\nlang: sv\n@ dialogue/hello\n"
    #expect(
      try problems(text) == """
        å.transcript:3:1: error: “lang” comes after a question
          lang: sv
          ^
          Move the line above the conversation's first question; it applies to all of it.
        """)
    #expect(
      try problems(text, .swedish) == """
        å.transcript:3:1: error: ”lang” står efter en fråga
          lang: sv
          ^
          Flytta raden till före samtalets första fråga; den gäller hela samtalet.
        """)
  }

  @Test func unknownLanguage() throws {
    let text = "lang: fi\n> hej\n@ dialogue/hello\n"
    #expect(
      try problems(text) == """
        å.transcript:1:7: error: the knowledge base has no language “fi”
          lang: fi
                ^
          Write one of: en, sv.
        """)
    #expect(
      try problems(text, .swedish) == """
        å.transcript:1:7: error: kunskapsbasen har inget språk ”fi”
          lang: fi
                ^
          Skriv något av: en, sv.
        """)
  }

  @Test func markOfTheKnowledgeOnly() throws {
    let text = "> hej\n@ dialogue/hello\n-- Del\n\" citat\n"
    #expect(
      try problems(text) == """
        å.transcript:3:1: error: the mark “--” does not belong in a transcript
          -- Del
          ^
          Use # == > @ ~ ^ ! < or key: value.
        å.transcript:4:1: error: the mark “"” does not belong in a transcript
          " citat
          ^
          Use # == > @ ~ ^ ! < or key: value.
        """)
    #expect(
      try problems(text, .swedish).hasPrefix(
        """
        å.transcript:3:1: error: märket ”--” hör inte hemma i ett samtal
          -- Del
          ^
          Använd # == > @ ~ ^ ! < eller nyckel: värde.
        """))
  }

  @Test func expectationBeforeAnyQuestion() throws {
    let text = "== Å\n~ 30 dagar\n> hej\n@ dialogue/hello\n"
    #expect(
      try problems(text) == """
        å.transcript:2:1: error: “~” comes before the first question
          ~ 30 dagar
          ^
          Write the question on a line with > above it.
        """)
    #expect(
      try problems(text, .swedish) == """
        å.transcript:2:1: error: ”~” står före första frågan
          ~ 30 dagar
          ^
          Skriv frågan på en rad som börjar med > ovanför.
        """)
  }

  @Test func questionThatExpectsTooLittle() throws {
    let text = "> åh hej\n! då\n> hej\n"
    #expect(
      try problems(text) == """
        å.transcript:1:1: error: no answer is expected
          > åh hej
          ^
          Add at least one line with @, ~, ^ or < below it.
        å.transcript:3:1: error: no answer is expected
          > hej
          ^
          Add at least one line with @, ~, ^ or < below it.
        """)
    #expect(
      try problems("> hej\n", .swedish) == """
        å.transcript:1:1: error: frågan väntar sig inget svar
          > hej
          ^
          Lägg till minst en rad med @, ~, ^ eller < under den.
        """)
  }

  @Test func emptyConversationAndEmptyFile() throws {
    #expect(
      try problems("== A\n\n== B\n> hej\n@ dialogue/hello\n") == """
        å.transcript:1:1: error: the conversation is empty
          == A
          ^
          Write questions on lines with >, or remove the heading.
        """)
    #expect(
      try problems("== A\n", .swedish) == """
        å.transcript:1:1: error: samtalet är tomt
          == A
          ^
          Skriv frågor på rader som börjar med >, eller ta bort rubriken.
        """)
    #expect(
      try problems("# bara en kommentar\n") == """
        å.transcript:1:1: error: the file has no conversation
          Write a question on a line with >.
        """)
    #expect(
      try problems("", .swedish) == """
        å.transcript:1:1: error: filen har inget samtal
          Skriv en fråga på en rad som börjar med >.
        """)
  }

  /// What the line format itself refuses, with the position in characters.
  @Test func lineThatIsNone() throws {
    #expect(
      try problems("> hej\n@ dialogue/hello\n?? då\n") == """
        å.transcript:3:1: error: the line does not begin with a known mark
          ?? då
          ^
          Begin with # == -- > < ~ ! @ ^ " or key: value, in the first column.
        """)
    #expect(
      try problems(">hej\n@ dialogue/hello\n") == """
        å.transcript:1:2: error: no space after “>”
          >hej
           ^
          Write a space after the mark.
        """)
    #expect(
      try problems("> hej\n@ dialogue/hello\n~ å\u{1B}\n") == """
        å.transcript:3:4: error: control character U+001B
          ~ å\u{FFFD}
             ^
          Remove the character; write spaces for a tab.
        """)
  }

  @Test func everyErrorOfAFileIsReported() throws {
    let reader = TranscriptReader(
      bytes: Array("@ x\nlang: xx\n> hej\n@ nope\n?\n".utf8), file: "a",
      knowledge: try SmallKnowledge.base())
    #expect(reader.problems.map(\.position.line) == [1, 1, 2, 4, 5])
  }
}
