import Foundation
import TestSupport
import Testing

/// The rules of the JSON Lines encoding, on the built program through pipes.
@Suite struct ProtocolJSONTests {
  private let folder: TemporaryKnowledge
  private let program: ServedProgram

  init() throws {
    folder = try TemporaryKnowledge()
    program = try ServedProgram(knowledge: folder.url, arguments: ["--jsonl"])
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func greetsWithAnObject() throws {
    let pattern =
      /\{"notice":"vagvisare","version":1,"knowledge":"[0-9a-f]{8}","window":64,"line":8192\}/
    #expect(program.greeting.wholeMatch(of: pattern) != nil)
  }

  @Test func answersWithAnObject() throws {
    let line = try program.askJSON(
      #"{"id":1,"verb":"ask","conv":"a1","text":"Vem är koordinator i Skåne?"}"#)
    let confidence = try #require(line.firstMatch(of: /"confidence":(0\.[0-9]{2}|1\.00),/))
    #expect(
      line.replacing(confidence.output.0, with: "")
        == #"{"id":1,"status":"ok","text":["Region Syd (Skåne):","#
        + #""Lisa Green","040-34 93 54","lisa.green@malmö.se","[Kontakt / Region Syd (2018)]"],"#
        + #""topic":"contact/syd","topics":["contact/syd"],"title":"Region Syd","#
        + #""kind":"contact","lang":"sv","#
        + #""sources":[{"section":"Kontakt / Region Syd","asOf":"2018"}],"#
        + #""contacts":[{"name":"Lisa Green","telephones":["040-34 93 54"],"#
        + #""mail":"lisa.green@malmö.se"}],"new":true}"#)
    _ = try object(line)
  }

  @Test(arguments: [
    (#"{"id":7,"text":""# + String(repeating: "y", count: 8192) + "\"}", "null", "line-too-long"),
    ("#" + String(repeating: "y", count: 8192), "null", "line-too-long"),
    ("{\"id\":7,\"verb\":\"a\0\"}", "null", "bad-nul"),
    (#"{"id":7,"verb":"ask","text":"a\u0000"}"#, "7", "bad-nul"),
    ("hej", "null", "bad-json"), ("# no comment", "null", "bad-json"), (" ", "null", "bad-json"),
    ("[1]", "null", "bad-json"), (#"{"id":7,"verb":"ping"} {}"#, "null", "bad-json"),
    (#"{"id":7,"verb":"ask","text":"\ud800"}"#, "null", "bad-json"),
    (#"{"id":7}"#, "7", "unknown-command"),
    (#"{"id":7,"verb":"aks","width":1}"#, "7", "unknown-command"),
    (#"{"id":1234567890,"verb":"aks"}"#, "null", "unknown-command"),
    (#"{"id":1.5,"verb":"aks"}"#, "null", "unknown-command"),
    (#"{"id":"1e400","verb":"aks"}"#, "\"1e400\"", "unknown-command"),
    (#"{"id":1e400,"verb":"aks"}"#, "null", "unknown-command"),
    (#"{"id":"å\u202e","verb":"aks"}"#, #""å\u202e""#, "unknown-command"),
    (#"{"id":7,"verb":1}"#, "7", "bad-parameter"),
    (#"{"id":7,"id":7,"verb":"ping"}"#, "null", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":5}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","width":19}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","width":8193}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","width":"40"}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","width":1e400}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","lang":"de"}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","conv":""}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","text":"x","conv":"a","ctx":""}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"why","ctx":""}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask","width":1}"#, "7", "bad-parameter"),
    (#"{"id":7,"verb":"ask"}"#, "7", "empty-text"),
    (#"{"id":7,"verb":"ask","text":" \n\u2028"}"#, "7", "empty-text"),
    (#"{"id":7,"verb":"why"}"#, "7", "no-conversation"),
    (#"{"id":7,"verb":"forget","conv":"new"}"#, "7", "no-conversation"),
  ])
  func refusesBadInputAndGoesOn(line: String, id: String, code: String) throws {
    #expect(try program.askJSON(line) == #"{"id":\#(id),"status":"error","code":"\#(code)"}"#)
    #expect(try program.askJSON(#"{"id":9,"verb":"ping"}"#) == #"{"id":9,"status":"ok"}"#)
  }

  @Test func refusesBrokenUTF8AndGoesOn() throws {
    try program.write(Array("{\"id\":7,\"verb\":\"".utf8) + [0xC3, 0x28, 0x0A])
    #expect(try program.reply() == [#"{"id":null,"status":"error","code":"bad-utf8"}"#])
    #expect(try program.askJSON(#"{"id":"9","verb":"ping"}"#) == #"{"id":"9","status":"ok"}"#)
  }

  @Test func anyDepthOfNestingIsPassedOver() throws {
    for (open, close, count) in [("[", "]", 4000), ("{\"a\":", "}", 1300)] {
      let nested =
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      #expect(
        try program.askJSON(#"{"zz":\#(nested),"id":9,"verb":"ping"}"#)
          == #"{"id":9,"status":"ok"}"#)
    }
    #expect(
      try program.askJSON(String(repeating: "[", count: 8192))
        == #"{"id":null,"status":"error","code":"bad-json"}"#)
    #expect(
      try program.askJSON("{\"a\":" + String(repeating: "[", count: 8187))
        == #"{"id":null,"status":"error","code":"bad-json"}"#)
  }

  @Test func ignoresEmptyLinesAndUnknownMembers() throws {
    try program.write("\n\r\n")
    #expect(
      try program.askJSON(#" { "zz" : 1 , "zz" : null , "id" : -1 , "verb" : "ping" } "# + "\r")
        == #"{"id":-1,"status":"ok"}"#)
  }

  @Test func aConversationGoesOnUnderItsName() throws {
    let first = try object(
      try program.askJSON(#"{"verb":"ask","conv":"a","text":"vem är vår\nkoordinator?"}"#))
    #expect(first["topic"] as? String == "contact/which")
    #expect(first["new"] as? Bool == true)
    #expect(first["id"] is NSNull)
    let second = try object(try program.askJSON(#"{"verb":"ask","conv":"a","text":"Malmö"}"#))
    #expect(second["topic"] as? String == "contact/syd")
    #expect(second["new"] == nil)
  }

  @Test func aTalkIsCarriedInATokenAndWrapped() throws {
    let first = try object(
      try program.askJSON(#"{"verb":"ask","ctx":"","text":"vem är vår koordinator?"}"#))
    let token = try #require(first["ctx"] as? String)
    let second = try object(
      try program.askJSON(#"{"verb":"ask","ctx":"\#(token)","text":"Malmö","width":20}"#))
    #expect(second["topic"] as? String == "contact/syd")
    #expect(second["notes"] == nil)
    #expect((second["text"] as? [String])?.allSatisfy { $0.utf8.count <= 20 } == true)
    let stale = try object(
      try program.askJSON(#"{"verb":"ask","ctx":"\#(token)\u0001","text":"Malmö"}"#))
    #expect(stale["notes"] as? [String] == ["ctx-stale"])
    #expect(stale["new"] as? Bool == true)
  }

  @Test func saysWhatIsWrongWithBrokenKnowledge() throws {
    try folder.write("broken", to: "law/sale.topic")
    #expect(
      try program.askJSON(#"{"id":1,"verb":"reload"}"#)
        == #"{"id":1,"status":"error","code":"reload-failed","problems":["#
        + #""\#(folder.url.path)/law/sale.topic:1:1: error: the line does not begin with a known mark"]}"#
    )
    #expect(try program.askJSON(#"{"id":2,"verb":"ping"}"#) == #"{"id":2,"status":"ok"}"#)
  }

  @Test func endsWithNotices() throws {
    let result = try runProgram(
      ["serve", "--jsonl"],
      input: Data("{\"id\":1,\"verb\":\"quit\"}\n{\"id\":2,\"verb\":\"ping\"}\n".utf8),
      knowledge: folder.url)
    #expect(result.out.hasSuffix("\n{\"id\":1,\"status\":\"ok\"}\n{\"notice\":\"bye\"}\n"))
    #expect(result.status == 0)
    let unfinished = try runProgram(
      ["serve", "--jsonl"], input: Data("{\"id\":1,\"verb\":\"ping\"}".utf8), knowledge: folder.url)
    #expect(
      unfinished.out.hasSuffix(
        "\n{\"id\":1,\"status\":\"error\",\"code\":\"incomplete-line\"}\n{\"notice\":\"bye\"}\n"))
  }
}
