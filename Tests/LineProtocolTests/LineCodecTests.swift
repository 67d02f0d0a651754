import LineProtocol
import Testing

/// What the plain-text encoding makes of a line.
@Suite struct LineCodecTests {
  private func read(_ text: String) throws(RefusedRequest) -> Request? {
    try read(.line(Array(text.utf8)))
  }

  private func read(_ frame: LineSplitter.Frame) throws(RefusedRequest) -> Request? {
    try LineCodec().request(from: frame, languages: ["en", "sv"])
  }

  private func refusal(_ text: String) -> RefusedRequest? {
    do {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  @Test func readsEveryPartOfARequest() throws {
    #expect(
      try read("12 conv=a/1 width=400 lang=sv ask Vem är det?  ")
        == Request(
          id: .number("12"), verb: .ask, conversation: .named("a/1"), language: "sv", width: 400,
          text: "Vem är det?  "))
    #expect(
      try read("ctx= lang=auto ask x") == Request(verb: .ask, conversation: .carried(""), text: "x")
    )
    #expect(try read("007 ping") == Request(id: .number("007"), verb: .ping))
    #expect(try read("000000000 why") == Request(id: .number("000000000"), verb: .why))
  }

  @Test(arguments: Verb.allCases.filter { $0 != .ask }) func ignoresTheTextOf(verb: Verb) throws {
    for text in ["", " ", " x", "  conv=a\u{1} \u{2028}"] {
      #expect(try read("1 \(verb.rawValue)\(text)") == Request(id: .number("1"), verb: verb))
    }
  }

  @Test func keepsTheTextButForItsControls() throws {
    for (text, kept) in [
      ("conv=a ask #\"\\ %0A", "conv=a ask #\"\\ %0A"), ("  x", "  x"), ("a\tb\u{1B}c", "a b c"),
      ("a\u{85}b\u{2028}c\u{2029}d\u{202A}e\u{202E}f\u{2066}g\u{2069}h\u{7F}", "a b c d e f g h "),
      // Marks that join to the space before, and what looks like a control but is none.
      ("\u{301}x", "\u{301}x"),
      ("a\u{2027}\u{202F}\u{2065}\u{206A}\u{A0}", "a\u{2027}\u{202F}\u{2065}\u{206A}\u{A0}"),
      ("😀\u{FEFF}", "😀\u{FEFF}"),
    ] {
      #expect(try read("ask \(text)")?.text == kept)
    }
  }

  @Test func passesOverEmptyLinesAndComments() throws {
    for frame: LineSplitter.Frame in [
      .line([]), .line([0x23]), .line(Array("# 7 ask x".utf8)), .line([0x23, 0, 0xFF]),
      .tooLong(beginning: [0x23, 0x78]), .incomplete([0x23]),
    ] {
      #expect(try read(frame) == nil)
    }
  }

  @Test(
    arguments: [
      ("7", "7"), ("7 ", "7"), ("7  ask x", "7"), ("7 8 ask x", "7"), ("7 ASK x", "7"),
      ("7 ask\tx", "7"), ("7 aska", "7"), ("7 åsk x", "7"), ("7 # x", "7"), ("7 =a ask x", "7"),
      ("7 conv ask x", "7"), ("7 CONV=a ask x", "7"), ("7 conv=a", "7"), ("7 conv=a  ask x", "7"),
      // A control stands in no parameter, known or not.
      ("7 conv=a\tb ask x", "7"), ("7 zz=\u{2028} ask x", "7"),
      // Marks that join to what stands before are letters of their own here.
      ("7 \u{301}ask x", "7"), ("7 ask\u{301} x", "7"), ("7 v\u{308}=a ask x", "7"),
      (" 7 ask x", nil), ("7ask x", nil), ("1234567890 ask x", nil), ("1234567890", nil),
      ("-7 ask x", nil), ("+7 ask x", nil), ("٧ ask x", nil), ("*", nil), ("\u{FEFF}ping", nil),
      (" ", nil), ("\r", nil),
    ] as [(String, String?)])
  func knowsNoOtherCommand(line: String, id: String?) {
    #expect(
      refusal(line)
        == RefusedRequest(id: id.map { .number($0) } ?? .none, error: .unknownCommand))
  }

  @Test(arguments: [
    "conv=a conv=a", "conv=", "conv=å", "conv=" + String(repeating: "a", count: 129), "lang=",
    "lang=de", "lang=SV", "lang=sv lang=auto", "width=", "width=19", "width=8193", "width=4e2",
    "width=+400", "width=-400", "width=٤٠٠", "width=99999999999999999999", "width=40 width=40",
    "conv=a ctx=", "ctx=a conv=a", "ctx= ctx=", "conv=\u{301}",
  ])
  func refusesParameters(_ parameters: String) {
    for verb in ["ask x", "ask", "ping", "why"] {
      #expect(
        refusal("7 \(parameters) \(verb)")
          == RefusedRequest(id: .number("7"), error: .badParameter))
    }
    #expect(
      refusal("7 \(parameters) aks") == RefusedRequest(id: .number("7"), error: .unknownCommand))
  }

  @Test func refusesATokenWhereNothingIsAsked() {
    for verb in ["why", "forget"] {
      #expect(
        refusal("7 ctx= \(verb)") == RefusedRequest(id: .number("7"), error: .badParameter))
    }
  }

  @Test func allowsParametersAtTheirLimits() throws {
    let name = String(repeating: "~", count: 128)
    #expect(try read("conv=\(name) width=20 ping")?.conversation == .named(name))
    #expect(try read("width=8192 ping")?.width == 8192)
    #expect(try read("width=0020 ping")?.width == 20)
    #expect(try read("conv=! ping")?.conversation == .named("!"))
    // A token of other characters is stale, not refused.
    #expect(try read("ctx=å=% ask x")?.conversation == .carried("å=%"))
    #expect(try read("zz=1 zz=2 x=\u{301} conv=a ping")?.conversation == .named("a"))
  }

  @Test func looksForTheGravestFaultFirst() {
    func refusal(_ bytes: [UInt8]) -> RefusedRequest? {
      do {
        _ = try read(.line(bytes))
        return nil
      } catch { return error }
    }
    let id = RequestID.number("7")
    #expect(
      refusal(Array("7 aks ".utf8) + [0xFF, 0]) == RefusedRequest(id: id, error: .badNUL))
    #expect(refusal(Array("7 aks ".utf8) + [0xFF]) == RefusedRequest(id: id, error: .badUTF8))
    #expect(refusal([0x37, 0]) == RefusedRequest(id: .none, error: .badNUL))
    #expect(self.refusal("7 ask") == RefusedRequest(id: id, error: .emptyText))
    for text in [" ", "   ", " \t\u{2028}\u{7F}\u{A0}\u{3000}"] {
      #expect(self.refusal("7 ask\(text)") == RefusedRequest(id: id, error: .emptyText))
    }
  }

  @Test func readsTheIdOfWhatCannotBeRead() {
    func id(_ frame: LineSplitter.Frame) -> RequestID? {
      do {
        _ = try read(frame)
        return nil
      } catch { return error.id }
    }
    #expect(id(.tooLong(beginning: Array("123456789 x".utf8))) == .number("123456789"))
    #expect(id(.tooLong(beginning: Array("1234567890 x".utf8))) == RequestID.none)
    #expect(id(.tooLong(beginning: Array(repeating: 0x37, count: 256))) == RequestID.none)
    #expect(id(.incomplete(Array("7 ask x".utf8))) == .number("7"))
    #expect(id(.incomplete(Array("7".utf8))) == .number("7"))
    #expect(id(.incomplete([0xFF])) == RequestID.none)
  }
}
