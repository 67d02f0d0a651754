import MatrixBridge
import Testing

@Suite struct FormattedTextTests {
  @Test(arguments: [
    ("Ring 112 nu.", #"Ring <a href="tel:112">112</a> nu."#),
    (
      "Telefon: 040-34 93 54, 073-435 27 92",
      #"Telefon: <a href="tel:040349354">040-34 93 54</a>, <a href="tel:0734352792">073-435 27 92</a>"#
    ),
    ("020-39 00 00.", #"<a href="tel:020390000">020-39 00 00</a>."#),
    ("+46 8 123 45 67", #"<a href="tel:+4681234567">+46 8 123 45 67</a>"#),
    (
      "E-post: lisa.green@malmö.se.",
      #"E-post: <a href="mailto:lisa.green@malm%C3%B6.se">lisa.green@malmö.se</a>."#
    ),
    // No telephones.
    ("1121 personer, 2018-2019, 6 kap. 12 §", "1121 personer, 2018-2019, 6 kap. 12 §"),
    ("(2018) 5:15 30 dagar 1 112", #"(2018) 5:15 30 dagar 1 <a href="tel:112">112</a>"#),
  ]) func makesTelephonesAndMailLinks(line: String, html: String) {
    #expect(FormattedText.linked(line) == html)
  }

  @Test func nothingOfAnAnswerIsMarkup() {
    #expect(FormattedText.linked("<b>&\"<\u{301}") == "&lt;b&gt;&amp;&quot;&lt;\u{301}")
    #expect(FormattedText.html(["a", "b", "c"]) == "<p>a</p><p>b<br>c</p>")
    #expect(FormattedText.html(["a"]) == "<p>a</p>")
  }
}

@Suite struct CurlTests {
  @Test func readsWhatCurlWrites() {
    #expect(
      Response(written: Array("{\"a\":1}\n200".utf8))
        == Response(status: 200, body: Array("{\"a\":1}".utf8)))
    #expect(Response(written: Array("\n000".utf8)).status == 0)
    #expect(Response(written: []).status == 0)
  }
}
