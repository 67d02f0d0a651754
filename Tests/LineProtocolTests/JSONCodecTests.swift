import LineProtocol
import Testing

/// What the JSON Lines encoding makes of a line.
@Suite struct JSONCodecTests {
  private func read(_ text: String) throws(RefusedRequest) -> Request? {
    try read(.line(Array(text.utf8)))
  }

  private func read(_ frame: LineSplitter.Frame) throws(RefusedRequest) -> Request? {
    try JSONCodec().request(from: frame, languages: ["en", "sv"])
  }

  private func refusal(_ frame: LineSplitter.Frame) -> RefusedRequest? {
    do {
      _ = try read(frame)
      return nil
    } catch { return error }
  }

  private func refusal(_ text: String) -> RefusedRequest? { refusal(.line(Array(text.utf8))) }

  @Test func readsEveryPartOfARequest() throws {
    #expect(
      try read(
        #"{"id":1,"verb":"ask","conv":"a1","lang":"sv","width":400,"text":"Vem\när det?"}"#)
        == Request(
          id: .number("1"), verb: .ask, conversation: .named("a1"), language: "sv", width: 400,
          text: "Vem är det?"))
    #expect(
      try read(#"{"text":"x","ctx":"","id":"ä","verb":"ask","zz":1,"zz":[]}"#)
        == Request(id: .string("ä"), verb: .ask, conversation: .carried(""), text: "x"))
    #expect(try read(#"{"verb":"ping","text":"x"}"#) == Request(verb: .ping))
    #expect(try read(.line([])) == nil)
  }

  @Test(
    arguments: [
      ("0", .number("0")), ("-5", .number("-5")), ("999999999", .number("999999999")),
      ("-999999999", .number("-999999999")), ("1000000000", .none),
      ("123456789012345678901234567890", .none), ("1.0", .none), ("1e3", .none), ("null", .none),
      ("true", .none), ("[1]", .none), (#"{"id":1}"#, .none), (#""""#, .string("")),
      (#""a\u202eb""#, .string("a\u{202E}b")), (#""7""#, .string("7")),
      ("\"" + String(repeating: "å", count: 64) + "\"", .string(String(repeating: "å", count: 64))),
      ("\"" + String(repeating: "å", count: 64) + "a\"", .none),
    ] as [(String, RequestID)])
  func readsTheId(json: String, id: RequestID) throws {
    #expect(try read(#"{"id":\#(json),"verb":"ping"}"#) == Request(id: id, verb: .ping))
  }

  @Test(arguments: [
    #""conv":1"#, #""conv":null"#, #""conv":"""#, #""conv":"å""#, #""conv":"a b""#,
    #""conv":"a\tb""#, #""conv":"a","conv":"a""#, #""ctx":null"#, #""ctx":"","ctx":"""#,
    #""conv":"a","ctx":"""#, #""lang":["sv"]"#, #""lang":"de""#, #""width":"400""#,
    #""width":400.0"#, #""width":4e2"#, #""width":19"#, #""width":8193"#, #""width":-400"#,
    #""width":99999999999999999999"#, #""width":true"#, #""text":5"#, #""text":null"#,
    #""text":"x","text":"x""#,
  ])
  func refusesParameters(_ members: String) {
    for verb in ["ask", "ping"] {
      #expect(
        refusal(#"{"id":7,"verb":"\#(verb)",\#(members)}"#)
          == RefusedRequest(id: .number("7"), error: .badParameter))
    }
    #expect(
      refusal(#"{"id":7,"verb":"aks",\#(members)}"#)
        == RefusedRequest(id: .number("7"), error: .unknownCommand))
  }

  @Test func refusesWhatStandsTwice() {
    #expect(
      refusal(#"{"id":7,"id":8,"verb":"ping"}"#) == RefusedRequest(id: .none, error: .badParameter))
    #expect(
      refusal(#"{"id":7,"verb":"ping","verb":"ping"}"#)
        == RefusedRequest(id: .number("7"), error: .badParameter))
  }

  @Test(
    arguments: [
      (#"{"id":7}"#, .unknownCommand), (#"{"id":7,"verb":"ASK"}"#, .unknownCommand),
      (#"{"id":7,"verb":""}"#, .unknownCommand), (#"{"id":7,"verb":"ask\u0301"}"#, .unknownCommand),
      (#"{"id":7,"verb":1}"#, .badParameter), (#"{"id":7,"verb":null}"#, .badParameter),
      (#"{"id":7,"verb":"ask"}"#, .emptyText), (#"{"id":7,"verb":"ask","text":""}"#, .emptyText),
      (#"{"id":7,"verb":"ask","text":" \n\t\u2028"}"#, .emptyText),
      (#"{"id":7,"verb":"why","ctx":""}"#, .badParameter),
      (#"{"id":7,"verb":"aks","text":"\u0000"}"#, .badNUL),
      (#"{"id":7,"\u0000":1}"#, .badNUL), (#"{"id":7,"zz":["\u0000"]}"#, .badNUL),
    ] as [(String, RequestError)])
  func refusesWithTheId(json: String, error: RequestError) {
    #expect(refusal(json) == RefusedRequest(id: .number("7"), error: error))
  }

  @Test func refusesWhatIsNoObject() {
    for text in [
      " ", "# comment", "7 ping", "[]", "null", #"{"id":7"#, #"{"id":7,"text":"\ud800"}"#,
    ] {
      #expect(refusal(text) == RefusedRequest(id: .none, error: .badJSON))
    }
    #expect(refusal(.line([0x7B, 0xFF, 0x7D])) == RefusedRequest(id: .none, error: .badUTF8))
    #expect(refusal(.line([0xFF, 0])) == RefusedRequest(id: .none, error: .badNUL))
    #expect(
      refusal(.tooLong(beginning: Array("#".utf8)))
        == RefusedRequest(id: .none, error: .lineTooLong))
  }

  @Test func readsTheIdOfAnObjectWhoseLineEndIsMissing() {
    for (text, id) in [
      (#"{"id":7,"verb":"ping"}"#, .number("7")), (#"{"id":7"#, .none), ("#", .none),
    ] as [(String, RequestID)] {
      #expect(
        refusal(.incomplete(Array(text.utf8))) == RefusedRequest(id: id, error: .incompleteLine))
    }
  }
}
