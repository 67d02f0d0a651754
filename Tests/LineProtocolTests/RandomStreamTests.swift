import Conversation
import FuzzSupport
import LineProtocol
import TestSupport
import Testing

/// A short run of what the fuzzers do, the same every time; and what they have found.
@Suite struct RandomStreamTests {
  private let responder: Responder

  init() throws { responder = Responder(knowledge: try SmallKnowledge.base()) }

  private static let pieces: [[UInt8]] =
    [
      "\n", "\n", "\n", "\r\n", " ", "1 ", "42 ", "123456789 ", "1234567890 ", "ask ", "ask", "why",
      "forget", "reload", "ping", "hello", "about", "help", "conv=a ", "conv=b ", "conv= ", "ctx= ",
      "ctx=@ ", "ctx=å ", "lang=sv ", "lang=auto ", "lang=xx ", "width=20 ", "width=19 ", "zz=1 ",
      "# c",
      "hej",
      "vem är vår koordinator?", "Malmö", "får man köpa sex", "hur lång betänketid?",
      "who applies?",
      "in English please", "\u{301}", "\u{2028}", "😀", "\t", "=", "|", ". ok", "* bye",
      "{", "}", "[", "]", ",", ":", "\"", #""id":1,"#, #""id":"å","#, #""verb":"ask","#,
      #""verb":"ping"}"#, #""text":"hej"}"#, #""text":"Malmö","conv":"a"}"#, #""ctx":"@","#,
      #""width":20,"#, #""width":2e1,"#, #""zz":[{"a":[]}],"#, #"\u0000"#, #"\ud800"#, "null",
      "1e400",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], Array(repeating: 0x78, count: 8200)]

  @Test(arguments: Encoding.allCases) func everyReplyKeepsTheRules(encoding: Encoding) {
    let harness = ProtocolHarness(responder: responder)
    var random = SeededGenerator(seed: encoding == .lines ? 1 : 2)
    for _ in 0..<2000 {
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        stream += Self.pieces.randomElement(using: &random) ?? []
      }
      // Now and then a byte is another.
      if !stream.isEmpty, Bool.random(using: &random) {
        stream[Int.random(in: stream.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      #expect(harness.complaint(about: stream, encoding) == nil, "\(stream)")
    }
  }

  @Test func everyAnswerKeepsTheRules() {
    let harness = QuestionHarness(responder: responder)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      var talk: [UInt8] = [.random(in: 0...255, using: &random)]
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        talk += Self.pieces.randomElement(using: &random) ?? []
      }
      #expect(harness.complaint(about: talk) == nil, "\(talk)")
    }
  }

  /// What the fuzzers have found.
  @Test(arguments: ["}who applies?conv=a  ping får man köpa sex ask ping* byeconv=a "])
  func whatWasFoundKeepsTheRules(talk: String) {
    #expect(QuestionHarness(responder: responder).complaint(about: Array(talk.utf8)) == nil)
  }

  @Test(arguments: [
    ("1 ping", "1 . ok\n", nil), ("1 ping", "2 . ok\n", "no end"), ("1 ping", "- . ok\n", "no end"),
    ("1 ping", "1 . ok", "no line end"), ("1 ping", "1 . error odd\n", "no end"),
    ("1 ping", "1 | a\u{1B}\n1 . ok\n", "a control"),
    ("1 ping", "1 : x y\n1 | a\n1 . ok\n", "text after a field"),
    ("1 ping", "1 : x\n1 . ok\n", "no field"), ("1 ping", "1 |a\n1 . ok\n", "no line of a reply"),
    ("1 \0", "1 . ok\n", "not bad-nul"), ("x\0", "- . error bad-nul\n", nil),
  ])
  func theHarnessSeesWhatIsWrong(line: String, reply: String, complaint: String?) throws {
    let expected = try #require(
      ExpectedReply.all(of: Array((line + "\n").utf8), .lines).first)
    let exchange = ProtocolHarness.Exchange(request: nil, text: reply)
    #expect(expected.complaint(about: exchange, responder.knowledge) == complaint)
  }

  @Test(arguments: [
    ("{}", #"{"id":null,"status":"error","code":"unknown-command"}"#, nil),
    ("[]", #"{"id":null,"status":"ok"}"#, "taken for an object"),
    (#"{"a":"\x"}"#, #"{"id":null,"status":"ok"}"#, "taken for an object"),
    ("{}", #"{"id":null,"status":"ok""#, "no object"),
    ("{}", #"{"id":1,"status":"error"}"#, "no status"),
    ("{}", #"{"id":1,"status":"error","code":"odd"}"#, "no code"),
  ])
  func theHarnessSeesWhatIsWrongInJSON(line: String, reply: String, complaint: String?) throws {
    let expected = try #require(ExpectedReply.all(of: Array((line + "\n").utf8), .json).first)
    let exchange = ProtocolHarness.Exchange(request: nil, text: reply + "\n")
    #expect(expected.complaint(about: exchange, responder.knowledge) == complaint)
  }
}
