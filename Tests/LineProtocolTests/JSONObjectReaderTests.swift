import LineProtocol
import Testing

@Suite struct JSONObjectReaderTests {
  /// The members, written out; nil where the text is no object.
  private func members(_ text: String) -> [String]? {
    var reader = JSONObjectReader(Array(text.utf8))
    return try? reader.members().map { "\($0.name)=\($0.value)" }
  }

  @Test(arguments: [
    (#"{}"#, []), (" { \t\r} ", []),
    (#"{"a":"b","c":12}"#, ["a=string(\"b\")", "c=integer(\"12\")"]),
    (#"{ "a" : -0 , "a" : 0 }"#, ["a=integer(\"-0\")", "a=integer(\"0\")"]),
    (#"{"":null,"b":true,"c":false}"#, ["=other", "b=other", "c=other"]),
    (#"{"a":1.0,"b":1e400,"c":-0.5E-12}"#, ["a=other", "b=other", "c=other"]),
    (
      #"{"a":123456789012345678901234567890}"#,
      ["a=integer(\"123456789012345678901234567890\")"]
    ),
    (
      #"{"a":[],"b":{},"c":[{"d":[1,"]",{}],"e":{"f":[[],{}]}},2]}"#,
      ["a=other", "b=other", "c=other"]
    ),
    (#"{"a":[ ] , "b": [ 1 , { "x" : [ ] , "y" : 1 } ] }"#, ["a=other", "b=other"]),
    (
      #"{"\u0061":"\"\\\/\b\f\n\r\t\u00e5\uD83D\uDE00"}"#,
      ["a=string(\"\\\"\\\\/\\u{08}\\u{0C}\\n\\r\\tå😀\")"]
    ),
    ("{\"a\":\"å\u{7F}\u{2028}\"}", ["a=string(\"å\\u{7F}\u{2028}\")"]),
  ])
  func reads(text: String, expected: [String]) {
    #expect(members(text) == expected)
  }

  @Test(arguments: [
    "", " ", "null", "[]", "\"a\"", "12", "{", "}", "{}}", "{} {}", "{,}", #"{"a"}"#, #"{"a":}"#,
    #"{"a":1,}"#, #"{"a":1 "b":2}"#, #"{a:1}"#, #"{'a':1}"#, #"{"a":01}"#, #"{"a":+1}"#,
    #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":-}"#, #"{"a":0x1}"#, #"{"a":NaN}"#,
    #"{"a":Infinity}"#, #"{"a":True}"#, #"{"a":nul}"#, #"{"a":truex}"#, #"{"a":"b}"#,
    #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\u12g4"}"#, #"{"a":"\"#, #"{"a":"\u"#,
    #"{"a":"\ud800"}"#, #"{"a":"\ud800x"}"#, #"{"a":"\ud800\n"}"#, #"{"a":"\ud800\ud800"}"#,
    #"{"a":"\udc00"}"#, #"{"a":"\udc00\ud800"}"#, "{\"a\":\"\t\"}", "{\"a\":\"\u{1F}\"}",
    #"{"a":[1,]}"#, #"{"a":[}"#, #"{"a":{]}"#, #"{"a":[1}"#, #"{"a":{"b"}}"#, #"{"a":{"b":1,}}"#,
    #"{"a":{"b":1 "c":2}}"#, #"{"a":[1 2]}"#, #"{"a":[[]}"#, #"{"a":{,}}"#, #"{"a":[,]}"#,
    #"{"a":1}//"#, "\u{FEFF}{}", "{\"a\":1}\u{A0}", "{\u{B}}",
  ])
  func refuses(text: String) {
    #expect(members(text) == nil)
  }

  @Test func passesOverAnyDepth() {
    for (open, close) in [("[", "]"), ("{\"x\":", "}")] {
      let count = 100_000
      let deep =
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      #expect(members("{\"a\":\(deep),\"b\":1}") == ["a=other", "b=integer(\"1\")"])
      #expect(members("{\"a\":\(String(repeating: open, count: count))") == nil)
    }
  }

  @Test func noticesNUL() throws {
    for text in [#"{"a":"\u0000"}"#, #"{"\u0000":1}"#, #"{"a":[{"b":"x\u0000"}]}"#] {
      var reader = JSONObjectReader(Array(text.utf8))
      _ = try reader.members()
      #expect(reader.hasNUL)
    }
  }
}
