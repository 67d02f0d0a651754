import Foundation
import Glibc
import TestSupport
import Testing

/// The chat page as a person meets it: in headless Chromium, with the knowledge of another organisation.
@Suite(.serialized, .needs("chromium", "websocketd", "socat")) struct WebPageTests {
  private let page: ChatPage
  private var browser: Browser { page.browser }

  init() throws { page = try ChatPage() }

  // MARK: Its knowledge

  @Test func speaksOfTheKnowledgeInItsLanguages() throws {
    // Before its socket says anything.
    page.signalProgram(SIGSTOP)
    try page.open(waiting: false)
    #expect(try browser.text("document.title") == "Biblioteket")
    #expect(try browser.text("document.documentElement.lang") == "sv")
    #expect(
      try browser.text("document.querySelector('#intro').innerHTML")
        == "Svar om lån &amp; &lt;b&gt;böcker&lt;/b&gt;, från 2018.")
    #expect(try page.links("#urgent") == ["90210 tel:90210", "040-34 93 54 tel:040349354"])
    page.signalProgram(SIGCONT)
    try page.waitForSocket()
    #expect(try page.languages() == ["English en"])
    try browser.evaluate("document.querySelector('#languages button').click()")
    #expect(try browser.text("document.querySelector('h1').textContent") == "The library")
    #expect(
      try browser.text("document.querySelector('#intro').textContent")
        == "Answers on loans, of 2018.")
    #expect(try browser.text("document.querySelector('label').textContent") == "Your question")
    #expect(try browser.text("document.documentElement.lang") == "en")
    #expect(try page.languages() == ["Svenska sv"])
    // New knowledge is told to the pages that are open.
    let phrases = try #require(ChatPage.files["phrases.phrases"])
    try Data(phrases.replacingOccurrences(of: "The library", with: "Books").utf8)
      .write(to: page.work.knowledge.appendingPathComponent("phrases.phrases"))
    page.signalProgram(SIGHUP)
    try browser.wait(for: "document.title == 'Books'")
  }

  @Test func helpsWithoutAScript() throws {
    let connection = try Connection(port: page.port)
    try connection.write("GET / HTTP/1.0\r\n\r\n")
    var text = ""
    while let line = try connection.line() { text += line + "\n" }
    let start = try #require(text.range(of: "<noscript>"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.range(of: "</noscript>"))
    #expect(rest[..<end.lowerBound].contains("<p>Akut fara: 90210. Råd: 040-34 93 54.</p>"))
    #expect(text.contains(#""intro":"Svar om lån & \u003cb>böcker\u003c/b>, från 2018.""#))
  }

  // MARK: Answers

  @Test(arguments: [(320, 480), (1280, 720), (568, 320)])
  func keepsTheOpeningOnTop(_ width: Int, _ height: Int) throws {
    try browser.resize(width, height)
    try page.open()
    try page.ask("betänketid")
    for question in ["det långa", "det långa " + String(repeating: "det långa ", count: 140)] {
      try page.ask(question)
      // All of the opening can be seen: above the question's line, below what stands above.
      #expect(
        try browser.isTrue(
          """
          (() => {
            const opening = [...document.querySelectorAll('.answer')].pop().querySelector('p');
            const rect = opening.getBoundingClientRect(), top = document.querySelector('main').getBoundingClientRect().top;
            return opening.textContent.startsWith('Stycke 1:') && rect.top >= Math.max(0, top)
              && rect.bottom <= document.querySelector('footer').getBoundingClientRect().top
              && document.elementFromPoint(rect.left + 5, rect.top + 5) == opening;
          })()
          """))
      try browser.keepPicture("opening-\(width)-\(question.count)")
    }
  }

  @Test func makesTelephonesMailAndPagesTouchableAndNothingMarkup() throws {
    try page.open()
    try page.ask("länkarna")
    #expect(
      try page.links(".answer") == [
        "08-508 437 26 tel:0850843726", "114 14 tel:11414", "90210 tel:90210",
        "lisa.green@exempel.se mailto:lisa.green@exempel.se",
        "https://exempel.se/a?b=1&c=2 https://exempel.se/a?b=1&c=2",
      ])
    #expect(
      try browser.texts("[...document.querySelectorAll('.answer p')].map(p => p.textContent)")
        == [ChatPage.numbers, ChatPage.markup])
    #expect(try browser.isTrue("document.querySelector('.answer b') == null"))
    // Details of people.
    try page.ask("vem är koordinator i Skåne?")
    #expect(
      try browser.texts("[...document.querySelectorAll('.answer a')].slice(-2).map(a => a.href)")
        == ["tel:040349354", "mailto:lisa.green@malm%C3%B6.se"])
    #expect(
      try browser.text("[...document.querySelectorAll('.source')].pop().textContent")
        == "[Kontakt / Region Syd (2018)]")
  }

  @Test func answersAtOnceWhatHasNoIDAndWhatIsNoText() throws {
    try page.open()
    // Half a character is no reason for no answer.
    try browser.evaluate("ask('betänketid \\ud83d')")
    try browser.wait(for: "document.querySelectorAll('.answer').length == 1")
    #expect(try page.opening() == "Betänketiden är 30 dagar.")
    page.signalProgram(SIGSTOP)
    try browser.evaluate("ask('betänketid')")
    try browser.evaluate(
      #"socket.onmessage({ data: '{"id":null,"status":"error","code":"bad-json"}' })"#)
    #expect(try page.opening() == "Det gick inte. Akut fara: ring 90210.")
    page.signalProgram(SIGCONT)
  }

  @Test func goesOnWhenItsProgramWasKilled() throws {
    try page.open()
    try page.ask("hur lång betänketid får man?")
    page.signalProgram(SIGKILL)
    try page.ask("vem ansöker?")
    #expect(try page.opening() == "Förundersökningsledaren ansöker.")
  }

  // MARK: People

  @Test func isUsedByKeyboardAlone() throws {
    try page.open()
    // The question's line has the focus from the start.
    try browser.type("det långa")
    try browser.press(.enter)
    try browser.wait(for: "document.querySelectorAll('.answer').length == 1")
    let top = "document.querySelector('main').scrollTop"
    let before = try browser.evaluate(top) as? Double ?? 0
    try browser.press(.pageDown)
    #expect(try browser.evaluate(top) as? Double ?? 0 > before)
    try browser.press(.pageUp)
    #expect(try browser.evaluate(top) as? Double ?? 0 == before)
    // Round through all that can be used, and each shows that it has the focus.
    var stops: [String] = []
    for _ in 0..<12 {
      try browser.press(.tab)
      stops.append(
        try browser.text(
          """
          (() => {
            const it = document.activeElement;
            if (it == document.body) return '';
            const seen = getComputedStyle(it).outlineStyle != 'none';
            return (seen ? '' : 'unseen ') + it.localName + ' ' + (it.id || it.textContent);
          })()
          """))
    }
    let known = [
      "button send", "a 90210", "a 040-34 93 54", "button clear", "button English", "main ",
      "button Betänketid", "button Köp", "input text",
    ]
    let round = stops.filter { $0 != "" }.map { $0.hasPrefix("main") ? "main " : $0 }
    #expect(Set(round) == Set(known), "\(stops)")
    let places = known.compactMap { round.firstIndex(of: $0) }
    #expect(places == places.sorted(), "\(stops)")
    // Back from the line to what else may be asked.
    try browser.evaluate("document.querySelector('#text').focus()")
    try browser.press(.tab, shift: true)
    #expect(try browser.text("document.activeElement.textContent") == "Köp")
    try browser.press(.enter)
    try browser.wait(for: "document.querySelectorAll('.answer').length == 2")
    #expect(try page.opening() == "Att köpa sex är ett brott.")
    #expect(try browser.text("document.activeElement.id") == "text")
  }

  @Test func hasATreeForScreenReaders() throws {
    try page.open()
    try page.ask("det långa")
    let tree = try browser.accessibilityTree()
    func names(_ role: String) -> [String] { tree.filter { $0.role == role }.map(\.name) }
    #expect(names("heading") == ["Biblioteket"])
    #expect(names("region") == ["Telefonnummer"])
    #expect(names("main") == ["Frågor och svar"])
    #expect(names("log") == ["Samtal"])
    #expect(names("textbox") == ["Din fråga"])
    #expect(names("list") == ["Fråga också om"])
    #expect(names("link") == ["90210", "040-34 93 54"])
    #expect(Set(names("button")) == ["Töm", "English", "Betänketid", "Köp", "Fråga"])
    for role in ["log", "status"] {
      #expect(tree.first { $0.role == role }?.properties["live"] == "polite")
    }
    // Who said what.
    let texts = names("StaticText")
    #expect(texts.contains { $0.hasPrefix("Du frågade:") })
    #expect(texts.contains { $0.hasPrefix("Svar:") })
    for node in tree where ["1", "true"].contains(node.properties["focusable"]) {
      #expect(!node.name.isEmpty, "\(node)")
    }
  }

  @Test(arguments: ["light", "dark"]) func cutsNothingOffAndCanBeRead(_ scheme: String) throws {
    try browser.prefer(scheme)
    // The last is a window of 1280 by 1024, enlarged four times.
    for (width, height) in [(1280, 720), (320, 568), (320, 256)] {
      try browser.resize(width, height)
      try page.open()
      #expect(try page.faults() == [], "\(width), empty")
      try browser.keepPicture("\(scheme)-\(width)-\(height)-empty")
      for question in [
        "hjälp han har kniv", String(repeating: "länkarna", count: 40), "länkarna",
        "vem är koordinator i Skåne?", "det långa", "betänketid",
      ] { try page.ask(question) }
      #expect(try page.faults() == [], "\(width)")
      try browser.keepPicture("\(scheme)-\(width)-\(height)")
      try browser.evaluate("scrollTo(0, 0); document.querySelector('main').scrollTo(0, 0)")
      #expect(try page.faults() == [], "\(width), from the top")
      try browser.keepPicture("\(scheme)-\(width)-\(height)-top")
    }
    #expect(
      try browser.isTrue(
        "matchMedia('(prefers-color-scheme: \(scheme))').matches && "
          + "(getComputedStyle(document.body).backgroundColor == 'rgb(246, 246, 243)') == \(scheme == "light")"
      ))
  }
}
