import Conversation
import Knowledge
import LineProtocol
import TestSupport
import Testing

/// What goes out, in both encodings.
@Suite struct EncodingTests {
  private func answer() throws -> Response {
    let responder = Responder(knowledge: try SmallKnowledge.base())
    var reply = responder.reply(to: "vem är koordinator i Skåne?").reply
    reply.confidence = 0.984
    return Response(
      id: .number("1"), text: reply.text,
      answer: .init(reply: reply, isNew: true, notes: ["ctx-stale"], token: "AB-_"))
  }

  @Test func writesAnAnswerAsLines() throws {
    #expect(
      Encoding.lines.encode(.response(try answer())) == """
        1 | Region Syd (Skåne):
        1 | Lisa Green
        1 | 040-34 93 54
        1 | lisa.green@malmö.se
        1 | [Kontakt / Region Syd (2018)]
        1 : topic contact/syd
        1 : title Region Syd
        1 : kind contact
        1 : lang sv
        1 : confidence 0.98
        1 : source Kontakt / Region Syd (2018)
        1 : new yes
        1 : note ctx-stale
        1 : ctx AB-_
        1 . ok

        """)
  }

  @Test func writesAnAnswerAsAnObject() throws {
    let text =
      #"{"id":1,"status":"ok","text":["Region Syd (Skåne):","#
      + #""Lisa Green","040-34 93 54","lisa.green@malmö.se","[Kontakt / Region Syd (2018)]"],"#
      + #""topic":"contact/syd","topics":["contact/syd"],"title":"Region Syd","kind":"contact","#
      + #""lang":"sv","confidence":0.98,"#
      + #""sources":[{"section":"Kontakt / Region Syd","asOf":"2018"}],"#
      + #""contacts":[{"name":"Lisa Green","telephones":["040-34 93 54"],"#
      + #""mail":"lisa.green@malmö.se"}],"new":true,"notes":["ctx-stale"],"ctx":"AB-_"}"#
    #expect(Encoding.json.encode(.response(try answer())) == text + "\n")
  }

  /// Which parts answered stands beside the topics, once for each.
  @Test func namesThePartsThatAnswered() throws {
    var response = try answer()
    response.answer?.reply.parts = [
      TopicReference(topic: "contact/syd", part: "hours"),
      TopicReference(topic: "law/sale", part: "penalty"),
    ]
    let lines = Encoding.lines.encode(.response(response))
    #expect(
      lines.contains(
        "\n1 : topic contact/syd\n1 : part contact/syd#hours\n1 : part law/sale#penalty\n1 : title "
      ))
    #expect(
      Encoding.json.encode(.response(response)).contains(
        #""topics":["contact/syd"],"parts":["contact/syd#hours","law/sale#penalty"],"title":"#))
  }

  @Test func writesWhatTheKnowledgeIsAbout() throws {
    var files = SmallKnowledge.files
    files["phrases.phrases"]? += "\nwelcome: Help: answers.\nwelcome-urgent: Call 112 \"now\"."
    let about = About(try SmallKnowledge.load(files), language: nil)
    let response = Response(id: .number("1"), text: about.wordings.flatMap(\.lines), about: about)
    #expect(
      Encoding.lines.encode(.response(response)) == """
        1 | Help: answers.
        1 | Call 112 "now".
        1 : lang en
        1 : title Help
        1 : intro Answers.
        1 : urgent Call 112 "now".
        1 : error Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00.
        1 : lang sv
        1 : error Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.
        1 : telephone 112
        1 : telephone 020-39 00 00
        1 . ok

        """)
    #expect(
      Encoding.json.encode(.response(response))
        == #"{"id":1,"status":"ok","text":["Help: answers.","Call 112 \"now\"."],"languages":["#
        + #"{"lang":"en","title":"Help","intro":"Answers.","urgent":"Call 112 \"now\".","#
        + #""error":"Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00."},"#
        + #"{"lang":"sv","title":"","intro":"","urgent":"","#
        + #""error":"Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00."}],"#
        + #""telephones":["112","020-39 00 00"]}"# + "\n")
  }

  @Test func writesErrorsAndProblems() {
    let failed = Response(
      id: .number("07"), problems: ["K/a\nb:1:2: error: x\u{202E}"], error: .reloadFailed)
    #expect(
      Encoding.lines.encode(.response(failed))
        == "07 : problem K/a b:1:2: error: x \n07 . error reload-failed\n")
    #expect(
      Encoding.json.encode(.response(Response(id: .none, error: .badJSON)))
        == "{\"id\":null,\"status\":\"error\",\"code\":\"bad-json\"}\n")
    var object = failed
    object.id = .string("a\"\\\u{0}\u{7F}\u{2028}å😀")
    #expect(
      Encoding.json.encode(.response(object))
        == #"{"id":"a\"\\\u0000\u007f\u2028å😀","status":"error","code":"reload-failed","#
        + #""problems":["K/a b:1:2: error: x "]}"# + "\n")
  }

  @Test func writesNotices() {
    let notices: [Notice] = [
      .greeting(knowledge: "5f3a09c2"), .bye, .reloaded, .reloadFailed, .full(["å", "b\u{1B}"]),
    ]
    #expect(
      notices.map { Encoding.lines.encode(.notice($0)) } == [
        "* vagvisare 1 knowledge=5f3a09c2 window=64 line=8192\n", "* bye\n", "* reloaded\n",
        "* reload-failed\n", "* full å\n* full b \n",
      ])
    #expect(
      notices.map { Encoding.json.encode(.notice($0)) } == [
        #"{"notice":"vagvisare","version":1,"knowledge":"5f3a09c2","window":64,"line":8192}"#
          + "\n",
        "{\"notice\":\"bye\"}\n", "{\"notice\":\"reloaded\"}\n",
        "{\"notice\":\"reload-failed\"}\n", "{\"notice\":\"full\",\"text\":[\"å\",\"b \"]}\n",
      ])
  }

  @Test func marksEmptyLinesAndRepeatsFields() {
    let text = Response(id: .none, text: ["", "a\tb", ""])
    #expect(Encoding.lines.encode(.response(text)) == "- | \n- | a b\n- | \n- . ok\n")
    #expect(
      Encoding.json.encode(.response(text))
        == "{\"id\":null,\"status\":\"ok\",\"text\":[\"\",\"a b\",\"\"]}\n")
  }
}
