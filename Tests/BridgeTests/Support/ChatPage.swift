import Foundation
import Glibc
import TestSupport

/// The chat page in a browser, as served by the bridge with the knowledge of another organisation.
final class ChatPage {
  /// Two lines of an answer.
  static let numbers =
    "Ring 08-508 437 26, 114 14 eller 90210: inte 1121, 114 114 eller 2018-2019."
  static let markup =
    "Skriv till <b>lisa.green@exempel.se</b> & läs https://exempel.se/a?b=1&c=2."
  static let files: [String: String] = {
    var files = SmallKnowledge.files
    files["phrases.phrases"] = """
      == sv
      welcome: Biblioteket: svar om lån & <b>böcker</b>, från {date}.
      welcome-urgent: Akut fara: 90210. Råd: 040-34 93 54.
      bridge-error: Det gick inte. Akut fara: ring 90210.

      == en
      welcome: The library: answers on loans, of {date}.
      welcome-urgent: Acute danger: 90210. Advice: 040-34 93 54.
      bridge-error: That failed. Acute danger: call 90210.
      """
    let long = (1...60).map { "< Stycke \($0): " + String(repeating: "långt ", count: 20) }
    files["law/long.topic"] = """
      kind: law
      section: Lag / Lång
      as-of: 2018
      related: permit/time, law/sale

      == sv
      title: Lång
      \(long.joined(separator: "\n"))
      > kan du berätta det långa?
      > det långa

      == en
      title: Long
      < Long.
      > can you tell the long one?
      > the long one
      """
    files["law/links.topic"] = """
      kind: law

      == sv
      title: Länkar
      < \(numbers)
      < \(markup)
      > vilka länkar finns det?
      > länkarna

      == en
      title: Links
      < None.
      > which links are there?
      > the links
      """
    return files
  }()

  let work: WorkFolder
  let port: Int
  let browser: Browser
  private let server: LaunchedProgram

  init() throws {
    work = try WorkFolder(knowledge: Self.files)
    port = try Connection.freePort()
    server = try work.launch(
      [Bridges.path("web/vagvisare-web"), "-p", "\(port)"],
      environment: ["XDG_RUNTIME_DIR": work.url.path])
    _ = try Connection(port: port)
    browser = try Browser(work)
    try browser.resize(320, 480)
  }

  deinit { server.kill() }

  /// Opens it, and waits for its socket unless told otherwise.
  func open(waiting: Bool = true) throws {
    try browser.open("http://127.0.0.1:\(port)/")
    if waiting { try waitForSocket() }
  }

  func waitForSocket() throws {
    try browser.wait(for: "isOpen && document.querySelector('#state').textContent == ''")
  }

  /// Types a question and waits for its answer.
  func ask(_ question: String) throws {
    let count = try browser.evaluate("document.querySelectorAll('.answer').length") as? Int ?? 0
    try browser.evaluate("document.querySelector('#text').focus()")
    try browser.type(question)
    try browser.press(.enter)
    try browser.wait(for: "document.querySelectorAll('.answer').length > \(count)")
  }

  /// Sends a signal to the program behind the page.
  func signalProgram(_ number: Int32) {
    for process in server.children("--listen") { kill(process, number) }
  }

  // MARK: What stands on it

  /// How the last answer begins.
  func opening() throws -> String {
    try browser.text(
      "[...document.querySelectorAll('.answer')].pop().querySelector('p').textContent")
  }

  /// The languages that can be chosen, each with its code.
  func languages() throws -> [String] {
    try browser.texts(
      "[...document.querySelectorAll('#languages button')]"
        + ".map(it => it.textContent + ' ' + it.lang)")
  }

  /// The links in what a selector finds, each with where it leads.
  func links(_ selector: String) throws -> [String] {
    try browser.texts(
      "[...document.querySelectorAll('\(selector) a')]"
        + ".map(it => it.textContent + ' ' + it.getAttribute('href'))")
  }

  /// What is cut off, covered, or too faint to be read.
  private static let faultFinder = """
    (() => {
      const faults = [], width = innerWidth;
      const rgb = text => text.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
      const behind = it => {
        for (; it; it = it.parentElement) {
          const colour = rgb(getComputedStyle(it).backgroundColor);
          if (colour.length < 4 || colour[3] > 0) return colour;
        }
        return rgb(getComputedStyle(document.documentElement).colorScheme == 'dark' ? '0 0 0' : '255 255 255');
      };
      if (document.documentElement.scrollWidth > width) faults.push('the page is wider than the window');
      for (const it of document.body.querySelectorAll('*')) {
        const rect = it.getBoundingClientRect(), style = getComputedStyle(it);
        if (it.closest('.hidden, noscript, script, [hidden]') || !rect.width || style.clipPath != 'none') continue;
        const name = it.localName + ' ' + (it.id || it.className || it.textContent.slice(0, 20));
        if (rect.left < -0.5 || rect.right > width + 0.5) faults.push('beside the window: ' + name);
        if (it.localName != 'input' && it.scrollWidth > it.clientWidth + 1 && it.clientWidth) faults.push('cut off: ' + name);
        if (['button', 'input'].includes(it.localName) && rect.height < 44 ) faults.push('too small: ' + name);
        const speaks = it.localName == 'input' || [...it.childNodes].some(node => node.nodeType == 3 && node.textContent.trim());
        const [one, two] = [light(rgb(style.color)), light(behind(it))];
        if (speaks && (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) < 4.5) faults.push('too faint: ' + name);
      }
      for (const id of ['text', 'send']) {
        const rect = document.getElementById(id).getBoundingClientRect();
        const there = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        if (there?.id != id) faults.push('covered: ' + id);
      }
      return faults;
    })()
    """

  func faults() throws -> [String] { try browser.texts(Self.faultFinder) }
}
